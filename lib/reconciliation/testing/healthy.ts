import { addLegalDays } from '@/lib/core/legal-date.ts';
import type { SettledLine } from '../compare/facts.ts';
import { type Draft, lineOf, refund } from './draft.ts';

/** One way of being as it should be. */
export interface Health {
  change(draft: Draft): void;
}

/** What may look odd and is as it should be. */
export const healthy: readonly Health[] = [
  { change: () => undefined },
  // Not due: on the last day, today, and in one part so far.
  { change: (draft) => capturedDaysAgo(draft, draft.terms.delayDays, []) },
  { change: (draft) => capturedDaysAgo(draft, 0, []) },
  {
    change(draft) {
      const [first] = draft.lines;
      if (draft.lines.length > 1 && first) capturedDaysAgo(draft, draft.terms.delayDays, [first]);
    },
  },
  // From before the reports began.
  {
    change(draft) {
      draft.ours.capturedOn = addLegalDays(draft.terms.startsOn, -1);
      draft.lines = [];
    },
  },
  {
    change(draft) {
      draft.ours.attempt = { capturedMinor: 0, refundedMinor: 0 };
      Object.assign(draft.ours, { capturedMinor: 0, capturedOn: null, delivered: false });
      draft.lines = [];
    },
  },
  {
    change: (draft) => Object.assign(draft.ours, { delivered: false, waitsUntil: draft.asOf }),
  },
  {
    change: (draft) =>
      Object.assign(draft.ours, { delivered: false, refundUnderWayMinor: draft.ours.capturedMinor }),
  },
  { change: (draft) => refund(draft, 30, 10) },
  // Refunded, not due in a report yet; and in a report before we have heard that it is done.
  {
    change(draft) {
      refund(draft, 30, draft.terms.delayDays);
      draft.lines = draft.lines.filter(({ type }) => type !== 'refund');
    },
  },
  {
    change(draft) {
      refund(draft, 30, 1);
      const [{ amountMinor } = { amountMinor: 0 }] = draft.ours.refunds;
      draft.ours.refunds = [];
      draft.ours.refundUnderWayMinor = amountMinor;
      draft.ours.attempt.refundedMinor = 0;
    },
  },
  // All of it given back before it was settled.
  {
    change(draft) {
      refund(draft, 100, 12);
      draft.lines = [];
      draft.ours.delivered = false;
    },
  },
  // Too much taken and the rest given back, both at the provider.
  {
    change(draft) {
      const settledOn = draft.ours.capturedOn ?? draft.asOf;
      draft.lines = [
        lineOf(draft, 'payment', draft.ours.capturedMinor + 100, 62, settledOn),
        lineOf(draft, 'refund', 100, 63, settledOn),
      ];
    },
  },
  // Taken once too often and given back, both at the provider.
  {
    change(draft) {
      const [first] = draft.lines;
      if (!first) return;
      const again = lineOf(draft, 'payment', first.amountMinor, 61, first.settledOn);
      const back = lineOf(draft, 'refund', first.amountMinor, 60, first.settledOn);
      draft.lines.push(again, back);
    },
  },
];

function capturedDaysAgo(draft: Draft, days: number, lines: SettledLine[]): void {
  draft.ours.capturedOn = addLegalDays(draft.asOf, -days);
  draft.lines = lines.map((line) => ({ ...line, settledOn: draft.asOf }));
}
