import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMac, DIBS_WINDOW_URL, DibsUsageError, type PaymentWindowRequest } from './index.ts';
import { KEY, OTHER_KEY, REQUEST, setup } from './wire.test-helper.ts';

const form = (request: Partial<PaymentWindowRequest> = {}, options = {}) =>
  setup([], options).client.paymentWindow.createForm({ ...REQUEST, ...request });
const valuesOf = (request: Partial<PaymentWindowRequest> = {}, options = {}) =>
  Object.fromEntries(form(request, options).fields.map(({ name, value }) => [name, value]));

describe('the form', () => {
  it('holds what was asked for, signed, and leaves empty values out', () => {
    const { action, method, fields } = form({ language: 'nb_NO', payTypes: ['MC', 'VISA'], yourRef: '' });
    expect([action, method]).toEqual([DIBS_WINDOW_URL, 'POST']);
    const entries = fields.map(({ name, value }) => [name, value] as const);
    expect(Object.fromEntries(entries)).toEqual({
      merchant: '90196871',
      orderId: 'A-1',
      amount: '59980',
      currency: 'NOK',
      acceptReturnUrl: 'https://portal.example/ok?x=1&y=2',
      cancelReturnUrl: 'https://portal.example/avbrutt',
      callbackUrl: 'https://portal.example/callback',
      language: 'nb_NO',
      payType: 'MC,VISA',
      MAC: createMac(entries, KEY),
    });
  });

  it('says test=1 exactly for a test agreement, and capturenow only when asked', () => {
    expect(valuesOf()).not.toHaveProperty('test');
    expect(valuesOf()).not.toHaveProperty('capturenow');
    expect(valuesOf({ captureNow: true }, { test: true })).toMatchObject({ test: '1', capturenow: '1' });
  });

  it('signs with the first key while keys are changed', () => {
    const { MAC, ...fields } = valuesOf({}, { macKey: [OTHER_KEY, KEY] });
    expect(MAC).toBe(createMac(Object.entries(fields), OTHER_KEY));
  });

  it('carries payer, own fields and rows, with `;` escaped and unsafe characters out', () => {
    const values = valuesOf({
      billing: { FirstName: 'Kari', PostalPlace: 'Ålesund' },
      custom: { s_attempt: 'åtte' },
      rows: [
        {
          quantity: 1,
          unitCode: 'stk',
          description: 'Gebyr; "tillegg" & mer\\\n',
          amount: 59980,
          itemId: 'G-1',
          vatAmount: 0,
        },
      ],
    });
    expect(values).toMatchObject({
      billingFirstName: 'Kari',
      billingPostalPlace: 'Ålesund',
      s_attempt: 'åtte',
      oiTypes: 'QUANTITY;UNITCODE;DESCRIPTION;AMOUNT;ITEMID;VATAMOUNT',
      oiRow1: "1;stk;Gebyr\\; 'tillegg' mer;59980;G-1;0",
    });
  });

  const wrong: [string, Partial<PaymentWindowRequest>][] = [
    ['orderId', { orderId: 'a b' }],
    ['orderId', { orderId: 'a'.repeat(51) }],
    ['amount', { amount: 0 }],
    ['amount', { amount: 1_715_000_001 }],
    ['amount', { amount: 599.8 }],
    ['currency', { currency: 'nok' }],
    ['IP address', { acceptReturnUrl: 'https://127.0.0.1/ok' }],
    ['IP address', { acceptReturnUrl: 'https://0x7f.1/ok' }],
    ['IP address', { acceptReturnUrl: 'https://[::1]/ok' }],
    ['https', { acceptReturnUrl: 'http://portal.example/ok' }],
    ['https', { callbackUrl: 'javascript:alert(1)' }],
    ['1024', { cancelReturnUrl: `https://portal.example/${'a'.repeat(1024)}` }],
    ['language', { language: 'nb-NO' }],
    ['payTypes', { payTypes: [] }],
    ['payTypes', { payTypes: ['visa'] }],
    ['30', { payTypes: ['MC', 'MTRO', 'VISA', 'ELEC', 'DIN', 'AMEX', 'JCB', 'DK'] }],
    ['custom', { custom: { s_: 'x' } }],
    ['control', { yourRef: 'a\r\nb' }],
    ['surrogates', { yourRef: 'a\ud800' }],
    ['status', { billing: { FirstName: 'Kari&status=ACCEPTED' } }],
    ['amount', { acceptReturnUrl: 'https://portal.example/ok?a=1&amount=1' }],
    ['s_ref', { custom: { s_a: '1&s_ref=2' } }],
  ];
  it.each(wrong)('refuses a wrong %s before anything is sent', (word, request) => {
    expect(() => form(request)).toThrow(DibsUsageError);
    expect(() => form(request)).toThrow(word);
  });

  it('takes http addresses when the window itself is a sandbox', () => {
    const windowUrl = 'http://127.0.0.1:4010/dibs/dpw/entrypoint';
    expect(valuesOf({ acceptReturnUrl: 'http://localhost:3000/ok' }, { windowUrl })).toHaveProperty('MAC');
  });

  it('survives a browser: what is urlencoded and decoded again still has its MAC', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (yourRef) => {
        let fields: readonly { name: string; value: string }[];
        try {
          ({ fields } = form({ yourRef }));
        } catch (error) {
          expect(error).toBeInstanceOf(DibsUsageError);
          return;
        }
        const posted = new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString();
        const arrived = [...new URLSearchParams(posted)];
        expect(createMac(arrived, KEY)).toBe(new URLSearchParams(posted).get('MAC'));
      }),
    );
  });
});

describe('the client’s options', () => {
  it.each([
    ['macKey', { macKey: '' }],
    ['macKey', { macKey: [] }],
    ['macKey', { macKey: [KEY, 'short'] }],
    ['merchantId', { merchantId: 'a&b=c' }],
    ['windowUrl', { windowUrl: 'http://payment.dibspayment.com/dpw' }],
    ['windowUrl', { windowUrl: 'https://payment.dibspayment.com/dpw?x=1' }],
    ['apiBaseUrl', { apiBaseUrl: 'nothing' }],
    ['timeoutMs', { timeoutMs: 0 }],
  ])('%s is checked when the client is made', (word, options) => {
    expect(() => setup([], options)).toThrow(word);
  });
});
