import { describe, expect, it } from 'vitest';
import type { PaidNode, PaymentOrder } from '@/lib/sdk/payex/index.ts';
import { instrumentOf, methodNames, methodOf } from './methods.ts';

const paid = (node: Partial<PaidNode>) =>
  methodOf({ paid: { id: '/psp/x/paid', amount: 1, ...node } } as PaymentOrder);

describe('how it was paid', () => {
  it.each([
    ['CreditCard', 'Visa', 'Visa'],
    ['Creditcard', 'MASTERCARD', 'MasterCard'],
    ['CreditCard', 'American Express', 'Amex'],
    ['ApplePay', 'Visa', 'Visa'],
    // The card behind an app is the app's affair.
    ['Vipps', 'Visa', 'Vipps'],
    ['Invoice', undefined, 'Invoice'],
    ['Invoice-payexfinancingno', undefined, 'Invoice'],
    ['CreditCard', 'JCB', 'Other'],
    ['CreditAccount', undefined, 'Other'],
  ])('%s %s: %s', (instrument, cardBrand, method) => {
    expect(paid({ instrument, details: { cardBrand } })).toBe(method);
    expect(methodNames).toContain(method);
  });

  it('is not known before it is', () => {
    expect(methodOf({} as PaymentOrder)).toBeUndefined();
  });
});

describe('the one instrument that can be asked for alone', () => {
  it.each([
    [['Visa', 'Amex'], 'NOK', 'CreditCard'],
    [['Vipps'], 'NOK', 'Vipps'],
    [['Invoice'], 'NOK', 'Invoice-PayExFinancingNo'],
    [['Invoice'], 'SEK', 'Invoice-PayExFinancingSe'],
    [['Invoice'], 'EUR', undefined],
    [['Visa', 'Vipps'], 'NOK', undefined],
    [['Visa', 'Other'], 'NOK', undefined],
    [['Other'], 'NOK', undefined],
  ])('%j in %s: %s', (methods, currency, instrument) => {
    expect(instrumentOf(methods, currency)).toBe(instrument);
  });
});
