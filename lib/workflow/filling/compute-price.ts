import type { Answers } from '@/lib/core/answers.ts';
import { osloDate } from '@/lib/core/clock.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Form } from '@/lib/forms/component.ts';
import { readPage } from '@/lib/forms/read-page.ts';
import { submittedAnswers } from '@/lib/forms/submitted-answers.ts';
import { calculateOrder, type PriceResult } from '@/lib/pricing/calculate-order.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { formOf } from '@/lib/services/form-of.ts';
import type { App } from '../app.ts';
import { findToFill } from './find-to-fill.ts';

/** The price of answers on a day: what the citizen sees, and what is frozen at confirmation, from one function. */
export function priceOf(
  definition: ServiceDefinition,
  submission: { language: string; answers: unknown },
  now: Date,
): PriceResult {
  const answers = submittedAnswers(formOf(definition, submission), submission.answers as Answers);
  return calculateOrder(definition.pricing, answers, {
    date: osloDate(now),
  });
}

/**
 * The price of a draft as it would be with what stands on a page right now; saves nothing.
 * @param posted the page's fields as a form would post them; absent gives the price of what is saved.
 */
export async function computePrice(
  app: App,
  actor: Actor,
  submissionId: string,
  page?: { id: string; posted: Record<string, string[]> },
): Promise<{ price: PriceResult; definition: ServiceDefinition; form: Form }> {
  const found = await findToFill(app.db, actor, submissionId);
  const { definition } = found;
  const saved = found.answers as Answers;
  const form = formOf(definition, found);
  const answers = page ? readPage(form, page.id, saved, page.posted).answers : saved;
  return { price: priceOf(definition, { ...found, answers }, app.clock.now()), definition, form };
}
