import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import { isOpen } from '../provider-driver.ts';
import type { World } from '../world.ts';
import { type Facts, readFacts } from './facts.ts';
import { isInQueue, moneyRules, type Says } from './money-rules.ts';
import type { Played } from './stage.ts';

/**
 * What must be true of every case when everything has come to rest, held against the providers' own books.
 * @returns what is not, in sentences; nothing when all is well.
 */
export async function brokenRules(world: World, played: Played): Promise<string[]> {
  const perCase = await Promise.all(
    played.cases.map(async (one) => brokenRulesOf(await readFacts(world, played.shown, one))),
  );
  return [...perCase.flat(), ...(await ofOwner(world))];
}

/** The same of one case. */
export function brokenRulesOf(facts: Facts): string[] {
  const { status } = facts.submission;
  const { variant, provider } = facts.planned;
  const says: Says = (rule, details) =>
    `${variant} by ${provider}, ${status}: ${rule} ${JSON.stringify(details, plainNumbers)}`;
  const hasEnded = ['completed', 'withdrawn', 'expired'].includes(status) || variant === 'prefilled';
  return [
    ...moneyRules(facts, says),
    ...pageRules(facts, says),
    ...(hasEnded || isInQueue(facts) ? [] : [says('it never came to an end', {})]),
    ...deliveryRules(facts, says),
    ...refundRules(facts, says),
    ...signatureRules(facts, says),
    ...eventRules(facts, says),
  ];
}

const plainNumbers = (_name: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

/** Who was shown a payment page cannot pay on it when the case has ended. */
function pageRules(facts: Facts, says: Says): string[] {
  if (!facts.sandbox.driver.closesPages) return [];
  if (facts.submission.status === 'awaiting_payment' || isInQueue(facts)) return [];
  return facts.attempts.flatMap(({ attempt, theirs }) =>
    theirs && isOpen(theirs) && facts.shown.has(attempt.id)
      ? [says('a payment page is still open', { reference: attempt.reference })]
      : [],
  );
}

/** A completed case has one receipt, one message and one mail of it; whatever lies in the box was told of. */
function deliveryRules({ submission, receipts, delivered }: Facts, says: Says): string[] {
  const receipted = submission.status === 'completed' ? 1 : 0;
  return [
    ...(receipts.length === receipted
      ? []
      : [says('not exactly one receipt of a completed case', { receipts: receipts.length })]),
    ...(delivered.messages === receipts.length && delivered.mails === receipts.length
      ? []
      : [says('not exactly one message and one mail with the receipt', delivered)]),
    ...(delivered.untold === 0 ? [] : [says('a message that no mail tells of', delivered)]),
  ];
}

/** A credit note and a message per refund of what there is a receipt for, and a message per other refund. */
function refundRules({ attempts, notes, paidBy, delivered }: Facts, says: Says): string[] {
  const receipted = attempts.filter(({ attempt }) => attempt.reference === paidBy);
  const timesOf = (some: typeof attempts) => some.reduce((all, { refunds }) => all + refunds, 0);
  const credited = -notes.reduce(
    (all, { data }) => all + ((data as unknown as ReceiptData).payment?.totalMinor ?? 0),
    0,
  );
  const owed = receipted.reduce((all, { ours }) => all + ours.refunded, 0);
  return [
    ...(credited === owed && notes.length === timesOf(receipted)
      ? []
      : [says('the credit notes are not what was refunded of the receipt', { credited, owed })]),
    ...(delivered.refunds === timesOf(attempts) && delivered.withNote === notes.length
      ? []
      : [says('not exactly one message per refund', { delivered, refunds: timesOf(attempts) })]),
  ];
}

function signatureRules({ submission, planned }: Facts, says: Says): string[] {
  if (!planned.variant.includes('sign') || submission.status !== 'completed') return [];
  const { signatures } = submission;
  const fits = signatures.length === 1 && signatures[0]?.contentHash === submission.contentHash;
  return fits ? [] : [says('not signed once for what was frozen', { signatures: signatures.length })];
}

/** Happen once for each payment, or once for the case. */
const oncePerPayment = [
  'payment.started',
  'payment.opened',
  'payment.authorized',
  'payment.captured',
  'payment.late_money',
  'payment.failed',
  'payment.cancelled',
  'payment.expired',
  'payment.voided',
];
const oncePerCase = ['case.delivered', 'submission.withdrawn'];

/** The history counts without gaps, and nothing that happens once is told twice. */
function eventRules({ submission: { events, seq } }: Facts, says: Says): string[] {
  const once = events.flatMap(({ type, data }) => {
    if (oncePerCase.includes(type)) return [type];
    return oncePerPayment.includes(type) ? [`${type} ${(data as { attemptId?: string }).attemptId}`] : [];
  });
  const twice = once.filter((key, index) => once.indexOf(key) !== index);
  const counts = events.every((event, index) => event.seq === index + 1) && events.length === seq;
  return [
    ...(twice.length === 0 ? [] : [says('an event twice', { twice })]),
    ...(counts ? [] : [says('a gap in the history', { seq, events: events.length })]),
  ];
}

/** Number series have no gaps, every transaction of the ledger sums to zero, and what the owner's ledger says is what the attempts do. */
async function ofOwner(world: World): Promise<string[]> {
  const { db } = world.app;
  const numbers = await db.receipt.groupBy({ by: ['series', 'year'], _max: { number: true }, _count: true });
  const unbalanced = await db.$queryRaw<object[]>`
    select transaction_id from ledger_entry group by transaction_id having sum(amount_minor) <> 0`;
  const unlike = await db.$queryRaw<object[]>`
    select a.owner_id, a.environment, a.currency, sum(a.captured_minor - a.refunded_minor)::int as attempts,
           (select coalesce(sum(l.amount_minor), 0)::int from ledger_entry l
             where l.owner_id = a.owner_id and l.environment = a.environment and l.currency = a.currency
               and l.account = 'provider') as ledger
      from payment_attempt a group by 1, 2, 3
    having sum(a.captured_minor - a.refunded_minor) <>
           (select coalesce(sum(l.amount_minor), 0) from ledger_entry l
             where l.owner_id = a.owner_id and l.environment = a.environment and l.currency = a.currency
               and l.account = 'provider')`;
  return [
    ...numbers
      .filter(({ _max, _count }) => _max.number !== _count)
      .map((series) => `a gap in a number series ${JSON.stringify(series)}`),
    ...unbalanced.map((row) => `the ledger is out of balance ${JSON.stringify(row)}`),
    ...unlike.map((row) => `the owner’s ledger is not what the attempts say ${JSON.stringify(row)}`),
  ];
}
