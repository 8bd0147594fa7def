import { authorized } from './authorize.ts';
import { futureExpiry, parseCardForm, testCards } from './cards.ts';
import type { Transaction } from './model.ts';
import type { Netaxept } from './netaxept.ts';

/**
 * The payer has the terminal open in another tab and pays there, also when the visit was over: nothing published says that
 * it cannot be. Undefined when something is held or taken already.
 */
export function comeAlive(netaxept: Netaxept, transaction: Transaction): Transaction | undefined {
  if (transaction.authorization) return undefined;
  const form = {
    cardNumber: testCards[0]?.pan ?? '',
    expiry: futureExpiry(netaxept.context.now()),
    cvc: '123',
  };
  const parsed = parseCardForm(form, { methods: [] }, netaxept.context.now());
  if (!parsed.ok) return undefined;
  return authorized(netaxept, { ...transaction, terminal: 'ok' }, parsed.card, 'Auto AUTH');
}
