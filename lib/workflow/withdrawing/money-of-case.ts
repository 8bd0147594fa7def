import { type Currency, minor } from '@/lib/core/money.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import { leftOf } from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';

/** What the payers of a case have at stake right now, minor units; all 0 when nothing was ever paid or begun. */
export interface MoneyOfCase {
  /** Taken, and not given back yet. */
  takenMinor: number;
  /** Given back already. */
  returnedMinor: number;
  /** Reserved, and not taken. */
  heldMinor: number;
  /** Of what is taken: what does not come back, for the service of a completed case keeps it. */
  keptMinor: number;
  /** Of a payment page that is open, or being opened: nobody has told of money yet, and some may come. */
  openMinor: number;
  currency: Currency;
  /** What it was paid with, when the provider told. */
  maskedCard?: string;
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
  const paidWith = attempts.findLast(({ maskedCard }) => maskedCard !== null);
  const takenMinor = sum((attempt) => BigInt(leftOf(attempt)));
  return {
    takenMinor,
    returnedMinor: sum((attempt) => attempt.refundedMinor),
    keptMinor: completedAt ? Math.min(takenMinor, withdrawal?.keptMinor ?? 0) : 0,
    heldMinor: sum((attempt) => (attempt.status === 'authorized' ? attempt.amountMinor : 0n)),
    openMinor: sum((attempt) =>
      isActive(attempt.status) && attempt.status !== 'authorized' ? attempt.amountMinor : 0n,
    ),
    currency: (attempts.at(-1)?.currency ?? 'NOK') as Currency,
    ...(paidWith?.maskedCard && { maskedCard: paidWith.maskedCard }),
  };
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
