'use server';

import { z } from 'zod';
import { currentActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { type PriceView, priceView } from '@/components/submission/price-view.ts';
import { KvittError } from '@/lib/core/errors.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { computePrice } from '@/lib/workflow/filling/compute-price.ts';

const input = z.tuple([
  z.string().max(40),
  z.string().max(64),
  z.record(z.string().max(300), z.array(z.string().max(20_000)).max(10_000)),
]);

/** What a draft would cost with what stands on a page right now; undefined when it cannot be told. Saves nothing. */
export async function calculatePrice(
  submissionId: string,
  pageId: string,
  posted: Record<string, string[]>,
): Promise<PriceView | undefined> {
  const parsed = input.safeParse([submissionId, pageId, posted]);
  const actor = await currentActor();
  if (!parsed.success || !actor) return undefined;
  try {
    const [id, page, fields] = parsed.data;
    const { price, definition, form } = await computePrice(app(), actor, id, { id: page, posted: fields });
    const language = await currentLanguage();
    return priceView(price, form, translator(language), serviceText(definition, language));
  } catch (error) {
    if (error instanceof KvittError) return undefined;
    throw error;
  }
}
