import { readExpiry } from '../read-expiry.ts';
import { fieldOf, type PaymentRecord, type UsedCard } from './model.ts';

/** What the published test cards do; any other number is «Rejected by acquirer», so that no real card can seem to work. */
export type CardOutcome = 'accepted' | 'declined' | 'capture-declined';

/** Two of the four fail the Luhn check, so nothing here may check it. */
export const testCards: readonly { pan: string; type: string; outcome: CardOutcome }[] = [
  { pan: '4711100000000000', type: 'VISA', outcome: 'accepted' },
  { pan: '5019100000000000', type: 'DK', outcome: 'accepted' },
  { pan: '4711000000000000', type: 'VISA', outcome: 'declined' },
  { pan: '4711100000000001', type: 'VISA', outcome: 'capture-declined' },
];

/** The published expiry and CVC. It is accepted though it has passed, and so is every later one. */
export const testExpiry = '06/24';
export const testCvc = '684';

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
  payment: Pick<PaymentRecord, 'fields'>,
  now: Date,
): { ok: true; card: UsedCard; outcome: CardOutcome } | { ok: false; errors: CardFormErrors } {
  const errors: CardFormErrors = {};
  const pan = form.cardNumber.replace(/[\s-]/g, '');
  const type = cardTypeOf(pan);
  if (!pan) errors.cardNumber = 'required';
  else if (!/^\d{12,19}$/.test(pan)) errors.cardNumber = 'invalid';
  else if (!isOffered(type, payment)) errors.cardNumber = 'brand';

  const expiry = readExpiry(form.expiry, now, testExpiry);
  if (expiry.error) errors.expiry = expiry.error;

  if (!form.cvc.trim()) errors.cvc = 'required';
  else if (!/^\d{3,4}$/.test(form.cvc.trim())) errors.cvc = 'invalid';

  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const outcome = testCards.find((card) => card.pan === pan)?.outcome ?? 'declined';
  const masked = `${pan.slice(0, 6)}${'*'.repeat(pan.length - 10)}${pan.slice(-4)}`;
  return {
    ok: true,
    outcome,
    card: {
      type,
      masked,
      expMonth: expiry.month,
      expYear: expiry.year,
      refusesCapture: outcome === 'capture-declined',
    },
  };
}

/** The card types that this payment may be made with: the merchant's `payType`, or all of them. */
export function offeredTypes(payment: Pick<PaymentRecord, 'fields'>): string[] {
  const wanted = fieldOf(payment, 'payType')
    .split(',')
    .filter((code) => code !== '');
  return wanted.length === 0 || wanted.includes('DIBS') ? [...contracted] : wanted;
}

function isOffered(type: string, payment: Pick<PaymentRecord, 'fields'>): boolean {
  return offeredTypes(payment).includes(type);
}

const contracted = ['VISA', 'MC', 'AMEX', 'DK'];

function cardTypeOf(pan: string): string {
  if (/^5019/.test(pan)) return 'DK';
  if (/^3[47]/.test(pan)) return 'AMEX';
  if (/^[25]/.test(pan)) return 'MC';
  return 'VISA';
}
