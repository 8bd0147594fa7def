import { describe, expect, test } from 'vitest';
import { hasSpecs, judgeReply, judgeRequest } from './testing/openapi.ts';
import { paymentBody } from './testing/start-vipps.ts';

const payments = '/epayment/v1/payments';

describe.skipIf(!hasSpecs)('the OpenAPI files judge', () => {
  const headers = new Headers({
    authorization: 'Bearer x',
    'content-type': 'application/json',
    'idempotency-key': 'k',
    'merchant-serial-number': '100001',
    'ocp-apim-subscription-key': 's',
  });
  const ask = (more: { path?: string; body?: unknown; without?: string } = {}) => {
    const sent = new Headers(headers);
    if (more.without) sent.delete(more.without);
    const body = JSON.stringify(more.body ?? paymentBody('judged-1'));
    return judgeRequest({ method: 'POST', path: more.path ?? payments, headers: sent, body });
  };

  test('requests', () => {
    expect(ask()).toEqual([]);
    expect(ask({ without: 'idempotency-key' })).toEqual(['header Idempotency-Key is missing']);
    expect(ask({ without: 'authorization' })).toEqual(['no bearer token']);
    expect(ask({ path: '/epayment/v1/paymentz' })).toHaveLength(1);
    expect(ask({ path: '/epayment/v1/payments/x/capture', body: {} })).toHaveLength(2);
    expect(ask({ body: paymentBody('judged-1', 0.5) })).not.toEqual([]);
    expect(ask({ body: paymentBody('judged-1', 1, { userFlow: 'x' }) })).not.toEqual([]);
    expect(ask({ body: paymentBody('judged-1', 1, { customer: { phoneNumber: '+47' } }) })).not.toEqual([]);
  });

  test('replies', () => {
    const judge = (status: number, body: unknown, type: string) =>
      judgeReply(
        { method: 'GET', path: `${payments}/judged-1` },
        { status, headers: new Headers({ 'content-type': type }), body: JSON.stringify(body) },
      );
    expect(judge(200, {}, 'application/json')).not.toEqual([]);
    expect(judge(404, { title: 'x' }, 'application/problem+json')).not.toEqual([]);
    expect(judge(404, { title: 'x' }, 'application/json')).not.toEqual([]);
    expect(judge(200, {}, 'text/html')).not.toEqual([]);
  });
});
