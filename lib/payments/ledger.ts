import type { Ids } from '@/lib/core/ids.ts';
import { minor } from '@/lib/core/money.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { Attempt } from './attempt.ts';

/**
 * Accounts of the double-entry ledger, per owner, environment and currency:
 * `provider` what the provider holds for the owner, `held` money taken for a case that is not delivered yet,
 * `earned` money of delivered cases. Debits are positive; every transaction sums to zero (the database checks).
 */
export type Account = 'provider' | 'held' | 'earned';
export type LedgerKind = 'captured' | 'delivered' | 'refunded' | 'undelivered' | 'charged_back';

type BookedOn = Pick<Attempt, 'id' | 'ownerId' | 'environment' | 'currency'>;

/** Books one movement of `amountMinor` (> 0) from an account to another. */
export async function book(
  tx: Transaction,
  ids: Ids,
  attempt: BookedOn,
  kind: LedgerKind,
  movement: { to: Account; from: Account; amountMinor: number },
  at: Date,
): Promise<void> {
  if (movement.amountMinor <= 0) throw new RangeError('The ledger books positive amounts only');
  const transactionId = ids.uuid();
  const entry = (account: Account, amountMinor: number) => ({
    id: ids.uuid(),
    transactionId,
    ownerId: attempt.ownerId,
    environment: attempt.environment,
    currency: attempt.currency,
    attemptId: attempt.id,
    account,
    amountMinor: BigInt(amountMinor),
    kind,
    at,
  });
  await tx.ledgerEntry.createMany({
    data: [entry(movement.to, movement.amountMinor), entry(movement.from, -movement.amountMinor)],
  });
}

/** Books money that went back to the payer, out of where it is: first what waits for delivery, then what was earned. */
export async function bookReturn(
  tx: Transaction,
  ids: Ids,
  attempt: BookedOn,
  kind: Extract<LedgerKind, 'refunded' | 'charged_back'>,
  amountMinor: number,
  at: Date,
): Promise<void> {
  const fromHeld = Math.max(0, Math.min(-(await balance(tx, attempt.id, 'held')), amountMinor));
  const parts = [
    { to: 'held', amountMinor: fromHeld },
    { to: 'earned', amountMinor: amountMinor - fromHeld },
  ] as const;
  for (const part of parts)
    if (part.amountMinor > 0) await book(tx, ids, attempt, kind, { ...part, from: 'provider' }, at);
}

/** Balance of one account of an attempt, minor units; `held` is negative while money waits for delivery. */
export async function balance(reader: Reader, attemptId: string, account: Account): Promise<number> {
  const sum = await reader.ledgerEntry.aggregate({
    where: { attemptId, account },
    _sum: { amountMinor: true },
  });
  return minor(sum._sum.amountMinor ?? 0n);
}
