import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { type Currency, minor } from '@/lib/core/money.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { PaymentAttempt, Submission } from '@/lib/db/generated/client.ts';
import { leftOf } from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import type { PaidWith } from '@/lib/payments/paid-with-words.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';

/** What the payers of a case have at stake right now, minor units; all 0 when nothing was ever paid or begun. */
export interface MoneyOfCase {
  /** Taken, and not given back yet. */
  takenMinor: number;
  /** Given back already, or taken back by the payer's bank. */
  returnedMinor: number;
  /** Reserved, and not taken. */
  heldMinor: number;
  /** Of what is taken: what does not come back, for the service of a completed case keeps it. */
  keptMinor: number;
  /** Of a payment page that is open, or being opened, and of one whose money does not match: nothing is booked, and some may come. */
  openMinor: number;
  currency: Currency;
  /** What was used for what is taken or held; absent when nobody told, or it was paid in several ways. */
  paidWith?: PaidWith;
}

/** Sums up what a case holds, over all its attempts; what has gone back is not in it. */
export async function moneyOfCase(
  reader: Reader,
  { id, completedAt }: Pick<Submission, 'id' | 'completedAt'>,
  { withdrawal }: Pick<ServiceDefinition, 'withdrawal'>,
): Promise<MoneyOfCase> {
  const attempts = await reader.paymentAttempt.findMany({
    where: { order: { submissionId: id } },
    orderBy: [{ createdAt: 'asc' }, { reference: 'asc' }],
  });
  const sum = (of: (attempt: (typeof attempts)[number]) => bigint) =>
    minor(attempts.reduce((total, attempt) => total + of(attempt), 0n));
  const paidWith = paidWithOf(attempts);
  const takenMinor = sum((attempt) => BigInt(leftOf(attempt)));
  return {
    takenMinor,
    returnedMinor: sum((attempt) => attempt.refundedMinor + attempt.chargedBackMinor),
    keptMinor: completedAt ? Math.min(takenMinor, withdrawal?.keptMinor ?? 0) : 0,
    heldMinor: sum((attempt) => (attempt.status === 'authorized' ? attempt.amountMinor : 0n)),
    openMinor: sum((attempt) => (isUndecided(attempt) ? attempt.amountMinor : 0n)),
    currency: (attempts.at(-1)?.currency ?? 'NOK') as Currency,
    ...(paidWith && { paidWith }),
  };
}

function isUndecided({ status, problem, capturedMinor }: PaymentAttempt): boolean {
  if (status === 'authorized') return false;
  return isActive(status) || (problem !== null && capturedMinor === 0n);
}

/** The one way that what a case holds was paid in. */
function paidWithOf(attempts: readonly PaymentAttempt[]): PaidWith | undefined {
  const holding = attempts.filter((attempt) => leftOf(attempt) > 0 || attempt.status === 'authorized');
  const ways = holding.map(({ provider, method, maskedCard }) => ({ provider, method, maskedCard }));
  const [first] = ways;
  return ways.every((way) => canonicalJson(way) === canonicalJson(first)) ? first : undefined;
}

/** What a page showed of the money, to be sent back with its form: another mark means that something moved meanwhile. */
export function moneyMark({ takenMinor, heldMinor, openMinor }: MoneyOfCase): string {
  return `${takenMinor}-${heldMinor}-${openMinor}`;
}

/** Whether the money is what a page with this mark told. A payment page that was open and is closed is as was told, too. */
export function isAsTold(mark: string, money: MoneyOfCase): boolean {
  const toldOpen = Number(mark.split('-').at(-1));
  return (
    mark === moneyMark(money) ||
    (money.openMinor === 0 && mark === moneyMark({ ...money, openMinor: toldOpen }))
  );
}
