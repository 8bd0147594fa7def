import {
  methodNamed,
  otherMethods,
  type PageLimits,
  type PaymentMethod,
  type Ways,
} from '../../payment-method.ts';
import { brand } from '../../words.ts';

/** Codes of `payType` for the cards of an agreement. */
export const methods = [
  { name: 'VISA', words: brand('Visa'), isCard: true },
  { name: 'MC', words: brand('Mastercard'), isCard: true },
  { name: 'AMEX', words: brand('American Express'), isCard: true },
  { name: 'DK', words: brand('Dankort'), isCard: true },
  { name: 'ELEC', words: brand('Visa Electron'), isCard: true },
  { name: 'MTRO', words: brand('Maestro'), isCard: true },
  { name: 'DIN', words: brand('Diners Club'), isCard: true },
  { name: 'JCB', words: brand('JCB'), isCard: true },
  otherMethods,
] as const satisfies readonly PaymentMethod[];

/** Written out; which of the two comes is not written down. */
const spellings = {
  mastercard: 'MC',
  americanexpress: 'AMEX',
  dankort: 'DK',
  visaelectron: 'ELEC',
  maestro: 'MTRO',
  diners: 'DIN',
  dinersclub: 'DIN',
};

/** Our name of what was paid with; undefined where nothing is told. */
export function methodOf(told: string | undefined): string | undefined {
  return methodNamed(methods, told, spellings);
}

/** The window takes no more than this of method codes joined by commas. */
const listMaxLength = 30;

/** Whether the window can be told of these methods; what it is not told of is seen to when it is paid. */
export function fitsWindow(names: readonly string[]): boolean {
  return names.join(',').length <= listMaxLength;
}

export function limitsOf({ methods: allowed }: Ways): PageLimits {
  const isLimited = allowed.length > 0 && !fitsWindow(allowed);
  return {
    oneChoice: false,
    slips: isLimited ? methods.map(({ name }) => name).filter((name) => !allowed.includes(name)) : [],
  };
}
