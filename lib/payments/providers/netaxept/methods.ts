import type { PageLimits, PaymentMethod, Ways } from '../../payment-method.ts';
import { brand } from '../../words.ts';

/** As Query writes them; only `Visa` was ever recorded. */
const cards = [
  { name: 'Visa', words: brand('Visa'), isCard: true },
  { name: 'MasterCard', words: brand('Mastercard'), isCard: true },
  { name: 'AmericanExpress', words: brand('American Express'), isCard: true },
  { name: 'Dankort', words: brand('Dankort'), isCard: true },
] as const satisfies readonly PaymentMethod[];

/** What has a name that is none of these: known by us, so that a service that is limited does not let it in. */
const other = {
  name: 'Other',
  words: { nb: 'andre betalingsmåter', nn: 'andre betalingsmåtar', en: 'other payment methods' },
  isRest: true,
} as const satisfies PaymentMethod;

export const methods: readonly PaymentMethod[] = [...cards, other];

/** Spellings that mean the same; which one comes is not written down. */
const spellings: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'MasterCard',
  americanexpress: 'AmericanExpress',
  amex: 'AmericanExpress',
  dankort: 'Dankort',
};

/** Our name of what was paid with; undefined where nothing is told. */
export function methodOf(told: string | undefined): string | undefined {
  if (told === undefined) return undefined;
  return spellings[told.toLowerCase().replace(/[^a-z]/g, '')] ?? other.name;
}

/** @param lists whether the terminal can be told what to offer. */
export function limitsOf({ methods: allowed }: Ways, lists: boolean): PageLimits {
  const isLimited = allowed.length > 0 && !lists;
  return {
    oneChoice: false,
    slips: isLimited ? methods.map(({ name }) => name).filter((name) => !allowed.includes(name)) : [],
  };
}
