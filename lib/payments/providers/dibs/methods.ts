import type { PageLimits, PaymentMethod, Ways } from '../../payment-method.ts';
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
] as const satisfies readonly PaymentMethod[];

/** Our own name for what was told, where letter case alone differs: which it comes in is not written down. */
export function methodNamed(told: string | undefined): string | undefined {
  return methods.find(({ name }) => name === told?.toUpperCase())?.name ?? told;
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
