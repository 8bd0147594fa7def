import { type InstrumentName, isInstrument, type PaymentOrder, paidNode } from '@/lib/sdk/payex/index.ts';

/** As the provider writes them in what was paid; only `Visa` is seen in its examples. */
const brands = ['Visa', 'MasterCard', 'Amex', 'Dankort', 'Maestro', 'Forbrugsforeningen'] as const;
/** Paid there without a card's brand being asked about, whatever card is behind it. */
const appsAndBanks = ['Vipps', 'MobilePay', 'Swish', 'Trustly'] as const;
const instruments = [...appsAndBanks, 'Invoice'] as const;
/** What has a name that is none of these: known by us, so that a service that is limited does not let it in. */
const other = 'Other';

/** Cards by brand, the rest by instrument. */
export const methodNames: readonly string[] = [...brands, ...instruments, other];

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
  const named = instruments.find((name) => isInstrument(name, instrument));
  if (named) return named;
  return brands.find((brand) => isBrand(details?.cardBrand ?? '', brand)) ?? other;
}

function toInstrument(method: string, currency: string): InstrumentName | undefined {
  if (brands.some((brand) => brand === method)) return 'CreditCard';
  return method === 'Invoice' ? invoices[currency] : appsAndBanks.find((name) => name === method);
}

const invoices: Readonly<Record<string, InstrumentName>> = {
  NOK: 'Invoice-PayExFinancingNo',
  SEK: 'Invoice-PayExFinancingSe',
};

function isBrand(told: string, brand: string): boolean {
  const name = told.toLowerCase().replace(/[^a-z]/g, '');
  return name === brand.toLowerCase() || (name === 'americanexpress' && brand === 'Amex');
}
