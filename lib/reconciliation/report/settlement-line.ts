/** What a line of a settlement report is about; `ignored` is kept and not compared (a payout, a correction of other things). */
export const lineTypes = ['payment', 'refund', 'fee', 'chargeback', 'ignored'] as const;
export type LineType = (typeof lineTypes)[number];

/** One line of a settlement report, whatever the file looked like. */
export interface SettlementLine {
  /** In the file; the header is line 1. */
  lineNumber: number;
  type: LineType;
  /** Ours, as we gave it to the provider. */
  reference: string | null;
  /** The provider's id of the payment. */
  paymentId: string | null;
  /** The provider's id of this movement. */
  transactionId: string | null;
  /** Minor units: more than zero for payments, refunds and chargebacks; of a fee, less than zero is one given back. */
  amountMinor: number;
  /** Fee held back on this line, minor units; null when the line tells of none. */
  feeMinor: number | null;
  /** ISO 4217; any, as another currency than the order's is what is looked for. */
  currency: string;
  /** Day of the settlement, `YYYY-MM-DD`, Europe/Oslo. */
  settledOn: string;
  /** Day of the movement itself, where it is told. */
  happenedOn: string | null;
}

/** Why a file is not taken in: `line` is where, `column` the header at fault. Nothing of the line's own text goes along. */
export interface LineProblem {
  line: number;
  code: LineProblemCode;
  column?: string;
}

export const lineProblemCodes = [
  'empty',
  'too_large',
  'too_many_lines',
  'line_too_long',
  'characters',
  'quotes',
  'columns',
  'header_missing',
  'header_twice',
  'report',
  'mixed_reports',
  'type',
  'reference',
  'amount',
  'sign',
  'fee',
  'currency',
  'date',
  'transaction_twice',
] as const;
export type LineProblemCode = (typeof lineProblemCodes)[number];
