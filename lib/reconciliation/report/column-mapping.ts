import { z } from 'zod';
import { currencies } from '@/lib/core/money.ts';
import { dateFormats } from './read-date.ts';
import { type LineType, lineTypes } from './settlement-line.ts';

/** What a column of a settlement report may be for. */
export const columnNames = [
  'report',
  'settledOn',
  'type',
  'reference',
  'paymentId',
  'transactionId',
  'happenedOn',
  'amount',
  'currency',
  'fee',
] as const;
export type ColumnName = (typeof columnNames)[number];

const header = z.string().trim().min(1).max(80);
const word = z.string().trim().min(1).max(60);
const words = z.array(word).max(20);

/**
 * How the settlement reports of one agreement are written: nothing of it is known of any provider beforehand, so all of it
 * is the owner's to say. A file is read by exactly this, or not at all.
 */
export const columnMapping = z
  .strictObject({
    separator: z.enum([';', ',', '\t', '|']),
    encoding: z.enum(['utf-8', 'windows-1252']),
    /** The file's own headers. Without `report` a report is known by the hash of its bytes. */
    headers: z.strictObject({
      report: header.optional(),
      settledOn: header,
      type: header,
      reference: header.optional(),
      paymentId: header.optional(),
      transactionId: header.optional(),
      happenedOn: header.optional(),
      amount: header,
      currency: header.optional(),
      fee: header.optional(),
    }),
    /** Currency of every line, where the file has no column for it. */
    currency: z.enum(currencies).optional(),
    amounts: z.strictObject({
      unit: z.enum(['minor', 'major']),
      decimalSign: z.enum(['comma', 'point']),
      /** How money back to the payer is written. */
      refundSign: z.enum(['negative', 'positive']),
      /** How a fee that the provider holds back is written. */
      feeSign: z.enum(['negative', 'positive']),
    }),
    dates: z.enum(dateFormats),
    /** The file's own words, whatever their case. */
    types: z.strictObject({
      payment: words.min(1),
      refund: words,
      fee: words,
      chargeback: words,
      ignored: words,
    }),
  })
  .superRefine((mapping, context) => {
    const { headers } = mapping;
    if (!headers.reference && !headers.paymentId)
      context.addIssue({ code: 'custom', path: ['headers', 'reference'], message: 'no_reference' });
    if (!headers.currency === !mapping.currency)
      context.addIssue({ code: 'custom', path: ['currency'], message: 'one_currency' });
    if (hasTwice(Object.values(headers)))
      context.addIssue({ code: 'custom', path: ['headers'], message: 'header_twice' });
    if (hasTwice(lineTypes.flatMap((type) => mapping.types[type]).map(foldWord)))
      context.addIssue({ code: 'custom', path: ['types'], message: 'word_twice' });
  });

export type ColumnMapping = z.infer<typeof columnMapping>;

/** The neutral format of docs/reconciliation.md: Kvitt's own, and no provider's. */
export const neutralMapping: ColumnMapping = {
  separator: ';',
  encoding: 'utf-8',
  headers: {
    report: 'report',
    settledOn: 'settled_on',
    type: 'type',
    reference: 'reference',
    paymentId: 'payment_id',
    transactionId: 'transaction_id',
    happenedOn: 'happened_on',
    amount: 'amount',
    currency: 'currency',
    fee: 'fee',
  },
  amounts: { unit: 'minor', decimalSign: 'point', refundSign: 'negative', feeSign: 'positive' },
  dates: 'YYYY-MM-DD',
  types: {
    payment: ['payment'],
    refund: ['refund'],
    fee: ['fee'],
    chargeback: ['chargeback'],
    ignored: ['other'],
  },
};

/** Which type a word of the file stands for. */
export function typesByWord({ types }: ColumnMapping): ReadonlyMap<string, LineType> {
  return new Map(lineTypes.flatMap((type) => types[type].map((one) => [foldWord(one), type] as const)));
}

export function foldWord(text: string): string {
  return text.trim().toLowerCase();
}

function hasTwice(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
