import type { Language } from '@/lib/core/language.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { translator } from '@/lib/texts/translate.ts';

/** What an operation's `reason` says of a refund that an employee of the owner asked for. */
export const ownerRefund = 'owner_refund';
/** The event of such a refund; it holds the employee's own words. */
export const refundRequestedEvent = 'payment.refund_requested';

/** Why Kvitt gives money back by itself, in words. */
const words: Record<string, TextKey> = {
  withdrawn: 'notices.refundWithdrawn',
  expired: 'notices.refundExpired',
  signature_rejected: 'notices.refundRejected',
  case_moved_on: 'notices.refundNotNeeded',
  watchdog: 'notices.refundNotNeeded',
  method_not_allowed: 'notices.refundMethod',
  case_stuck: 'notices.refundCaseStuck',
};

/** Why money went back, in words for the citizen; undefined when only the provider knows. */
export async function refundReason(
  reader: Reader,
  { submissionId, asked }: { submissionId: string; asked: PaymentOperation | undefined },
  language: Language,
): Promise<string | undefined> {
  if (!asked) return undefined;
  if (asked.reason !== ownerRefund) {
    const key = words[asked.reason ?? ''];
    return key && translator(language)(key);
  }
  const event = await reader.submissionEvent.findFirst({
    where: {
      submissionId,
      type: refundRequestedEvent,
      data: { path: ['operationId'], equals: asked.id },
    },
  });
  return (event?.data as { reason?: string } | undefined)?.reason;
}
