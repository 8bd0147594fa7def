import type { Actor } from '@/lib/core/party.ts';
import { orderInForce } from '@/lib/payments/frozen-order.ts';
import type { App } from '../app.ts';
import { priceMark, type Seen } from '../engine/seen.ts';
import { priceOf } from '../filling/compute-price.ts';
import { draftMark } from '../filling/draft-mark.ts';
import { readDraft } from '../filling/read-draft.ts';

/** What the check page of a draft shows now. */
export async function seenOnCheckPage(app: App, actor: Actor, submissionId: string): Promise<Seen> {
  const draft = await readDraft(app, actor, submissionId);
  if (!draft) throw new Error(`${submissionId} is no draft`);
  const price = priceOf(draft.definition, draft.submission, app.clock.now());
  return { answers: draftMark(draft), price: price.ok ? priceMark(price.order) : '' };
}

/** What the payment page of a case shows now. */
export async function seenOnPayPage(app: App, submissionId: string): Promise<Seen> {
  const order = await orderInForce(app.db, submissionId);
  if (!order) throw new Error(`${submissionId} has no order`);
  return { price: priceMark(order) };
}
