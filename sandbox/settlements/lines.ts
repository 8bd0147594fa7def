import { isSettlementFault, type SettlementFault } from './faults.ts';

/** A payment as a report sees it; amounts in minor units. */
export interface Settled {
  paymentId: string;
  /** Whom the money is for, in whatever tells them apart: shown only as a hash. */
  owner: string;
  reference: string;
  createdAt: string;
  amount: number;
  currency: string;
  charges: Movement[];
  /** Those that are done. */
  refunds: Movement[];
  /** What its lines are to get wrong; unknown values do nothing. */
  fault: string | undefined;
}

export interface Movement {
  transactionId: string;
  amount: number;
  at: string;
}

/** One line of a report; amounts in minor units, money back to the payer below zero. */
export interface Line {
  settledOn: string;
  type: 'payment' | 'refund' | 'fee' | 'chargeback';
  reference: string;
  paymentId: string;
  transactionId: string;
  happenedOn: string;
  amount: number;
  currency: string;
  fee: number | undefined;
}

/** What this sandbox holds back: one krone and 1.1 per cent of a payment, nothing of a refund. */
export function feeOf(amount: number): number {
  return 100 + Math.round((amount * 110) / 10_000);
}

/** The lines of one payment in the report of a day: what moved that day, changed by its fault. */
export function linesOf(payment: Settled, date: string): Line[] {
  const fault: SettlementFault | undefined = isSettlementFault(payment.fault) ? payment.fault : undefined;
  const { reference, paymentId, currency } = payment;
  const base = { reference, paymentId, currency, settledOn: date };
  const day = fault === 'late' ? addDays(date, -30) : date;
  const on = (one: string) => payments(payment, base, one);
  const mine = [...on(day), ...refunds(payment, base, day)];
  const first = mine.find(({ type }) => type === 'payment');
  const more = (line: Partial<Line>): Line[] =>
    first ? [...mine, { ...first, fee: undefined, ...line }] : mine;
  switch (fault) {
    case undefined:
    case 'late':
      return mine;
    case 'missing-here':
      return payment.charges.length === 0 && osloDay(payment.createdAt) === date
        ? [movement(base, 'payment', `never-${payment.paymentId}`, payment.createdAt, payment.amount)]
        : mine;
    case 'missing-there':
      return [];
    case 'amount':
      return mine.map((line) =>
        line.type === 'payment'
          ? { ...line, amount: line.amount - 100, fee: feeOf(line.amount - 100) }
          : line,
      );
    case 'currency':
      return mine.map((line) => ({ ...line, currency: 'SEK' }));
    case 'fee':
      return mine.map((line) => (line.fee === undefined ? line : { ...line, fee: line.fee + 100 }));
    case 'fee-without-payment':
      return more({
        type: 'fee',
        amount: 100,
        reference: `GEBYR-${payment.paymentId.slice(0, 8)}`,
        paymentId: '',
        transactionId: `fee-${payment.paymentId}`,
      });
    case 'double-capture':
      return more({ transactionId: `again-${first?.transactionId}`, fee: first?.fee });
    case 'settled-twice':
      return [...mine, ...on(addDays(date, -1)).map((line) => ({ ...line, settledOn: date }))];
    case 'refund-missing-here':
      return more({
        type: 'refund',
        amount: -100,
        transactionId: `unasked-${payment.paymentId}`,
        fee: 0,
      });
    case 'refund-missing-there':
      return mine.filter(({ type }) => type !== 'refund');
    case 'unknown-reference':
      return mine.map((line) => ({
        ...line,
        reference: `UKJENT-${line.paymentId.slice(0, 8)}`,
        paymentId: `x${line.paymentId.slice(1)}`,
      }));
    case 'chargeback':
      return more({
        type: 'chargeback',
        amount: -(first?.amount ?? 0),
        transactionId: `chargeback-${payment.paymentId}`,
      });
  }
}

type Base = Pick<Line, 'reference' | 'paymentId' | 'currency' | 'settledOn'>;

function payments({ charges }: Settled, base: Base, day: string): Line[] {
  return charges
    .filter(({ at }) => osloDay(at) === day)
    .map(({ transactionId, at, amount }) => movement(base, 'payment', transactionId, at, amount));
}

function refunds({ refunds }: Settled, base: Base, day: string): Line[] {
  return refunds
    .filter(({ at }) => osloDay(at) === day)
    .map(({ transactionId, at, amount }) => movement(base, 'refund', transactionId, at, -amount));
}

function movement(base: Base, type: Line['type'], transactionId: string, at: string, amount: number): Line {
  return {
    ...base,
    type,
    transactionId,
    happenedOn: osloDay(at),
    amount,
    fee: type === 'payment' ? feeOf(amount) : 0,
  };
}

const oslo = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** `YYYY-MM-DD` of an instant in Europe/Oslo. */
export function osloDay(instant: string): string {
  return oslo.format(new Date(instant));
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
