import { afterEach, describe, expect, it } from 'vitest';
import {
  createTokenCache,
  VippsAbortedError,
  VippsAuthenticationError,
  VippsServerError,
  VippsTokenError,
} from './index.ts';
import {
  empty,
  errorOf,
  failed,
  json,
  KEYED,
  MONEY,
  payment,
  REFERENCE,
  setup,
  token,
  wireProblems,
} from './testing/wire.ts';

afterEach(() => expect(wireProblems.splice(0)).toEqual([]));
const paid = () => json(payment({ authorized: 60000 }, { state: 'AUTHORIZED' }));

describe('the access token', () => {
  it('is asked for with the keys, without a body', async () => {
    const { client, tokenCalls } = setup([paid()], { accessTokenPath: '/accessToken/get' });
    await client.payments.retrieve(REFERENCE);
    expect(tokenCalls[0]).toMatchObject({ method: 'POST', path: '/accessToken/get', body: '' });
    expect(Object.fromEntries(tokenCalls[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      client_id: 'test-client-id',
      client_secret: 'test-client-secret',
      'merchant-serial-number': '123456',
      'ocp-apim-subscription-key': 'test-subscription-key',
    });
  });

  it('is kept until a minute before its end', async () => {
    const { client, calls, tokenCalls, clock } = setup([paid(), paid(), paid()]);
    await client.payments.retrieve(REFERENCE);
    clock.now = new Date('2026-01-05T10:58:58Z');
    await client.payments.retrieve(REFERENCE);
    expect(tokenCalls).toHaveLength(1);
    clock.now = new Date('2026-01-05T10:58:59Z');
    await client.payments.retrieve(REFERENCE);
    expect(tokenCalls).toHaveLength(2);
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('is fetched once for parallel calls, also of several clients with one cache, and not across keys', async () => {
    const tokenCache = createTokenCache();
    const one = setup([paid(), paid()], { tokenCache });
    const two = setup([paid()], { tokenCache });
    const other = setup([paid()], { tokenCache, clientSecret: 'rotated' });
    await Promise.all([
      one.client.payments.retrieve(REFERENCE),
      one.client.payments.retrieve(REFERENCE),
      two.client.payments.retrieve(REFERENCE),
      other.client.payments.retrieve(REFERENCE),
    ]);
    expect([one, two, other].map(({ tokenCalls }) => tokenCalls.length)).toEqual([1, 0, 1]);
  });

  it('is renewed once when the API does not accept it, also for a write, on the same idempotency key', async () => {
    const { client, calls, tokenCalls, waits } = setup([empty(401), paid()], { maxRetries: 0 });
    await client.payments.capture(REFERENCE, MONEY, KEYED);
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    expect(new Set(calls.map(({ headers }) => headers.get('idempotency-key')))).toEqual(new Set(['op-1']));
    expect([tokenCalls.length, waits.length]).toEqual([2, 0]);

    const refused = setup([empty(401), empty(401)]);
    expect(await errorOf(refused.client.payments.capture(REFERENCE, MONEY, KEYED))).toMatchObject({
      code: VippsAuthenticationError.code,
      outcome: 'refused',
      operation: 'payments.capture',
    });
    expect(refused.calls).toHaveLength(2);
  });

  it.each([400, 401, 403])('%i says that the keys are wrong: nothing was sent', async (status) => {
    const body = { error: 'unauthorized_client', error_description: 'secret', trace_id: 'trace-7' };
    const { client, calls } = setup([], { tokens: [json(body, status)] });
    const error = await errorOf(client.payments.capture(REFERENCE, MONEY, KEYED));
    expect(error).toBeInstanceOf(VippsAuthenticationError);
    expect(error).toMatchObject({
      outcome: 'not_sent',
      operation: 'payments.capture',
      httpStatus: status,
      requestId: 'trace-7',
    });
    expect(calls).toHaveLength(0);
    expect(JSON.stringify(error) + error.stack).not.toContain('test-client-secret');
  });

  it('that cannot be had is tried for again; the call itself was not sent', async () => {
    const { client, waits } = setup([paid()], { tokens: [empty(500), failed('ECONNRESET'), token('late')] });
    await client.payments.capture(REFERENCE, MONEY, KEYED);
    expect(waits).toHaveLength(2);

    const never = setup([], { tokens: [empty(500)], maxRetries: 0 });
    const error = await errorOf(never.client.payments.capture(REFERENCE, MONEY, KEYED));
    expect(error).toBeInstanceOf(VippsTokenError);
    expect(error).toMatchObject({ outcome: 'not_sent', cause: expect.any(VippsServerError) });
  });

  it('that cannot be had leaves a call unknown whose earlier try may have gone through', async () => {
    const { client } = setup([failed('ECONNRESET'), empty(401)], {
      tokens: [token('first'), json({ error: 'x' }, 401)],
    });
    expect(await errorOf(client.payments.capture(REFERENCE, MONEY, KEYED))).toMatchObject({
      code: 'VIPPS_AUTHENTICATION',
      outcome: 'unknown',
    });
  });

  it.each([
    ['no token', { expires_in: '3599' }],
    ['no life', { access_token: 'a' }],
    ['a header break', { access_token: 'a\r\nb', expires_in: '3599' }],
  ])('with %s is none', async (_, body) => {
    const { client } = setup([], { tokens: [json(body)] });
    expect(await errorOf(client.payments.retrieve(REFERENCE))).toBeInstanceOf(VippsTokenError);
  });

  it('is left to the others when one caller stops', async () => {
    let answer = (_reply: Response) => {};
    const slow = () =>
      new Promise<Response>((resolve) => {
        answer = resolve;
      });
    const { client } = setup([paid()], { tokens: [slow] });
    const controller = new AbortController();
    const stopped = errorOf(client.payments.retrieve(REFERENCE, { signal: controller.signal }));
    const other = client.payments.retrieve(REFERENCE);
    controller.abort();
    expect(await stopped).toMatchObject({ code: VippsAbortedError.code, outcome: 'not_sent' });
    answer(token('shared'));
    expect(await other).toMatchObject({ state: 'AUTHORIZED' });
  });
});
