import { addLegalDays } from '@/lib/core/legal-date.ts';
import { feeFor } from '../compare/agreed-fee.ts';
import type { PaymentFacts, SettledLine, Terms, UnpaidDelivery } from '../compare/facts.ts';

/** A payment under construction: healthy until something is done to it. */
export interface Draft {
  ours: PaymentFacts;
  lines: SettledLine[];
  unpaid: UnpaidDelivery[];
  terms: Terms;
  asOf: string;
}

export const terms: Terms = {
  delayDays: 3,
  deliveryDays: 1,
  startsOn: '2026-01-10',
  fee: {
    payment: { fixedMinor: 125, basisPoints: 120 },
    refund: { fixedMinor: 50, basisPoints: 0 },
    toleranceMinor: 0,
  },
};

/** Captured long ago, settled in time in one or more parts with the agreed fees, and delivered. */
export function draftOf(
  at: number,
  { amountMinor, daysAgo, parts }: Seed,
  agreed: Terms,
  asOf: string,
): Draft {
  const capturedOn = addLegalDays(asOf, -daysAgo);
  const draft: Draft = {
    ours: {
      attemptId: String(at),
      submissionId: `case-${at}`,
      reference: `KV-${at}-1`,
      paymentId: at % 5 === 0 ? null : `provider-${at}`,
      currency: 'NOK',
      attempt: { capturedMinor: amountMinor, refundedMinor: 0 },
      capturedMinor: amountMinor,
      capturedOn,
      refunds: [],
      refundUnderWayMinor: 0,
      delivered: true,
      waitsUntil: null,
      paidByAnother: false,
    },
    lines: [],
    unpaid: [],
    terms: agreed,
    asOf,
  };
  const settledOn = addLegalDays(capturedOn, at % (agreed.delayDays + 1));
  const part = Math.floor(amountMinor / parts);
  for (let number = 0; number < parts; number += 1) {
    const size = number === 0 ? amountMinor - part * (parts - 1) : part;
    draft.lines.push(lineOf(draft, 'payment', size, number, settledOn));
  }
  // Every third report names its fees on lines of their own, every fourth knows the payment by the provider's id.
  if (at % 3 === 0) {
    const fees = draft.lines.reduce((sum, { feeMinor }) => sum + (feeMinor ?? 0), 0);
    draft.lines = draft.lines.map((line) => ({ ...line, feeMinor: null }));
    draft.lines.push(lineOf(draft, 'fee', fees, 40, settledOn));
  }
  if (at % 4 === 3 && draft.ours.paymentId !== null)
    draft.lines = draft.lines.map((line) => ({ ...line, reference: null }));
  return draft;
}

/** Some per cent of the payment given back `daysAgo`, and told of in a report. */
export function refund(draft: Draft, percent: number, daysAgo: number): void {
  const amountMinor = Math.max(1, Math.floor((draft.ours.capturedMinor * percent) / 100));
  const on = addLegalDays(draft.asOf, -daysAgo);
  draft.ours.refunds = [{ amountMinor, on }];
  draft.ours.attempt.refundedMinor = amountMinor;
  draft.lines.push(lineOf(draft, 'refund', amountMinor, 90, on));
}

/** A line of the payment's, with the agreed fee. */
export function lineOf(
  { ours, terms: { fee } }: Draft,
  type: SettledLine['type'],
  amountMinor: number,
  number: number,
  settledOn: string,
): SettledLine {
  const part = type === 'payment' ? fee?.payment : type === 'refund' ? fee?.refund : undefined;
  return {
    reportId: `report-${settledOn}`,
    reportReference: `R-${settledOn}`,
    lineNumber: Number(ours.attemptId) * 100 + number,
    type,
    reference: ours.reference,
    paymentId: ours.paymentId,
    transactionId: `${ours.attemptId}-${number}`,
    amountMinor,
    feeMinor: part ? feeFor(part, amountMinor) : null,
    currency: ours.currency,
    settledOn,
    happenedOn: null,
  };
}

export interface Seed {
  amountMinor: number;
  daysAgo: number;
  parts: number;
}
