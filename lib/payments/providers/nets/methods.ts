import { methodNamed, otherMethods, type PaymentMethod } from '../../payment-method.ts';
import { brand } from '../../words.ts';

/** Methods that pay at once, of those that `paymentMethodsConfiguration` knows; invoices and part payments are not for fees. */
export const methods = [
  { name: 'Visa', words: brand('Visa'), isCard: true },
  { name: 'MasterCard', words: brand('Mastercard'), isCard: true },
  { name: 'Dankort', words: brand('Dankort'), isCard: true },
  { name: 'AmericanExpress', words: brand('American Express'), isCard: true },
  { name: 'Vipps', words: brand('Vipps') },
  { name: 'MobilePay', words: brand('MobilePay') },
  { name: 'PayPal', words: brand('PayPal') },
  { name: 'Swish', words: brand('Swish'), currencies: ['SEK'] },
  otherMethods,
] as const satisfies readonly PaymentMethod[];

/** How it was paid, in our names for it; undefined before it is. */
export function methodOf(told: string | undefined): string | undefined {
  return methodNamed(methods, told, { amex: 'AmericanExpress' });
}
