import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signed, startDibs } from './testing/start-dibs.ts';

let sandbox: Awaited<ReturnType<typeof startDibs>>;
beforeAll(async () => {
  sandbox = await startDibs();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());
const paid = async (more: Record<string, string> = {}, body: object = {}): Promise<string> =>
  (await sandbox.pay(await sandbox.open(more), body)).back.fields.transaction;
const call = async (name: string, transactionId: string, amount?: number) =>
  (await sandbox.api(`${name}Transaction`, { transactionId, ...(amount !== undefined && { amount }) })).json;
const decline = { status: 'DECLINE', declineReason: '1' };
const accept = { status: 'ACCEPT' };

describe('the JSON API', () => {
  test('captures once, and refunds to the last øre', async () => {
    const id = await paid();
    expect(await call('Refund', id, 1)).toEqual(decline);
    expect(await call('Capture', id, 60001)).toEqual(decline);
    expect(await call('Capture', id, 60000)).toEqual(accept);
    expect(await call('Capture', id, 60000)).toEqual(decline);
    expect(await call('Cancel', id)).toEqual(decline);
    expect(await call('Refund', id, 59999)).toEqual(accept);
    expect(await call('Refund', id, 2)).toEqual(decline);
    expect(await call('Refund', id, 1)).toEqual(accept);
    expect(await sandbox.book(id)).toMatchObject({ captured: 60000, refunded: 60000, refunds: [{}, {}] });
  });

  test('no order of calls moves more than was reserved, and each answer says what was done', async () => {
    const amount = fc.integer({ min: 1, max: 60001 });
    const calls = fc.array(fc.tuple(fc.constantFrom('Capture', 'Cancel', 'Refund'), amount), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(calls, async (sequence) => {
        const id = await paid();
        const sums = { captured: 0, refunded: 0, cancelled: 0 };
        for (const [name, asked] of sequence) {
          const { status } = await call(name, id, name === 'Cancel' ? undefined : asked);
          if (status !== 'ACCEPT') continue;
          if (name === 'Capture') sums.captured += asked;
          if (name === 'Refund') sums.refunded += asked;
          if (name === 'Cancel') sums.cancelled += 60000;
        }
        expect(await sandbox.book(id)).toMatchObject(sums);
        expect(sums.captured + sums.cancelled).toBeLessThanOrEqual(60000);
        expect(sums.refunded).toBeLessThanOrEqual(sums.captured);
      }),
      { numRuns: 15 },
    );
  });

  test('capture after capturenow, or after cancel, is declined', async () => {
    const captured = await paid({ capturenow: '1' });
    expect(await call('Capture', captured, 60000)).toEqual(decline);
    const cancelled = await paid();
    expect(await call('Cancel', cancelled)).toEqual(accept);
    expect(await call('Cancel', cancelled)).toEqual(decline);
    expect(await call('Capture', cancelled, 60000)).toEqual(decline);
    expect(await sandbox.book(cancelled)).toMatchObject({ captured: 0, cancelled: 60000 });
  });

  test('the card that refuses captures tells so', async () => {
    const body = { card: '4711100000000001' };
    expect(await call('Capture', await paid({}, body), 60000)).toEqual(decline);
    const { back } = await sandbox.pay(await sandbox.open({ capturenow: '1' }), body);
    expect(back.fields).toMatchObject({ status: 'ACCEPTED', captureStatus: 'DECLINED' });
  });

  test('takes the field `json` too, and nothing with a wrong MAC, merchant or body', async () => {
    const id = await paid();
    const refused = async (request: string) =>
      (await sandbox.post('/merchant/v1/JSON/Transaction/CancelTransaction', { request })).json;
    const members = signed({ merchantId: '90100001', transactionId: id });
    expect(await refused(JSON.stringify({ ...members, transactionId: '1' }))).toMatchObject({
      status: 'ERROR',
    });
    expect(await refused(JSON.stringify({ ...members, merchantId: '1' }))).toMatchObject({ status: 'ERROR' });
    for (const body of ['', '[]', 'null', '{"a":{}}', '{'])
      expect(await refused(body)).toMatchObject({ status: 'ERROR' });
    expect((await sandbox.api('CancelTransaction', { transactionId: id }, 'json')).json).toEqual(accept);
    expect((await sandbox.api('Nothing', {})).status).toBe(404);
    expect((await sandbox.api('toString', {})).status).toBe(404);
  });

  test('a transaction is its own merchant’s', async () => {
    const id = await paid();
    expect(await call('Capture', '999', 60000)).toEqual(decline);
    const other = await sandbox.api('CaptureTransaction', {
      merchantId: '90100002',
      transactionId: id,
      amount: 60000,
    });
    expect(other.json.status).toBe('ERROR');
    expect(await sandbox.book(id)).toMatchObject({ captured: 0 });
  });

  test('a ticket pays again without the payer', async () => {
    const { back } = await sandbox.pay(await sandbox.open({ createTicket: '1' }));
    const order = { orderId: 'again', amount: 500, currency: 'NOK' };
    const reply = await sandbox.api('AuthorizeTicket', { ...order, ticketId: back.fields.ticket });
    expect(reply.json).toMatchObject({ status: 'ACCEPT', transactionId: expect.any(String) });
    expect(await call('Capture', reply.json.transactionId, 500)).toEqual(accept);
    expect((await sandbox.api('AuthorizeTicket', { ...order, ticketId: '1' })).json).toEqual(decline);
  });

  test('queues, and moves the money when the queue is worked off', async () => {
    const id = await paid();
    sandbox.fault('capture', 'pending');
    expect(await call('Capture', id, 60000)).toEqual({ status: 'PENDING' });
    expect(await sandbox.book(id)).toMatchObject({ captured: 0, pendingCapture: 60000 });
    await sandbox.call('POST', `/books/${id}/settle`, '{}');
    expect(await sandbox.book(id)).toMatchObject({ captured: 60000, pendingCapture: 0 });
    sandbox.fault('refund', 'pending');
    expect(await call('Refund', id, 100)).toEqual({ status: 'PENDING' });
    await sandbox.call('POST', `/books/${id}/settle`, '{"state":"failed"}');
    expect(await sandbox.book(id)).toMatchObject({ refunded: 0, pendingRefund: 0 });
  });

  test('suffers what it is told to', async () => {
    const id = await paid();
    sandbox.fault('capture', 'lost-before-commit', { reference: id, times: 1 });
    await expect(call('Capture', id, 60000)).rejects.toThrow();
    expect(await sandbox.book(id)).toMatchObject({ captured: 0 });
    sandbox.fault('api', 'lost-after-commit', { times: 1 });
    await expect(call('Capture', id, 60000)).rejects.toThrow();
    expect(await sandbox.book(id)).toMatchObject({ captured: 60000 });
    for (const value of ['500', '429']) {
      sandbox.fault('refund', value, { times: 1 });
      expect((await sandbox.api('RefundTransaction', { transactionId: id, amount: 1 })).status).toBe(
        Number(value),
      );
    }
    sandbox.fault('refund', 'slow:1', { times: 1 });
    expect(await call('Refund', id, 1)).toEqual(accept);
    sandbox.fault('refund', 'slow-commit:1', { times: 1 });
    expect(await call('Refund', id, 1)).toEqual(accept);
    sandbox.fault('refund', 'declined');
    expect(await call('Refund', id, 1)).toEqual(decline);
    sandbox.fault('refund', 'error');
    expect(await call('Refund', id, 1)).toMatchObject({ status: 'ERROR' });
    expect(await sandbox.book(id)).toMatchObject({ refunded: 2 });
  });

  test('faults can be set for one payment, by its books and its page', async () => {
    const window = await sandbox.open();
    await sandbox.call('PUT', `/books/${window}/faults`, '{"name":"return","value":"never"}');
    await sandbox.post('/dpw/faults', { id: window, fault: 'webhook/never' });
    expect((await sandbox.call('GET', `/dpw/payment?id=${window}`)).text).toContain('Fjern webhook');
    expect((await sandbox.pay(window)).back.url).toBe('');
    expect((await sandbox.pay(await sandbox.open())).back.url).not.toBe('');
    expect((await sandbox.call('GET', '/')).text).toContain('instans-8c1e');
  });
});
