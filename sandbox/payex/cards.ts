import { readExpiry } from '../read-expiry.ts';
import type { UsedCard } from './model.ts';

/** What the published test cards do; every other number is declined, so that no real card can seem to work. */
export type CardOutcome = 'success' | 'challenge' | 'rejected';

export interface TestCard {
  pan: string;
  brand: string;
  outcome: CardOutcome;
  /** `MM/YY` where only one is accepted. */
  expiry?: string;
}

/** The provider's published test cards. Those with a fixed expiry are its network token cards. */
export const testCards: readonly TestCard[] = [
  { pan: '4925000000000004', brand: 'Visa', outcome: 'success' },
  { pan: '5226600159865967', brand: 'MasterCard', outcome: 'success' },
  { pan: '4761739001010416', brand: 'Visa', outcome: 'challenge' },
  { pan: '5226612199533406', brand: 'MasterCard', outcome: 'challenge' },
  { pan: '377601000000000', brand: 'Amex', outcome: 'success' },
  { pan: '5019994016316467', brand: 'Dankort', outcome: 'success' },
  { pan: '6764429999947470', brand: 'Maestro', outcome: 'success' },
  { pan: '6007220000000004', brand: 'Forbrugsforeningen', outcome: 'success' },
  { pan: '4581097032723517', brand: 'Visa', outcome: 'success' },
  { pan: '4581099940323133', brand: 'Visa', outcome: 'success' },
  { pan: '5226603115488031', brand: 'MasterCard', outcome: 'success' },
  { pan: '5226604266737382', brand: 'MasterCard', outcome: 'success' },
  { pan: '5226600156995650', brand: 'MasterCard', outcome: 'success' },
  { pan: '5019994001307083', brand: 'Dankort', outcome: 'success' },
  { pan: '4571994016401817', brand: 'Visa', outcome: 'success' },
  { pan: '4571994016471869', brand: 'Visa', outcome: 'success' },
  { pan: '4111112000003211', brand: 'Visa', outcome: 'success', expiry: '09/35' },
  { pan: '5510000000001232', brand: 'MasterCard', outcome: 'success', expiry: '04/35' },
  { pan: '4111112000006545', brand: 'Visa', outcome: 'challenge', expiry: '11/35' },
  { pan: '5510000000002347', brand: 'MasterCard', outcome: 'challenge', expiry: '06/35' },
  { pan: '4111112000004565', brand: 'Visa', outcome: 'rejected', expiry: '07/35' },
  { pan: '4111112000007899', brand: 'Visa', outcome: 'rejected', expiry: '12/35' },
  { pan: '5510000000009631', brand: 'MasterCard', outcome: 'rejected', expiry: '08/35' },
  { pan: '5510000000005431', brand: 'MasterCard', outcome: 'rejected', expiry: '02/35' },
];

/** What the payer typed. */
export interface CardForm {
  cardNumber: string;
  /** `MM/YY` */
  expiry: string;
  cvc: string;
}

export type CardFormErrors = Partial<Record<keyof CardForm, 'required' | 'invalid' | 'expired'>>;

export type ParsedCard =
  | { ok: true; card: UsedCard; outcome: CardOutcome | 'unknown' }
  | { ok: false; errors: CardFormErrors };

/** Reads the card form; the errors are by field and are put into words by the page. */
export function parseCardForm(form: CardForm, now: Date): ParsedCard {
  const errors: CardFormErrors = {};
  const pan = form.cardNumber.replace(/[\s-]/g, '');
  if (!pan) errors.cardNumber = 'required';
  else if (!isCardNumber(pan)) errors.cardNumber = 'invalid';

  const expiry = readExpiry(form.expiry, now);
  if (expiry.error) errors.expiry = expiry.error;

  const brand = brandOf(pan);
  if (!form.cvc.trim()) errors.cvc = 'required';
  else if (!(brand === 'Amex' ? /^\d{4}$/ : /^\d{3}$/).test(form.cvc.trim())) errors.cvc = 'invalid';
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const known = testCards.find((card) => card.pan === pan);
  const fits = known && (known.expiry === undefined || known.expiry === `${expiry.month}/${expiry.year}`);
  return {
    ok: true,
    outcome: fits ? known.outcome : 'unknown',
    card: {
      brand: known?.brand ?? brand,
      cardType: debitBrands.has(known?.brand ?? brand) ? 'Debit' : 'Credit',
      maskedPan: `${pan.slice(0, 6)}${'*'.repeat(Math.max(0, pan.length - 10))}${pan.slice(-4)}`,
      bin: pan.slice(0, 6),
      expiryDate: `${expiry.month}/20${expiry.year}`,
    },
  };
}

/** An expiry that is accepted today, as the one-click cards fill in. */
export function expiryFor({ expiry }: Pick<TestCard, 'expiry'>, now: Date): string {
  return expiry ?? `12/${String(now.getFullYear() + 3).slice(-2)}`;
}

export function cvcFor({ brand }: Pick<TestCard, 'brand'>): string {
  return brand === 'Amex' ? '1234' : '123';
}

/** Brands that are debit cards; the provider publishes no type for its test cards, so the others count as credit. */
const debitBrands = new Set(['Dankort', 'Maestro']);

function brandOf(pan: string): string {
  if (/^5019/.test(pan)) return 'Dankort';
  if (/^6007/.test(pan)) return 'Forbrugsforeningen';
  if (/^(5[06-8]|6)/.test(pan)) return 'Maestro';
  if (/^3[47]/.test(pan)) return 'Amex';
  return /^4/.test(pan) ? 'Visa' : 'MasterCard';
}

/** 13 to 19 digits. No Luhn check: whether every published test card passes it is nobody's promise. */
function isCardNumber(pan: string): boolean {
  return /^\d{13,19}$/.test(pan);
}
