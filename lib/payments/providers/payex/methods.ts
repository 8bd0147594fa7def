import { type InstrumentName, isInstrument, type PaymentOrder, paidNode } from '@/lib/sdk/payex/index.ts';
import type { PageLimits, PaymentMethod, Ways } from '../../payment-method.ts';
import { brand } from '../../words.ts';

/** Brands as the provider writes them in what was paid; only `Visa` is seen in its examples. */
const cards = [
  { name: 'Visa', words: brand('Visa'), isCard: true },
  { name: 'MasterCard', words: brand('Mastercard'), isCard: true },
  { name: 'Amex', words: brand('American Express'), isCard: true },
  { name: 'Dankort', words: brand('Dankort'), isCard: true },
  { name: 'Maestro', words: brand('Maestro'), isCard: true },
  { name: 'Forbrugsforeningen', words: brand('Forbrugsforeningen'), isCard: true },
] as const satisfies readonly PaymentMethod[];

/** Paid there without a card's brand being asked about, whatever card is behind it. */
const appsAndBanks = [
  { name: 'Vipps', words: brand('Vipps') },
  { name: 'MobilePay', words: brand('MobilePay') },
  { name: 'Swish', words: brand('Swish'), currencies: ['SEK'] },
  { name: 'Trustly', words: brand('Trustly') },
] as const satisfies readonly PaymentMethod[];

const invoice = {
  name: 'Invoice',
  words: { nb: 'Faktura', nn: 'Faktura', en: 'Invoice' },
  currencies: ['NOK', 'SEK'],
} as const satisfies PaymentMethod;

/** What has a name that is none of these: known by us, so that a service that is limited does not let it in. */
const other = {
  name: 'Other',
  words: { nb: 'andre kort', nn: 'andre kort', en: 'other cards' },
  isRest: true,
} as const satisfies PaymentMethod;

/** Cards by brand, the rest by instrument. */
export const methods: readonly PaymentMethod[] = [...cards, ...appsAndBanks, invoice, other];
export const methodNames: readonly string[] = methods.map(({ name }) => name);

/**
 * A page is for one instrument or for all; for some of them the payer chooses first. Brands of cards are the merchant's own
 * configuration, which a request says nothing about.
 * @param oneAlone whether the contract allows asking for one instrument.
 */
export function limitsOf({ methods: allowed }: Ways, currency: string, oneAlone: boolean): PageLimits {
  const others = methodNames.filter((name) => !allowed.includes(name));
  if (allowed.length === 0) return { oneChoice: false, slips: [] };
  // Nothing that has a name is left out: the page is for all of it.
  if (others.every((name) => name === other.name)) return { oneChoice: false, slips: others };
  if (!oneAlone) return { oneChoice: false, slips: others };
  const takesCards = allowed.some(isCard);
  return {
    oneChoice: new Set(allowed.map((method) => toInstrument(method, currency))).size > 1,
    slips: others.filter((name) => takesCards && (isCard(name) || name === other.name)),
  };
}

/**
 * The one instrument that all of these methods are paid with: it can be asked for alone. Undefined where there are more, for
 * there is no asking for two; nor for brands of cards. What the payer then chooses is seen to afterwards.
 */
export function instrumentOf(methods: readonly string[], currency: string): InstrumentName | undefined {
  const [first, ...more] = new Set(methods.map((method) => toInstrument(method, currency)));
  return more.length === 0 ? first : undefined;
}

/** How it was paid, in our names for it; undefined before it is. */
export function methodOf(order: PaymentOrder): string | undefined {
  const { instrument, details } = paidNode(order) ?? {};
  if (instrument === undefined) return undefined;
  const named = [...appsAndBanks, invoice].find(({ name }) => isInstrument(name, instrument));
  return (named ?? cards.find(({ name }) => isBrand(details?.cardBrand ?? '', name)) ?? other).name;
}

/** `debit` or `credit`; `other` for a kind of card that is told and is neither. */
export function cardTypeOf(order: PaymentOrder): string | undefined {
  const told = paidNode(order)?.details?.cardType?.trim().toLowerCase();
  if (!told) return undefined;
  return told === 'debit' || told === 'credit' ? told : 'other';
}

function isCard(name: string): boolean {
  return cards.some((card) => card.name === name);
}

function toInstrument(method: string, currency: string): InstrumentName | undefined {
  if (isCard(method)) return 'CreditCard';
  return method === invoice.name
    ? invoices[currency]
    : appsAndBanks.find(({ name }) => name === method)?.name;
}

const invoices: Readonly<Record<string, InstrumentName>> = {
  NOK: 'Invoice-PayExFinancingNo',
  SEK: 'Invoice-PayExFinancingSe',
};

function isBrand(told: string, brand: string): boolean {
  const name = told.toLowerCase().replace(/[^a-z]/g, '');
  return name === brand.toLowerCase() || (name === 'americanexpress' && brand === 'Amex');
}
