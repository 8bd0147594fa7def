import { addLegalDays } from '@/lib/core/legal-date.ts';
import type { DifferenceKind } from '../compare/difference.ts';
import { type Draft, lineOf, refund } from './draft.ts';

/** One thing done wrong to a healthy payment. */
export interface Injection {
  kind: DifferenceKind;
  /** @returns what is to be found, as `kind subject`. */
  inject(draft: Draft): string[];
}

/** Each kind of difference, some of them in more than one way. */
export const injections: readonly Injection[] = [
  wrong('missing_here', (draft) => {
    draft.ours.attempt.capturedMinor = 0;
    Object.assign(draft.ours, { capturedMinor: 0, capturedOn: null, delivered: false });
  }),
  wrong('missing_there', (draft) => {
    draft.lines = [];
  }),
  wrong('amount', (draft) => {
    draft.lines = [settledAs(draft, draft.ours.capturedMinor - 1)];
  }),
  wrong('amount', (draft) => {
    draft.lines = [settledAs(draft, draft.ours.capturedMinor + 1)];
  }),
  wrong('amount', (draft) => {
    refund(draft, 30, 15);
    const [{ amountMinor } = { amountMinor: 0 }] = draft.ours.refunds;
    draft.lines = draft.lines.filter(({ type }) => type !== 'refund');
    draft.lines.push(lineOf(draft, 'refund', amountMinor + 1, 91, addLegalDays(draft.asOf, -14)));
  }),
  wrong('currency', (draft) => {
    draft.lines = draft.lines.map((line) => ({ ...line, currency: 'SEK' }));
  }),
  wrong('fee', (draft) => {
    const [first] = draft.lines.filter(({ type }) => type === 'payment');
    const told = draft.lines.find(({ type }) => type === 'fee');
    if (told) told.amountMinor += 1;
    else if (first) first.feeMinor = (first.feeMinor ?? 0) + 1;
  }),
  wrong('fee', (draft) => {
    draft.lines = draft.lines
      .filter(({ type }) => type !== 'fee')
      .map((line) => ({ ...line, feeMinor: null }));
  }),
  // For a payment that never was.
  wrong('fee', (draft) => {
    draft.ours.attempt.capturedMinor = 0;
    Object.assign(draft.ours, { capturedMinor: 0, capturedOn: null, delivered: false });
    draft.lines = [lineOf(draft, 'fee', 125, 41, draft.asOf)];
  }),
  {
    kind: 'fee',
    inject(draft) {
      const reference = `OTHER-${draft.ours.attemptId}`;
      draft.lines.push({ ...lineOf(draft, 'fee', 125, 42, draft.asOf), reference, paymentId: null });
      return [`fee reference:${reference}`];
    },
  },
  wrong('double_capture', (draft) => {
    const [first] = draft.lines;
    if (first) draft.lines.push(lineOf(draft, 'payment', draft.ours.capturedMinor, 70, first.settledOn));
  }),
  wrong('double_capture', (draft) => {
    Object.assign(draft.ours, { paidByAnother: true, delivered: false });
  }),
  wrong('settled_twice', (draft) => {
    const [first] = draft.lines;
    if (first) draft.lines.push({ ...first, reportId: 'report-again', reportReference: 'R-9999' });
  }),
  wrong('refund_missing_here', (draft) => {
    draft.lines.push(lineOf(draft, 'refund', 100, 71, draft.asOf));
  }),
  wrong('refund_missing_there', (draft) => {
    refund(draft, 40, draft.terms.delayDays + 1);
    draft.lines = draft.lines.filter(({ type }) => type !== 'refund');
  }),
  wrong('late_settlement', (draft) => {
    const late = addLegalDays(draft.ours.capturedOn ?? draft.asOf, draft.terms.delayDays + 1);
    draft.lines = draft.lines.map((line) => ({ ...line, settledOn: late }));
  }),
  {
    kind: 'unknown_reference',
    inject(draft) {
      const reference = `OTHER-${draft.ours.attemptId}`;
      const { asOf } = draft;
      draft.lines.push({ ...lineOf(draft, 'payment', 4200, 72, asOf), reference, paymentId: null });
      draft.lines.push({ ...lineOf(draft, 'refund', 4200, 73, asOf), reference, paymentId: null });
      return [`unknown_reference reference:${reference}`];
    },
  },
  {
    // Known by the provider's id, but under a name that we never gave: the money itself is right.
    kind: 'unknown_reference',
    inject(draft) {
      const reference = `OTHER-${draft.ours.attemptId}`;
      draft.ours.paymentId ??= `provider-${draft.ours.attemptId}`;
      const { paymentId } = draft.ours;
      draft.lines = draft.lines.map((line) => ({ ...line, reference, paymentId }));
      return [`unknown_reference reference:${reference}`];
    },
  },
  wrong('captured_not_delivered', (draft) => {
    draft.ours.delivered = false;
  }),
  wrong('captured_not_delivered', (draft) => {
    draft.ours.delivered = false;
    draft.ours.waitsUntil = addLegalDays(draft.asOf, -1);
  }),
  {
    kind: 'delivered_not_captured',
    inject(draft) {
      const orderId = `order-${draft.ours.attemptId}`;
      draft.unpaid.push({
        submissionId: `unpaid-${orderId}`,
        orderId,
        attemptId: null,
        reference: 'KV-UNPAID',
        currency: 'NOK',
        totalMinor: 4200,
        settledMinor: 0,
        completedOn: addLegalDays(draft.asOf, -draft.terms.deliveryDays - 1),
      });
      return [`delivered_not_captured order:${orderId}`];
    },
  },
  wrong('chargeback', (draft) => {
    draft.lines.push(lineOf(draft, 'chargeback', 100, 74, draft.asOf));
  }),
  wrong('books_differ', (draft) => {
    draft.ours.attempt.capturedMinor += 1;
  }),
];

function wrong(kind: DifferenceKind, change: (draft: Draft) => void): Injection {
  return {
    kind,
    inject(draft) {
      change(draft);
      return [`${kind} attempt:${draft.ours.attemptId}`];
    },
  };
}

/** All of the payment on one line. */
function settledAs(draft: Draft, amountMinor: number) {
  return lineOf(draft, 'payment', amountMinor, 80, draft.lines[0]?.settledOn ?? draft.asOf);
}
