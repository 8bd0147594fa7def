import type { Reader } from '@/lib/db/client.ts';
import type { PaymentAgreement, PaymentOperation } from '@/lib/db/generated/client.ts';
import { type Attempt, leftOf } from '@/lib/payments/attempt.ts';
import { refundOnItsWay } from '@/lib/payments/refunds.ts';
import type { App } from '../app.ts';
import { receiptOf } from './issue-credit-note.ts';
import { linesLeft } from './lines-left.ts';
import type { OnlyWhole, Refundable } from './refund-part.ts';

export interface PaymentToRefund {
  attempt: Pick<Attempt, 'id' | 'reference' | 'capturedMinor' | 'refundedMinor' | 'chargedBackMinor'>;
  agreement: PaymentAgreement;
  submissionId: string;
}

/** What can be given back of a payment now, and the refund that must be seen to have happened before anything can. */
export async function readRefundable(
  reader: Reader,
  app: App,
  { attempt, agreement, submissionId }: PaymentToRefund,
): Promise<Refundable & { onItsWay?: PaymentOperation }> {
  const receipt = await receiptOf(reader, submissionId, attempt);
  const onItsWay = await refundOnItsWay(reader, attempt);
  const onlyWhole = receipt ? byProvider(app, agreement) : 'no_receipt';
  return {
    leftMinor: leftOf(attempt),
    lines: receipt ? await linesLeft(reader, receipt) : [],
    ...(onlyWhole && { onlyWhole }),
    ...(onItsWay && { onItsWay }),
  };
}

function byProvider(app: App, agreement: PaymentAgreement): OnlyWhole | undefined {
  return app.openProvider(agreement).capabilities.partialRefund ? undefined : 'provider';
}
