import { describe, expect, it } from 'vitest';
import { signFlexWinTestMessage } from '@/lib/sdk/dibs/flexwin/index.ts';
import type { OpenProvider, OperationRequest } from '../../provider.ts';
import { flexwin } from '../flexwin.ts';

const credentials = {
  merchantId: '12345678',
  key1: 'an-md5-key-that-is-long-enough-1',
  key2: 'an-md5-key-that-is-long-enough-2',
  apiUser: 'api',
  apiPassword: 'password',
};
const promised = { reference: 'KV-1', amountMinor: 60_000, currency: 'NOK' as const };
const operation: OperationRequest = {
  ...promised,
  providerPaymentId: '250525',
  operationMinor: 60_000,
  idempotencyKey: 'key',
  capturedMinor: 0,
  refundedMinor: 0,
  repeats: false,
};
const infoOf = (orderid: string, status: number, transact = '250525') =>
  `transact=${transact}&status=${status}&orderid=${orderid}&amount=60000&currency=578`;

/** Answers by the last part of the path; a number is an HTTP status. */
function open(
  answers: Record<string, string | number> = {},
  environment: 'live' | 'test' = 'live',
): OpenProvider {
  return flexwin.open(credentials, {
    environment,
    baseUrl: 'https://payment.example',
    timeoutMs: 1000,
    pause: async () => undefined,
    fetch: async (url) => {
      const answer = answers[String(url).split('/').at(-1) ?? ''] ?? 404;
      return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
    },
  });
}

describe('the payment of an order', () => {
  it('is what a message names, when it is this order’s and holds money', async () => {
    expect(await open({ 'payinfo.cgi': infoOf('KV-1', 2) }).find?.(promised, '250525')).toBe('250525');
  });

  it('is not what a message names of another order: then it is looked up', async () => {
    const other = { 'payinfo.cgi': infoOf('KV-2', 2) };
    const find = (found: string) => open({ ...other, 'transinfo.cgi': found }).find?.(promised, '250525');
    expect(await find('message=none')).toBeUndefined();
    expect(await find('transact=99&status=1')).toBe('99');
    expect(await find('transact=99&status=0')).toBeUndefined();
  });

  it('is not a declined try: the payer may be at another one', async () => {
    const answers = { 'payinfo.cgi': infoOf('KV-1', 1), 'transinfo.cgi': 'transact=99&status=2' };
    expect(await open(answers).find?.(promised, '250525')).toBe('99');
  });

  it('is unknown while one is under way, and when nobody answers', async () => {
    for (const answers of [
      { 'transinfo.cgi': 'transact=99&status=3' },
      { 'transinfo.cgi': 'transact=99&status=8' },
      { 'transinfo.cgi': 500 },
      { 'transinfo.cgi': '<html>' },
    ])
      await expect(open(answers).find?.(promised)).rejects.toThrow();
  });
});

describe('what a call came to', () => {
  const accepted = 'status=ACCEPTED';
  it('a yes, with how the payment stands then', async () => {
    const provider = open({ 'capture.cgi': accepted, 'cancel.cgi': accepted, 'refund.cgi': 'result=0' });
    const paid = { ...operation, capturedMinor: 60_000, refundedMinor: 1_000, operationMinor: 2_000 };
    expect(await provider.capture?.(operation)).toMatchObject({
      outcome: 'done',
      evidence: { state: 'captured', capturedMinor: 60_000 },
    });
    expect(await provider.cancel?.(operation)).toMatchObject({ evidence: { state: 'cancelled' } });
    expect(await provider.refund?.(paid)).toMatchObject({
      evidence: { state: 'refunded', capturedMinor: 60_000, refundedMinor: 3_000 },
    });
  });

  it.each([
    ['status=DECLINED&reason=7', { outcome: 'refused', code: 'reason 7' }],
    ['status=FAILED&reason=1', { outcome: 'unknown', code: 'reason 1' }],
    ['status=DECLINED&reason=14', { outcome: 'unknown', queued: true }],
    [401, { outcome: 'not_sent', code: 'FLEXWIN_LOGIN' }],
    [429, { outcome: 'not_sent' }],
    [500, { outcome: 'unknown', code: 'DIBS_SERVER' }],
    ['<html>', { outcome: 'unknown', code: 'DIBS_PROTOCOL' }],
  ])('%s', async (answer, expected) => {
    const provider = open({ 'capture.cgi': answer, 'refund.cgi': answer });
    expect(await provider.capture?.(operation)).toMatchObject(expected);
    expect(await provider.refund?.(operation)).toMatchObject(expected);
  });
});

describe('the credentials', () => {
  it('are accepted when the API user is let in, whatever is answered then', async () => {
    expect(await open({ 'payinfo.cgi': 'message=Unknown' }).check?.()).toEqual({ outcome: 'done' });
    for (const wrong of [401, '<p>Login problems?</p>'])
      expect(await open({ 'payinfo.cgi': wrong }).check?.()).toMatchObject({ outcome: 'refused' });
    expect((await open({ 'payinfo.cgi': 500 }).check?.())?.outcome).toBe('unknown');
  });
});

describe('a message', () => {
  const message = (fields: Record<string, string> = {}) => {
    const { body } = signFlexWinTestMessage({
      key1: credentials.key1,
      key2: credentials.key2,
      ...{ transact: '250525', orderId: 'KV-1', amount: 60_000, currency: '578', fields },
    });
    return { headers: new Headers(), body };
  };
  const expected = { secret: '', url: '' };

  it('names the payment, and is no evidence', () => {
    const parsed = open().parseMessage(message({ statuscode: '2' }));
    expect(parsed).toMatchObject({ reference: 'KV-1', providerPaymentId: '250525', event: 'status 2' });
    expect(parsed).not.toHaveProperty('evidence');
    expect(open().isAuthentic(message(), expected)).toBe(true);
  });

  it('of test money is none of a live agreement’s', () => {
    expect(open().isAuthentic(message({ test: 'yes' }), expected)).toBe(false);
    expect(open({}, 'test').isAuthentic(message({ test: 'yes' }), expected)).toBe(true);
  });

  it('that is none is not understood', () => {
    expect(open().parseMessage({ headers: new Headers(), body: 'orderid=KV-1' })).toBeUndefined();
    expect(open().isAuthentic({ headers: new Headers(), body: '%' }, expected)).toBe(false);
  });
});
