import { readExpiry } from '../read-expiry.ts';
import type { PaymentRecord, UsedCard } from './model.ts';
import { methodTypes } from './schemas.ts';

/** What the published test cards do; every other number is declined, so that no real card can seem to work. */
export type CardOutcome = 'success' | 'reservation-fails' | 'charge-fails' | 'three-d-secure';

export const testCards: readonly { pan: string; brand: string; outcome: CardOutcome }[] = [
  { pan: '4925000000000004', brand: 'Visa', outcome: 'success' },
  { pan: '5413000000000000', brand: 'MasterCard', outcome: 'success' },
  { pan: '4925000000000087', brand: 'Visa', outcome: 'reservation-fails' },
  { pan: '4925000000000079', brand: 'Visa', outcome: 'charge-fails' },
  { pan: '4268270087374847', brand: 'Visa', outcome: 'three-d-secure' },
  { pan: '4925000000000061', brand: 'Visa', outcome: 'three-d-secure' },
  { pan: '5213199803453465', brand: 'MasterCard', outcome: 'three-d-secure' },
  { pan: '5544330000000235', brand: 'MasterCard', outcome: 'three-d-secure' },
];

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
  payment: PaymentRecord,
  now: Date,
): { ok: true; card: UsedCard; outcome: CardOutcome } | { ok: false; errors: CardFormErrors } {
  const errors: CardFormErrors = {};
  const pan = form.cardNumber.replace(/[\s-]/g, '');
  const brand = brandOf(pan);
  if (!pan) errors.cardNumber = 'required';
  else if (!isCardNumber(pan)) errors.cardNumber = 'invalid';
  else if (!brand || !isBrandEnabled(brand, payment)) errors.cardNumber = 'brand';

  const expiry = readExpiry(form.expiry, now);
  if (expiry.error) errors.expiry = expiry.error;

  if (!form.cvc.trim()) errors.cvc = 'required';
  else if (!(brand === 'AmericanExpress' ? /^\d{4}$/ : /^\d{3}$/).test(form.cvc.trim()))
    errors.cvc = 'invalid';

  if (!brand || Object.keys(errors).length > 0) return { ok: false, errors };
  const outcome = testCards.find((card) => card.pan === pan)?.outcome ?? 'reservation-fails';
  const maskedPan = `${pan.slice(0, 6)}${'*'.repeat(pan.length - 10)}${pan.slice(-4)}`;
  return {
    ok: true,
    outcome,
    card: {
      brand,
      maskedPan,
      expiryMonth: expiry.month,
      expiryYear: expiry.year,
      refusesCharge: outcome === 'charge-fails',
    },
  };
}

/** `paymentMethodsConfiguration`: listing anything disables whatever is not listed. */
export function isBrandEnabled(brand: string, payment: PaymentRecord): boolean {
  if (!payment.paymentMethods?.length) return true;
  const names = payment.paymentMethods.filter(({ enabled }) => enabled).map(({ name }) => name);
  return names.includes('Card') || names.includes(brand);
}

export function enabledBrands(payment: PaymentRecord): string[] {
  return (methodTypes.Card ?? []).filter((brand) => isBrandEnabled(brand, payment));
}

/** An expiry that is accepted today, as the one-click cards fill in: `12/YY`, three years ahead. */
export function futureExpiry(now: Date): string {
  return `12/${String(now.getFullYear() + 3).slice(-2)}`;
}

function brandOf(pan: string): string | undefined {
  if (/^5019/.test(pan)) return 'Dankort';
  if (/^4/.test(pan)) return 'Visa';
  if (/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/.test(pan)) return 'MasterCard';
  if (/^3[47]/.test(pan)) return 'AmericanExpress';
  return undefined;
}

/** 13 to 19 digits that pass the Luhn check. */
function isCardNumber(pan: string): boolean {
  if (!/^\d{13,19}$/.test(pan)) return false;
  const sum = [...pan].reverse().reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
