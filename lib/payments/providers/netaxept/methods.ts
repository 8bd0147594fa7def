import {
  methodNamed,
  otherMethods,
  type PageLimits,
  type PaymentMethod,
  type Ways,
} from '../../payment-method.ts';
import { brand } from '../../words.ts';

/** As Query writes them; only `Visa` was ever recorded. */
const cards = [
  { name: 'Visa', words: brand('Visa'), isCard: true },
  { name: 'MasterCard', words: brand('Mastercard'), isCard: true },
  { name: 'AmericanExpress', words: brand('American Express'), isCard: true },
  { name: 'Dankort', words: brand('Dankort'), isCard: true },
] as const satisfies readonly PaymentMethod[];

export const methods: readonly PaymentMethod[] = [...cards, otherMethods];

/** Our name of what was paid with; undefined where nothing is told. */
export function methodOf(told: string | undefined): string | undefined {
  return methodNamed(methods, told, { amex: 'AmericanExpress' });
}

/** @param lists whether the terminal can be told what to offer. */
export function limitsOf({ methods: allowed }: Ways, lists: boolean): PageLimits {
  const isLimited = allowed.length > 0 && !lists;
  return {
    oneChoice: false,
    slips: isLimited ? methods.map(({ name }) => name).filter((name) => !allowed.includes(name)) : [],
  };
}
