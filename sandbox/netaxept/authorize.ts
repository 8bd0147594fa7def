import { peekFault, referencesOf } from './faults.ts';
import type { PaymentError, Transaction, UsedCard } from './model.ts';
import { batchOf, type Netaxept, record } from './netaxept.ts';

/** Undefined when the bank says yes to holding the sum on this card. */
export function refusalOf(
  { context }: Netaxept,
  transaction: Transaction,
  card: UsedCard,
): PaymentError | undefined {
  const magic = magicCode(transaction.amount);
  const code =
    magic && peekFault(context, 'magic', referencesOf(transaction)) !== 'off'
      ? magic
      : card.outcome === 'auth-fails'
        ? '99'
        : undefined;
  if (!code) return undefined;
  // The real one quotes the number of the card here.
  const text = `Auth Reg Comp Failure (${card.quoted})`;
  return { at: context.now().toISOString(), operation: 'Auth', code, source: 'Netaxept', text };
}

/** The sum is held. */
export function authorized(
  netaxept: Netaxept,
  transaction: Transaction,
  card: UsedCard,
  description: string,
): Transaction {
  const id = String(100_000 + (Number.parseInt(netaxept.context.randomHex(3), 16) % 900_000));
  return record(
    netaxept,
    transaction,
    { card, challenge: undefined, authorization: { id, at: netaxept.context.now().toISOString() } },
    `reservert ${transaction.amount} på ${card.masked}`,
    { operation: 'Auth', description, batch: batchOf(netaxept) },
  );
}

/** 0.01–0.99 and 1.01–1.99 are refused with the decimals as the code: `152` → `52`. Undefined for every other sum. */
export function magicCode(amountMinor: number): string | undefined {
  const decimals = amountMinor % 100;
  return amountMinor < 200 && decimals > 0 ? String(decimals).padStart(2, '0') : undefined;
}
