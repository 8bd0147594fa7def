import { authorized, refusalOf } from './authorize.ts';
import { type CardForm, type CardFormErrors, parseCardForm } from './cards.ts';
import { peekFault, referencesOf, takeFault } from './faults.ts';
import type { PaymentError, Transaction, UsedCard } from './model.ts';
import { type Netaxept, record } from './netaxept.ts';

/** What the bank is to do about 3-D Secure: not ask, ask, or not be there. */
export type ThreeDS = 'none' | 'ask' | 'unavailable';

/** What the payer's browser is to be shown, or where it is to go. */
export type VisitOutcome =
  /** The visit was over before. */
  | { kind: 'closed' }
  | { kind: 'form-errors'; errors: CardFormErrors }
  | { kind: 'challenge'; challengeId: string }
  /** It is over now. `location` is absent under the fault `return=never`. */
  | { kind: 'over'; as: 'ok' | 'cancelled' | 'failed'; location?: string };

/** The payer opens the terminal. */
export function enter(netaxept: Netaxept, transaction: Transaction): Transaction {
  if (transaction.enteredAt) return transaction;
  const enteredAt = netaxept.context.now().toISOString();
  return record(netaxept, transaction, { enteredAt }, 'betaleren kom til terminalen');
}

/** The payer sends the card form. */
export function payWithCard(
  netaxept: Netaxept,
  transaction: Transaction,
  form: CardForm,
  threeDS: ThreeDS,
): VisitOutcome {
  if (transaction.terminal !== 'open') return { kind: 'closed' };
  const parsed = parseCardForm(form, transaction, netaxept.context.now());
  if (!parsed.ok) return { kind: 'form-errors', errors: parsed.errors };
  const { card } = parsed;
  switch (threeDS) {
    case 'ask': {
      const id = netaxept.context.randomHex(16);
      record(netaxept, transaction, { challenge: { id, card } }, `3-D Secure for ${card.masked}`);
      return { kind: 'challenge', challengeId: id };
    }
    case 'unavailable':
      return fail(netaxept, transaction, threeDSError(netaxept, '3-D Secure is not available'));
    case 'none':
      return finish(netaxept, transaction, card);
  }
}

/** The payer decides at the issuer's page; only the newest challenge counts, and only once. */
export function answerChallenge(
  netaxept: Netaxept,
  transaction: Transaction,
  challengeId: string,
  decision: 'approve' | 'reject' | 'cancel',
): VisitOutcome {
  const { challenge } = transaction;
  if (transaction.terminal !== 'open' || challenge?.id !== challengeId) return { kind: 'closed' };
  switch (decision) {
    case 'approve':
      return finish(netaxept, transaction, challenge.card);
    case 'reject':
      return fail(netaxept, transaction, threeDSError(netaxept, '3-D Secure authentication failed'));
    case 'cancel':
      return leave(netaxept, transaction);
  }
}

/** The payer leaves. */
export function leave(netaxept: Netaxept, transaction: Transaction): VisitOutcome {
  if (transaction.terminal !== 'open') return { kind: 'closed' };
  // What Query shows afterwards is not known: nothing, unless a fault wants it so.
  const shown = peekFault(netaxept.context, 'left', referencesOf(transaction)) === 'error';
  const error = { at: netaxept.context.now().toISOString(), operation: 'Terminal', code: 'Cancel' };
  const errors = shown ? [{ ...error, source: 'Netaxept', text: 'The payer left' }] : [];
  const next = record(
    netaxept,
    transaction,
    { terminal: 'cancelled', challenge: undefined, errors: [...transaction.errors, ...errors] },
    'betaleren avbrøt',
  );
  return over(netaxept, next, 'Cancel');
}

function finish(netaxept: Netaxept, transaction: Transaction, card: UsedCard): VisitOutcome {
  const ok = { terminal: 'ok' as const, challenge: undefined, card };
  if (!transaction.autoAuth)
    return over(netaxept, record(netaxept, transaction, ok, `kort ${card.masked}`), 'OK');
  const refusal = refusalOf(netaxept, transaction, card);
  if (refusal) return fail(netaxept, transaction, refusal);
  return over(netaxept, authorized(netaxept, { ...transaction, ...ok }, card, 'Auto AUTH'), 'OK');
}

function fail(netaxept: Netaxept, transaction: Transaction, error: PaymentError): VisitOutcome {
  const next = record(
    netaxept,
    transaction,
    { terminal: 'failed', challenge: undefined, errors: [...transaction.errors, error] },
    `avslått: kode ${error.code}`,
  );
  return over(netaxept, next, error.code);
}

/** Which code the real one has is not known. */
function threeDSError({ context }: Netaxept, text: string): PaymentError {
  return { at: context.now().toISOString(), operation: 'Auth', code: '99', source: 'Netaxept', text };
}

function over({ context }: Netaxept, transaction: Transaction, responseCode: string): VisitOutcome {
  const never = takeFault(context, 'return', referencesOf(transaction)) === 'never';
  const as = transaction.terminal === 'open' ? 'ok' : transaction.terminal;
  return { kind: 'over', as, ...(!never && { location: returnUrl(transaction, responseCode) }) };
}

/** What the terminal says when a visit is over; undefined before. */
export function returnCode({ terminal, errors }: Transaction): string | undefined {
  switch (terminal) {
    case 'open':
      return undefined;
    case 'ok':
      return 'OK';
    case 'cancelled':
      return 'Cancel';
    case 'failed':
      return errors.at(-1)?.code ?? '99';
  }
}

/** The merchant's address with what the terminal adds. */
export function returnUrl({ redirectUrl, id }: Transaction, responseCode: string): string {
  const url = new URL(redirectUrl);
  url.searchParams.append('transactionId', id);
  url.searchParams.append('responseCode', responseCode);
  return url.href;
}
