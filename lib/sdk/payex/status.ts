import { PayexUsageError } from './errors.ts';
import type { FailedAttempt, FinancialTransaction, PaidNode, PaymentOrder } from './reply-types.ts';

export const PAYMENT_ORDER_STATUSES = [
  'INITIALIZED',
  'AUTHORIZED',
  'PARTIALLY_CAPTURED',
  'CAPTURED',
  'PARTIALLY_REVERSED',
  'REVERSED',
  'CANCELLED',
  'ABORTED',
  'FAILED',
  'UNKNOWN',
] as const;

export type PaymentOrderStatus = (typeof PAYMENT_ORDER_STATUSES)[number];

/** What a status is derived from; the payment order as `retrieve` gives it. */
export type StatusSource = Pick<
  PaymentOrder,
  'status' | 'remainingCaptureAmount' | 'paid' | 'cancelled' | 'reversed' | 'financialTransactions'
>;

/** Sums in minor units. */
export interface PaymentOrderSums {
  /** Authorised or sold. */
  paid: number;
  captured: number;
  reversed: number;
  cancelled: number;
}

/**
 * The state of the money. The provider's `Paid` covers everything from authorised to partly reversed; this tells them
 * apart by the transactions. `INITIALIZED` covers a declined card: the payer may try again. A word that is not known
 * is `UNKNOWN`, which is neither paid nor failed. It says nothing about whether amount, currency and reference are
 * yours: compare them. Throws PayexUsageError when what it needs is not expanded (`retrieve` always does it).
 */
export function deriveStatus(order: StatusSource): PaymentOrderStatus {
  switch (order.status.toLowerCase()) {
    case 'initialized':
      return 'INITIALIZED';
    case 'aborted':
      return 'ABORTED';
    case 'failed':
      return 'FAILED';
    case 'cancelled':
      return 'CANCELLED';
    case 'reversed':
      return 'REVERSED';
    case 'paid':
      return paidStatus(readSums(order), order.remainingCaptureAmount ?? 0);
    default:
      return 'UNKNOWN';
  }
}

function paidStatus(sums: PaymentOrderSums, remainingCapture: number): PaymentOrderStatus {
  if (sums.reversed > 0) return 'PARTIALLY_REVERSED';
  if (sums.captured === 0) return 'AUTHORIZED';
  return remainingCapture > 0 ? 'PARTIALLY_CAPTURED' : 'CAPTURED';
}

/** What was paid, captured, reversed and released. A sale is captured by itself, and counted once. */
export function readSums(order: StatusSource): PaymentOrderSums {
  const node = paidNode(order);
  const list = order.financialTransactions?.list;
  if (hasPaid(order) && (node === undefined || list === undefined)) {
    throw new PayexUsageError('paid and financialTransactions are not expanded: use retrieve', 'readSums');
  }
  const total = (type: FinancialTransaction['type']) =>
    (list ?? [])
      .filter((one) => one.type.toLowerCase() === type.toLowerCase())
      .reduce((sum, { amount }) => sum + amount, 0);
  const paid = node?.amount ?? 0;
  const sold = isSale(node) ? paid : total('Sale');
  return {
    paid,
    captured: sold + total('Capture'),
    reversed: total('Reversal'),
    cancelled: total('Cancellation'),
  };
}

/** How it was paid: the expanded one of `paid`, `reversed` and `cancelled`. Undefined before it is paid. */
export function paidNode(
  order: Pick<PaymentOrder, 'paid' | 'reversed' | 'cancelled'>,
): (PaidNode & { amount: number }) | undefined {
  for (const node of [order.paid, order.reversed, order.cancelled]) {
    if (node?.amount !== undefined) return { ...node, amount: node.amount };
  }
  return undefined;
}

/** Whether the status says that money was authorised or moved at some time. */
export function hasPaid({ status }: Pick<PaymentOrder, 'status'>): boolean {
  return ['paid', 'cancelled', 'reversed'].includes(status.toLowerCase());
}

/** Your own order number as the provider knows it; undefined when it tells none. */
export function orderReferenceOf(
  order: Pick<PaymentOrder, 'paid' | 'reversed' | 'cancelled' | 'payeeInfo'>,
): string | undefined {
  return order.payeeInfo?.orderReference ?? paidNode(order)?.orderReference;
}

/** The newest try that failed; undefined when there is none, or `failedAttempts` was not asked for. */
export function lastFailedAttempt(order: Pick<PaymentOrder, 'failedAttempts'>): FailedAttempt | undefined {
  return order.failedAttempts?.list?.at(-1);
}

/** Compares names of instruments, whose case varies: `Creditcard` is `CreditCard`; `Invoice` is any invoice. */
export function isInstrument(told: string | undefined, name: string): boolean {
  const [a, b] = [told?.toLowerCase() ?? '', name.toLowerCase()];
  return a === b || (a === 'invoice' && b.startsWith('invoice-'));
}

function isSale(node: PaidNode | undefined): boolean {
  return node?.transactionType?.toLowerCase() === 'sale';
}
