import { assertNever } from '@/lib/core/assert-never.ts';
import type { FlexWinStatus, TransactionInfo } from '@/lib/sdk/dibs/flexwin/index.ts';
import type { Evidence, PaymentRef } from '../../provider.ts';

/** What is known of a transaction's money. `nobody_knows`: it is under way, or in a way that we never ask for. */
type Standing = 'held' | 'taken' | 'let_go' | 'nothing' | 'nobody_knows';

/** What a transaction says of its payment; sums that went back are not told. @throws where what must be compared is left out. */
export function toEvidence(info: TransactionInfo, promised: Omit<PaymentRef, 'providerPaymentId'>): Evidence {
  const { amountMinor: told, feeMinor = 0, currency, orderId } = info;
  if (told === undefined || currency === undefined || orderId === undefined)
    throw new Error('The provider has left out amount, currency or order number');
  // Whether a fee is in the amount is not published: either way the order's own sum must come out.
  const isRight = told === promised.amountMinor || told - feeMinor === promised.amountMinor;
  const amount = isRight ? promised.amountMinor : told;
  return {
    ...moneyOf(info.status, amount),
    amountMinor: amount,
    currency,
    reference: orderId,
    refundedMinor: 0,
  };
}

/** Whether somebody has paid with it, so that it is the payment of its order. @throws while nobody knows. */
export function holdsMoney({ status }: Pick<TransactionInfo, 'status'>): boolean {
  const standing = standingOf(status);
  if (standing === 'nobody_knows') throw new Error('What came of the transaction is not known yet');
  return standing !== 'nothing';
}

function moneyOf(
  status: FlexWinStatus,
  amount: number,
): Pick<Evidence, 'state' | 'authorizedMinor' | 'capturedMinor'> {
  const standing = standingOf(status);
  switch (standing) {
    case 'held':
      return { state: 'authorized', authorizedMinor: amount, capturedMinor: 0 };
    case 'taken':
      return { state: 'captured', authorizedMinor: amount, capturedMinor: amount };
    case 'let_go':
      return { state: 'cancelled', authorizedMinor: 0, capturedMinor: 0 };
    case 'nothing':
      return { state: 'open', authorizedMinor: 0, capturedMinor: 0 };
    case 'nobody_knows':
      return { state: 'unknown', authorizedMinor: 0, capturedMinor: 0 };
    default:
      return assertNever(standing);
  }
}

function standingOf(status: FlexWinStatus): Standing {
  switch (status) {
    case 'authorised':
    case 'capture_sent':
    case 'capture_pending':
    case 'capture_declined':
      return 'held';
    case 'captured':
    case 'capture_balanced':
    case 'partially_refunded':
    case 'refund_sent':
    case 'refund_declined':
    case 'refund_pending':
    case 'refunded':
      return 'taken';
    case 'authorisation_deleted':
      return 'let_go';
    case 'declined':
    case 'declined_by_dibs':
    case 'ticket':
    case 'ticket_deleted':
      return 'nothing';
    case 'inserted':
    case 'waiting_for_shop':
    case 'multicap_open':
    case 'multicap_closed':
    case 'postponed':
    case 'unknown':
      return 'nobody_knows';
    default:
      return assertNever(status);
  }
}
