import { sumMinor } from '@/lib/core/money.ts';
import type { PaymentFacts, SettledLine } from './facts.ts';

/** A payment beside everything that reports say of it, summed. Amounts in minor units of the payment's currency. */
export interface WeighedPayment {
  ours: PaymentFacts;
  refundedMinor: number;
  /** Captured and not refunded. */
  netMinor: number;
  /** As many refunds on both sides: then a wrong sum is a wrong amount, and no refund is missing. */
  refundsPairUp: boolean;
  there: {
    payments: readonly SettledLine[];
    refunds: readonly SettledLine[];
    chargebacks: readonly SettledLine[];
    fees: readonly SettledLine[];
    /** Whatever is in another currency; it counts in no sum. */
    foreign: readonly SettledLine[];
    /** Movements that another report, or the same, had before; they count in no sum. */
    repeated: readonly SettledLine[];
    paidMinor: number;
    refundedMinor: number;
    chargedBackMinor: number;
    /** Null when no line tells of a fee. */
    feeMinor: number | null;
  };
  /** Taken once too often and given back, both at the provider: our books rightly know of neither. */
  balancedThere: boolean;
}

/** Pure: sums up the lines that belong to one payment. */
export function weighPayment(ours: PaymentFacts, lines: readonly SettledLine[]): WeighedPayment {
  const { once, repeated } = withoutRepeats(lines);
  const own = once.filter(({ currency }) => currency === ours.currency);
  const of = (type: SettledLine['type']) => own.filter((line) => line.type === type);
  const payments = of('payment');
  const refunds = of('refund');
  const chargebacks = of('chargeback');
  const fees = of('fee');
  const told = own.map(({ type, feeMinor, amountMinor }) => (type === 'fee' ? amountMinor : feeMinor));
  const feesTold = told.filter((fee) => fee !== null);
  const paidMinor = sumOf(payments);
  const returnedMinor = sumOf(refunds);
  const refundedMinor = sumOf(ours.refunds);
  const tooMuch = paidMinor - ours.capturedMinor;
  return {
    ours,
    refundedMinor,
    netMinor: ours.capturedMinor - refundedMinor,
    refundsPairUp: ours.refunds.length > 0 && ours.refunds.length === refunds.length,
    there: {
      payments,
      refunds,
      chargebacks,
      fees,
      foreign: once.filter(({ currency }) => currency !== ours.currency),
      repeated,
      paidMinor,
      refundedMinor: returnedMinor,
      chargedBackMinor: sumOf(chargebacks),
      feeMinor: feesTold.length > 0 ? sumMinor(feesTold) : null,
    },
    balancedThere: tooMuch > 0 && returnedMinor - refundedMinor === tooMuch,
  };
}

export function sumOf(movements: readonly { amountMinor: number }[]): number {
  return sumMinor(movements.map(({ amountMinor }) => amountMinor));
}

/** What of a payment a line is about; a chargeback is money back. */
export function partOf({ type }: SettledLine): 'payment' | 'refund' | 'fee' {
  return type === 'payment' || type === 'fee' ? type : 'refund';
}

/** The same movement by the provider's own id is one movement, however many reports tell of it; the earliest counts. */
function withoutRepeats(lines: readonly SettledLine[]) {
  const once: SettledLine[] = [];
  const repeated: SettledLine[] = [];
  const seen = new Set<string>();
  for (const line of [...lines].sort(bySettlement)) {
    if (line.type === 'ignored') continue;
    const key = line.transactionId === null ? undefined : `${line.type} ${line.transactionId}`;
    if (key !== undefined && seen.has(key)) repeated.push(line);
    else once.push(line);
    if (key !== undefined) seen.add(key);
  }
  return { once, repeated };
}

/** By day, then by report and line, so that the order in which reports came in changes nothing. */
function bySettlement(a: SettledLine, b: SettledLine): number {
  return (
    compareText(a.settledOn, b.settledOn) ||
    compareText(a.reportReference, b.reportReference) ||
    a.lineNumber - b.lineNumber
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
