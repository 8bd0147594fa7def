import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { osloDate } from '@/lib/core/clock.ts';
import type { OrderLine } from '@/lib/core/order.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { listAttachments } from '@/lib/files/attachments.ts';
import { type FrozenLine, voidOrder } from '@/lib/payments/frozen-order.ts';
import { requestSignature, voidSignatures } from '@/lib/signing/signature-requests.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import type { App } from '../app.ts';
import { freezePrice } from '../engine/freeze-price.ts';
import { alarmOfPrice } from '../engine/price-alarm.ts';
import { priceOf } from '../filling/compute-price.ts';
import type { SigningContent } from './signing-payload.ts';

export type Repriced =
  /** The frozen order is what the case costs today. */
  | 'same'
  /** Another order is in force and another signature is asked for: show both, ask again. */
  | 'changed'
  /** Today's tariff has no price: nothing is changed, the owner is told. */
  | 'failed';

/**
 * Where the day of signing decides the tariff (`dateBasis: 'signed'`), a case that was submitted on an earlier day is priced
 * again before its first signature. The caller holds the submission's lock and has found the content undamaged.
 */
export async function repriceForSigning(
  tx: Transaction,
  app: App,
  { submission, definition, order }: SigningContent,
): Promise<Repriced> {
  const now = app.clock.now();
  if (definition.pricing.dateBasis !== 'signed' || !order || order.date === osloDate(now)) return 'same';
  const requests = await tx.signatureRequest.findMany({
    where: { submissionId: submission.id, status: { in: ['pending', 'signed'] } },
    orderBy: { position: 'asc' },
  });
  const attempts = await tx.paymentAttempt.count({ where: { orderId: order.id } });
  // What somebody has signed or begun to pay keeps its price.
  if (attempts > 0 || requests.some((request) => request.status === 'signed')) return 'same';
  const price = priceOf(definition, submission, now);
  if (!price.ok) {
    await alarmOfPrice(tx, app, submission, definition, price);
    return 'failed';
  }
  if (canonicalJson(price.order.lines) === canonicalJson(withoutWords(order.lines))) return 'same';
  await voidOrder(tx, submission.id, now);
  const files = await listAttachments(tx, submission.id);
  const frozen = await freezePrice(tx, app, submission, definition, price.order, files);
  const { contentHash } = frozen;
  await tx.submission.updateMany({ where: { id: submission.id }, data: { contentHash } });
  await voidSignatures(tx, submission.id);
  for (const { partyId, acr } of requests) {
    await requestSignature(tx, app.ids, { submissionId: submission.id, partyId, acr, contentHash }, now);
  }
  await appendEvent(tx, {
    submissionId: submission.id,
    type: 'order.repriced',
    data: { orderId: frozen.order.id, tariffDate: price.order.date, totalMinor: price.order.totalMinor },
    actor: 'system',
    at: now,
  });
  return 'changed';
}

/** As the price rules made them: new words of the portal are no new price. */
function withoutWords(lines: readonly FrozenLine[]): OrderLine[] {
  return lines.map(({ name: _, explained: __, ...line }) => line);
}
