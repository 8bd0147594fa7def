import { describe, expect, it } from 'vitest';
import { parseCallback } from './callbacks.ts';
import { EXAMPLES_ABSENT, type Example, examples } from './fixtures.test-helper.ts';
import { findOperation, type Rel } from './hypermedia.ts';
import { PAYEX_LIVE_BASE_URL, PAYEX_TEST_BASE_URL } from './index.ts';
import { isRecord, ReplyShapeError } from './json-shape.ts';
import { problemNameOf, readProblem } from './problems.ts';
import { readNode, readPaymentOrder } from './replies.ts';
import type { CaptureRequest, ReversalRequest, UpdateOrderRequest } from './request-types.ts';
import { deriveStatus, paidNode } from './status.ts';
import { setup } from './wire.test-helper.ts';

const all = examples();
const nodes = [
  'paid',
  'cancelled',
  'reversed',
  'failed',
  'aborted',
  'financialTransactions',
  'failedAttempts',
  'postPurchaseFailedAttempts',
  'history',
];

/** What an official example is to this client. Every one is something: see the last test. */
const kinds: Record<string, (example: Example) => boolean> = {
  callback: ({ name }) => /^callback(-3-[01])?\.0/.test(name) && name !== 'callback-3-1.02.json',
  problem: ({ name, json }) => name.startsWith('problems__') && json !== undefined,
  order: ({ json }) => typeof orderOf(json)?.status === 'string',
  // `state` instead of `status`: payment orders v2, and payment orders shown only for their operations.
  olderOrder: ({ json }) =>
    orderOf(json) !== undefined &&
    typeof orderOf(json)?.id === 'string' &&
    isRecord(json) &&
    Array.isArray(json.operations) &&
    typeof orderOf(json)?.status !== 'string',
  node: ({ json }) =>
    isRecord(json) && orderOf(json) === undefined && nodes.some((name) => isRecord(json[name])),
  transactionRequest: ({ json }) =>
    isRecord(json) && isRecord(json.transaction) && !isRecord(json.paymentOrder),
  change: ({ json }) =>
    ['Abort', 'PaymentAttemptAborted', 'UpdateOrder'].includes(String(orderOf(json)?.operation)),
};

const of = (kind: string) => all.filter((example) => kindOf(example) === kind);

describe.skipIf(all.length === 0)('the official examples', () => {
  it.each(of('order'))('$name is a payment order', ({ json }) => {
    const order = readPaymentOrder(json);
    expect(order.id).toMatch(/^\/psp\/paymentorders\//);
    expect(Number.isSafeInteger(order.amount)).toBe(true);
    if (order.status === 'Initialized') {
      expect(deriveStatus(order)).toBe('INITIALIZED');
      if (order.operation === 'Purchase') {
        expect(findOperation(order, 'redirect-checkout')?.href).toMatch(/^https:\/\/ecom\./);
        expect(findOperation(order, 'abort')?.method).toBe('PATCH');
        expect(findOperation(order, 'capture')).toBeUndefined();
      }
    }
    if (order.status === 'Paid') expect(findOperation(order, 'abort')).toBeUndefined();
  });

  it.each(of('olderOrder'))('$name is v2 or cut short: refused, but its operations are found', ({ json }) => {
    expect(() => readPaymentOrder(json)).toThrow(ReplyShapeError);
    const { operations } = json as { operations: { rel: string; href: string; method: string }[] };
    // `update-paymentorder-abort`, `create-paymentorder-capture`, `capture`, … end in what they do.
    for (const [rel, end] of Object.entries(ENDS) as [Rel, RegExp][]) {
      expect(findOperation({ operations }, rel)?.rel).toBe(operations.find((one) => end.test(one.rel))?.rel);
    }
  });

  it.each(of('node'))('$name is a part of a payment order', ({ name: file, json }) => {
    const record = json as Record<string, unknown>;
    const name = nodes.find((one) => isRecord(record[one])) ?? '';
    const node = readNode(json, name) as Record<string, unknown>;
    expect(node.id).toMatch(/^\/psp\//);
    if (['paid', 'reversed', 'cancelled'].includes(name)) {
      const paid = paidNode({ [name]: node });
      expect(paid?.amount, file).toBe(1500);
      expect(paid?.number).toBeGreaterThan(0);
    }
    if (name === 'failed') expect(problemNameOf(node.problem as never)).toMatch(/^acquirer/);
    if (name === 'aborted') expect(node.abortReason).toBe('Payment aborted by payer');
    if (name === 'history') expect(node.list).toHaveLength(20);
    if (name === 'postPurchaseFailedAttempts') {
      expect(node.list).toMatchObject([{ type: 'Capture', problem: { id: 'creditcard/badrequest' } }]);
    }
  });

  it.each(of('callback'))('$name is a callback', ({ name, text }) => {
    const callback = parseCallback(text);
    if (name === 'callback.02.json') {
      expect(callback).toMatchObject({ paymentOrderId: null, version: 'older' });
    } else {
      expect(callback.paymentOrderId).toBe('/psp/paymentorders/7e6cdfc3-1276-44e9-9992-7cf4419750e1');
      expect(callback.version).toBe(name.includes('3-1') ? '3.1' : '3.0');
    }
    if (name === 'callback-3-1.01.json') {
      expect(callback).toMatchObject({ orderReference: '549213', number: 12345678 });
    }
  });

  it.each(of('problem'))('$name is a problem', ({ json }) => {
    const problem = readProblem(json);
    expect(problem?.id).toMatch(/^(<resource>\/|paymentorders\/|creditcard\/)?[a-z]+$/);
    expect(problem?.status).toBeGreaterThanOrEqual(400);
    expect(problem?.problems).toHaveLength((json as { problems?: unknown[] }).problems?.length ?? 0);
  });

  it.each(of('transactionRequest'))('$name is what the client sends', async ({ name, json }) => {
    const { transaction } = json as { transaction: CaptureRequest & ReversalRequest };
    const rel = /cancel/.test(name) ? 'cancel' : /reversal/.test(name) ? 'reversal' : 'capture';
    const { client, calls } = setup([reply([rel]), reply([])]);
    const call = { cancel: client.cancel, reversal: client.reverse, capture: client.capture }[rel];
    await call(ORDER_ID, transaction);
    expect(JSON.parse(String(calls[1]?.init.body))).toEqual(json);
  });

  it.each(of('change'))('$name is what the client sends', async ({ json }) => {
    const change = orderOf(json) ?? {};
    const { client, calls } = setup([reply(['abort', 'abort-paymentattempt', 'update-order']), reply([])]);
    if (change.operation === 'Abort') await client.abort(ORDER_ID);
    else if (change.operation === 'PaymentAttemptAborted') await client.abortAttempt(ORDER_ID);
    else await client.updateOrder(ORDER_ID, updateOf(change));
    expect(JSON.parse(String(calls[1]?.init.body))).toEqual(json);
  });

  it('all are accounted for', () => {
    const others = all.filter((example) => kindOf(example) === undefined).map(({ name }) => name);
    // Tokens, recurring, payouts and other payments that this client does not make; events of the embedded view; v3.0
    // answers to a capture; create bodies cut down to one feature; and what is not JSON as published.
    for (const name of others) expect(name).toMatch(NOT_OURS);
    expect(all.length - others.length).toBeGreaterThanOrEqual(75);
  });

  it('name no other host than the two of the API for links of the API', () => {
    const links = of('order').flatMap(({ json }) => readPaymentOrder(json).operations);
    const hosts = new Set(
      links.filter(({ method }) => method !== 'GET').map(({ href }) => new URL(href).origin),
    );
    // The third is the provider's own staging, shown by mistake.
    expect([...hosts].sort()).toEqual(
      [PAYEX_LIVE_BASE_URL, PAYEX_TEST_BASE_URL, 'https://api.stage.payex.com']
        .filter((one) => hosts.has(one))
        .sort(),
    );
  });
});

if (all.length === 0) it.skip(EXAMPLES_ABSENT, () => undefined);

const ENDS: Partial<Record<Rel, RegExp>> = {
  abort: /abort$/,
  capture: /capture$/,
  cancel: /cancel$/,
  reversal: /reversal$/,
  'redirect-checkout': /^redirect-/,
  'update-order': /update-?order$/,
};

const NOT_OURS =
  /\.txt$|^checkout-v3-events|token|one-click|moto|recur|unscheduled|split|payout\.0[13]|age-restrictions|ssn-restrictions|fundamental-principles|(capture|cancel|reversal)(-combined)?\.0\d\.json$|resource-models\.26|instrument-mode/;

const ORDER_ID = '/psp/paymentorders/8be318c1-1caa-4db1-e2c6-08d7bf41224d';

function kindOf(example: Example): string | undefined {
  return Object.keys(kinds).find((kind) => kinds[kind]?.(example));
}

function orderOf(json: unknown): Record<string, unknown> | undefined {
  if (!isRecord(json)) return undefined;
  const order = json.paymentOrder ?? json.paymentorder;
  return isRecord(order) ? order : undefined;
}

/** All but `operation`, which the client adds. */
function updateOf({ operation: _, ...rest }: Record<string, unknown>): UpdateOrderRequest {
  return rest as unknown as UpdateOrderRequest;
}

function reply(rels: string[]) {
  const href = `${PAYEX_TEST_BASE_URL}${ORDER_ID}`;
  const method = (rel: string) => (/abort|update/.test(rel) ? 'PATCH' : 'POST');
  return new Response(
    JSON.stringify({
      paymentOrder: { id: ORDER_ID, status: 'Initialized', currency: 'NOK', amount: 1500, vatAmount: 375 },
      operations: rels.map((rel) => ({ rel, href, method: method(rel) })),
    }),
  );
}
