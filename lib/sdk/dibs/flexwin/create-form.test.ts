import { describe, expect, it } from 'vitest';
import { DibsUsageError, FLEXWIN_WINDOW_URL, type FlexWinRequest } from './index.ts';
import { createMd5, formMessage } from './md5.ts';
import { KEYS, OTHER_KEYS, REQUEST, setup } from './wire.test-helper.ts';

const form = (request: Partial<FlexWinRequest> = {}, options = {}) =>
  setup([], options).client.window.createForm({ ...REQUEST, ...request });
const valuesOf = (request: Partial<FlexWinRequest> = {}, options = {}) =>
  Object.fromEntries(form(request, options).fields.map(({ name, value }) => [name, value]));
const signed = formMessage({ merchant: '12345678', orderId: 'A-1', currency: '578', amount: 59980 });

describe('the form', () => {
  it('holds what was asked for, with the currency as a number, under its key', () => {
    const { action, method, acceptCharset } = form();
    expect([action, method, acceptCharset]).toEqual([FLEXWIN_WINDOW_URL, 'POST', 'UTF-8']);
    expect(valuesOf({ language: 'no', payType: 'VISA' })).toEqual({
      merchant: '12345678',
      orderid: 'A-1',
      amount: '59980',
      currency: '578',
      accepturl: 'https://portal.example/ok?x=1&y=2',
      cancelurl: 'https://portal.example/avbrutt',
      callbackurl: 'https://portal.example/callback',
      lang: 'no',
      paytype: 'VISA',
      uniqueoid: 'yes',
      md5key: createMd5(signed, KEYS),
    });
  });

  it('says test exactly for a test agreement; whatever else only when it is asked for', () => {
    expect(valuesOf({}, { test: true, account: 'K1' })).toMatchObject({ test: 'yes', account: 'K1' });
    expect(valuesOf({ captureNow: true, skipLastPage: true, calculateFee: true })).toMatchObject({
      capturenow: 'yes',
      skiplastpage: 'yes',
      calcfee: 'yes',
    });
    const plain = valuesOf({ uniqueOrderId: false });
    for (const name of ['test', 'capturenow', 'uniqueoid', 'calcfee', 'account'])
      expect(plain).not.toHaveProperty(name);
  });

  it('is signed with the first pair while keys are changed', () => {
    const options = { key1: [OTHER_KEYS.key1, KEYS.key1], key2: [OTHER_KEYS.key2, KEYS.key2] };
    expect(valuesOf({}, options).md5key).toBe(createMd5(signed, OTHER_KEYS));
  });

  it.each<[string, Partial<FlexWinRequest>]>([
    ['orderId', { orderId: 'a b' }],
    ['orderId', { orderId: 'a&amount=1' }],
    ['orderId', { orderId: 'a'.repeat(51) }],
    ['amount', { amount: 0 }],
    ['amount', { amount: 599.8 }],
    ['amount', { amount: 1_715_000_001 }],
    ['currency', { currency: 'kroner' }],
    ['currency', { currency: 'XYZ' }],
    ['acceptUrl', { acceptUrl: 'http://portal.example/ok' }],
    ['callbackUrl', { callbackUrl: 'javascript:alert(1)' }],
    ['cancelUrl', { cancelUrl: '/relative' }],
    ['language', { language: 'nb_NO' }],
    ['payType', { payType: 'VISA,MC' }],
    ['account', { account: 'a&b=c' }],
  ])('refuses a wrong %s before anything is sent', (word, request) => {
    expect(() => form(request)).toThrow(DibsUsageError);
    expect(() => form(request)).toThrow(word);
  });
});

describe('the client’s options', () => {
  it.each([
    ['key1', { key1: '' }],
    ['key1', { key1: [] }],
    ['key2', { key2: [KEYS.key2, 'short'] }],
    ['merchantId', { merchantId: 'a&b=c' }],
    ['windowUrl', { windowUrl: 'http://payment.architrade.com/x' }],
    ['apiBaseUrl', { apiBaseUrl: 'nothing' }],
    ['maxRetries', { maxRetries: -1 }],
  ])('%s is checked when the client is made', (word, options) => {
    expect(() => setup([], options)).toThrow(word);
  });
});
