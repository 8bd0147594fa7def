import type { Booked } from '../provider-driver.ts';
import type { BothBooks, Facts } from './facts.ts';

export type Says = (rule: string, details: object) => string;

/** Alarms in the owner's list that say of money where it is: it is somebody's to see to, and nothing is hidden. */
const visible = [
  'payment_mismatch',
  'payment_unresolved',
  'operation_unanswered',
  'operation_unknown',
  'cancel_refused',
  'refund_refused',
];
/** Where a provider can be asked, all of it clears itself up but this; and but what does not show when it is asked. */
const visibleWhenAsked = ['cancel_refused'];
const visibleWhenBlind = [...visibleWhenAsked, 'operation_unknown'];

/** Whether the owner has been told, and still is, that something of these payments needs a person. */
export function isInQueue({ alarms, sandbox }: Facts): boolean {
  const { fetch, blindTo } = sandbox.can;
  const whenAsked = blindTo ? visibleWhenBlind : visibleWhenAsked;
  const kinds = fetch ? whenAsked : visible;
  return alarms.some(({ kind }) => kinds.includes(kind));
}

/** No orphan money: every øre is delivered, given back or in the owner's list, in our books as in the provider's, and the ledger agrees. */
export function moneyRules(facts: Facts, says: Says): string[] {
  const queued = isInQueue(facts);
  return [
    ...always(facts, says),
    ...(queued ? [] : settled(facts, says)),
    ...strayRules(facts, says, queued),
    ...facts.operations
      .filter(({ id }) => !facts.alarms.some(({ dedupeKey }) => dedupeKey === `operation:${id}`))
      .map(({ kind, status, errorCode }) => says('an operation is not over', { kind, status, errorCode })),
  ];
}

/** True whatever happened, with or without somebody's help. */
function always({ attempts, booked, ledger, submission }: Facts, says: Says): string[] {
  const taken = sum(attempts, ({ ours }) => ours.captured - ours.refunded);
  const kept = sum(booked, (one) => one.charged - one.refunded);
  const total = Number(submission.orders.find(({ kind }) => kind === 'original')?.totalMinor ?? 0n);
  return [
    ...booked
      .filter((one) => one.charged > one.amount || one.refunded > one.charged)
      .map((one) => says('more is taken than was asked for, or more given back than was taken', one)),
    ...attempts
      .filter(({ attempt, ours }) => ours.captured > attempt.amountMinor || ours.refunded > ours.captured)
      .map(({ ours }) => says('our books have more than was asked for', ours)),
    ...attempts
      .filter(({ theirs, ours }) => theirs && theirs.refunded < ours.refunded)
      .map(({ ours, theirs }) => says('we believe that more went back than did', { ours, theirs })),
    ...(ledger.provider === taken && ledger.provider + ledger.held + ledger.earned === 0
      ? []
      : [says('the ledger is not what the attempts say', { ledger, taken })]),
    ...(sum(attempts, ({ settles }) => settles) <= total
      ? []
      : [says('an order is settled more than once', { total })]),
    ...(total === 0 || kept <= total ? [] : [says('more is kept than was owed', { kept, total })]),
  ];
}

/** True when nobody has to help. */
function settled({ attempts, submission, booked, ledger }: Facts, says: Says): string[] {
  const owed = submission.status === 'completed' ? sum(attempts, ({ settles }) => settles) : 0;
  const kept = sum(booked, ({ charged, refunded }) => charged - refunded);
  const held = sum(attempts, ({ theirs }) => (theirs ? heldOf(theirs) : 0));
  return [
    ...attempts
      .filter(isUnlike)
      .map(({ attempt, ours, theirs }) =>
        says('our books are not the provider’s', { status: attempt.status, ours, theirs }),
      ),
    ...(kept === owed ? [] : [says('the provider holds money that is not delivered', { kept, owed })]),
    ...(held === 0 ? [] : [says('a reservation is left', { held })]),
    ...(ledger.held === 0 && ledger.earned === -owed
      ? []
      : [says('the ledger does not know where the money is', { ledger, owed })]),
  ];
}

/** A payment that no attempt knows holds nothing, unless nobody ever told of it: then its reservation lapses by itself. */
function strayRules({ strays }: Facts, says: Says, queued: boolean): string[] {
  return strays
    .filter((one) => one.charged > 0 || (heldOf(one) > 0 && one.isTold && !queued))
    .map((one) => says('the provider has money that no attempt knows of', one));
}

function isUnlike({ ours, theirs }: BothBooks): boolean {
  return ours.captured !== (theirs?.charged ?? 0) || ours.refunded !== (theirs?.refunded ?? 0);
}

function heldOf({ reserved, charged, cancelled }: Booked): number {
  return Math.max(0, reserved - charged - cancelled);
}

function sum<T>(some: readonly T[], of: (one: T) => number): number {
  return some.reduce((total, one) => total + of(one), 0);
}
