import { readExpiry } from '../read-expiry.ts';
import type { CardOutcome, Transaction, UsedCard } from './model.ts';

/** What the published test cards do; every other number is declined, so that no real card can seem to work. */
export const testCards: readonly { pan: string; method: string; outcome: CardOutcome }[] = [
  { pan: '4925000000000004', method: 'Visa', outcome: 'ok' },
  { pan: '5413000000000000', method: 'MasterCard', outcome: 'ok' },
  { pan: '378282246310005', method: 'AmericanExpress', outcome: 'ok' },
  { pan: '4925000000000087', method: 'Visa', outcome: 'auth-fails' },
  { pan: '4925000000000079', method: 'Visa', outcome: 'capture-fails' },
];

/** Query's names of them; only `Visa` was recorded, the others are a guess. */
export const cardMethods: readonly string[] = ['Visa', 'MasterCard', 'AmericanExpress', 'Dankort'];

/** What the payer typed. */
export interface CardForm {
  cardNumber: string;
  /** `MM/YY` */
  expiry: string;
  cvc: string;
}

export type CardFormErrors = Partial<Record<keyof CardForm, 'required' | 'invalid' | 'expired' | 'brand'>>;

/** Reads the card form; the errors are by field and are put into words by the page. */
export function parseCardForm(
  form: CardForm,
  transaction: Pick<Transaction, 'methods'>,
  now: Date,
): { ok: true; card: UsedCard } | { ok: false; errors: CardFormErrors } {
  const errors: CardFormErrors = {};
  const pan = form.cardNumber.replace(/[\s-]/g, '');
  const method = methodOf(pan);
  if (!pan) errors.cardNumber = 'required';
  else if (!/^\d{13,19}$/.test(pan)) errors.cardNumber = 'invalid';
  else if (!method || !offeredMethods(transaction).includes(method)) errors.cardNumber = 'brand';

  const expiry = readExpiry(form.expiry, now);
  if (expiry.error) errors.expiry = expiry.error;

  if (!form.cvc.trim()) errors.cvc = 'required';
  else if (!/^\d{3,4}$/.test(form.cvc.trim())) errors.cvc = 'invalid';

  if (!method || Object.keys(errors).length > 0) return { ok: false, errors };
  const known = testCards.find((card) => card.pan === pan);
  const masked = `${pan.slice(0, 6)}${'*'.repeat(pan.length - 10)}${pan.slice(-4)}`;
  return {
    ok: true,
    card: {
      method,
      masked,
      expiry: `${expiry.year}${expiry.month}`,
      quoted: known ? pan : masked,
      outcome: known?.outcome ?? 'auth-fails',
    },
  };
}

/** The methods of `paymentMethodList` that are cards, or all of them. */
export function offeredMethods({ methods }: Pick<Transaction, 'methods'>): string[] {
  return cardMethods.filter((name) => methods.length === 0 || methods.includes(name));
}

/** An expiry that is accepted today, as the one-click cards fill in: `12/YY`, three years ahead. */
export function futureExpiry(now: Date): string {
  return `12/${String(now.getFullYear() + 3).slice(-2)}`;
}

function methodOf(pan: string): string | undefined {
  if (/^5019/.test(pan)) return 'Dankort';
  if (/^4/.test(pan)) return 'Visa';
  if (/^(5[1-5]|2[2-7])/.test(pan)) return 'MasterCard';
  if (/^3[47]/.test(pan)) return 'AmericanExpress';
  return undefined;
}
