import { addLegalDays } from '@/lib/core/legal-date.ts';
import { type Circumstances, differenceOf, placeOf } from './check.ts';
import { paymentChecks } from './checks/registry.ts';
import type { Difference } from './difference.ts';
import type { PaymentFacts, SettledLine, UnpaidDelivery } from './facts.ts';
import { partOf, sumOf, weighPayment } from './weigh-payment.ts';

export interface Books extends Circumstances {
  payments: readonly PaymentFacts[];
  /** Every line, of any report, that names one of the payments, or none of the agreement's. */
  lines: readonly SettledLine[];
  unpaid: readonly UnpaidDelivery[];
}

/**
 * Compares what a provider has settled with our payments and cases, for one agreement. Pure and total: the same books give
 * the same differences, in whatever order they come, and books cut into parts by payment give the same as the whole.
 */
export function compareBooks({ payments, lines, unpaid, ...circumstances }: Books): Difference[] {
  const { byPayment, strange, misnamed, meant } = assign(payments, lines);
  return [
    ...payments.flatMap((ours) => {
      const weighed = weighPayment(ours, byPayment.get(ours) ?? []);
      return paymentChecks.flatMap((check) => {
        const found = check.find(weighed, circumstances);
        return found ? [differenceOf(check.kind, weighed, found)] : [];
      });
    }),
    ...groupsOf(misnamed).map((group) => unknownReference(group, meant.get(group[0]))),
    ...groupsOf(strange).flatMap(ofNobody),
    ...unpaid.flatMap((one) => deliveredNotCaptured(one, circumstances)),
  ];
}

/** By our reference first, as it is ours; else by the provider's own id. */
function assign(payments: readonly PaymentFacts[], lines: readonly SettledLine[]) {
  const byReference = new Map(payments.map((payment) => [payment.reference, payment]));
  const byId = new Map(payments.flatMap((one) => (one.paymentId === null ? [] : [[one.paymentId, one]])));
  const byPayment = new Map<PaymentFacts, SettledLine[]>();
  const strange: SettledLine[] = [];
  const misnamed: SettledLine[] = [];
  const meant = new Map<SettledLine, PaymentFacts>();
  for (const line of lines) {
    if (line.type === 'ignored') continue;
    const named = line.reference === null ? undefined : byReference.get(line.reference);
    const payment = named ?? (line.paymentId === null ? undefined : byId.get(line.paymentId));
    if (!payment) {
      strange.push(line);
      continue;
    }
    // The provider's id leads to a payment of ours, but the line gives it a reference that we never gave.
    if (!named && line.reference !== null) {
      misnamed.push(line);
      meant.set(line, payment);
    }
    const known = byPayment.get(payment);
    if (known) known.push(line);
    else byPayment.set(payment, [line]);
  }
  return { byPayment, strange, misnamed, meant };
}

type Group = [SettledLine, ...SettledLine[]];

/** Lines that name the same thing that we do not know are one difference. */
function groupsOf(lines: readonly SettledLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const key = subjectOf(line);
    const known = groups.get(key);
    if (known) known.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

function subjectOf(line: SettledLine): string {
  if (line.reference !== null) return `reference:${line.reference}`;
  if (line.paymentId !== null) return `payment:${line.paymentId}`;
  return `line:${line.reportId}:${line.lineNumber}`;
}

/** Money for nobody that we know of; or nothing but a fee, which then has no payment. */
function ofNobody(group: Group): Difference[] {
  if (group.some(({ type }) => type !== 'fee')) return [unknownReference(group, undefined)];
  const [first] = group;
  const found = sumOf(group);
  if (found === 0) return [];
  const { currency, settledOn } = first;
  return [
    {
      ...unknownReference(group, undefined),
      kind: 'fee',
      facts: {
        of: 'fee',
        expected: { amountMinor: 0, currency },
        found: { amountMinor: found, currency },
        settledOn,
      },
    },
  ];
}

function unknownReference(group: Group, ours: PaymentFacts | undefined): Difference {
  const first = group.find(({ type }) => type !== 'fee') ?? group[0];
  const same = group.filter(({ type, currency }) => type === first.type && currency === first.currency);
  return {
    kind: 'unknown_reference',
    subject: subjectOf(first),
    facts: {
      of: partOf(first),
      found: { amountMinor: sumOf(same), currency: first.currency },
      settledOn: first.settledOn,
    },
    attemptId: ours?.attemptId ?? null,
    submissionId: ours?.submissionId ?? null,
    reference: first.reference ?? first.paymentId,
    line: placeOf(first),
  };
}

function deliveredNotCaptured(one: UnpaidDelivery, { terms, asOf }: Circumstances): Difference[] {
  const { totalMinor, settledMinor, completedOn, currency } = one;
  if (settledMinor >= totalMinor || completedOn < terms.startsOn) return [];
  if (asOf <= addLegalDays(completedOn, terms.deliveryDays)) return [];
  return [
    {
      kind: 'delivered_not_captured',
      subject: `order:${one.orderId}`,
      facts: {
        expected: { amountMinor: totalMinor, currency },
        found: { amountMinor: settledMinor, currency },
      },
      attemptId: one.attemptId,
      submissionId: one.submissionId,
      reference: one.reference,
      line: null,
    },
  ];
}
