import { describe, expect, it, vi } from 'vitest';
import { PayexReferenceError, PayexUnavailableError } from './index.ts';
import {
  CAPTURE,
  empty,
  errorOf,
  failed,
  ID,
  json,
  order,
  problem,
  setup,
  transaction,
} from './wire.test-helper.ts';

const open = () => order(['capture', 'cancel', 'reversal']);
const done = () => order(['reversal'], {}, [transaction('Capture', 60000, 'CAP1')]);

describe('a capture happens once per payee reference', () => {
  it('reads, sends, and gives the transaction', async () => {
    const { client, sent } = setup([open(), done()]);
    expect(await client.capture(ID, CAPTURE)).toMatchObject({
      repeated: false,
      transaction: { type: 'Capture', amount: 60000 },
    });
    expect(sent()).toEqual(['GET ', 'POST /captures']);
  });

  it('sends nothing when it is done already', async () => {
    const { client, sent } = setup([done()]);
    expect(await client.capture(ID, CAPTURE)).toMatchObject({ repeated: true });
    expect(sent()).toEqual(['GET ']);
  });

  it.each([
    ['another amount', transaction('Capture', 1, 'CAP1')],
    ['another kind', transaction('Reversal', 60000, 'CAP1')],
  ])('refuses a reference that was used for %s', async (_, used) => {
    const { client } = setup([order(['capture'], {}, [used])]);
    expect(await errorOf(client.capture(ID, CAPTURE))).toBeInstanceOf(PayexReferenceError);
  });

  it.each([failed('ECONNRESET'), empty(500), problem('creditcard/acquirergatewaytimeout', 504), json({})])(
    'finds out what a lost reply did (%#)',
    async (lost) => {
      const { client, sent } = setup([open(), lost, done()]);
      expect(await client.capture(ID, CAPTURE)).toMatchObject({
        repeated: false,
        transaction: { number: 123 },
      });
      expect(sent()).toEqual(['GET ', 'POST /captures', 'GET ']);
    },
  );

  it('sends it again under the same reference when it was not carried out', async () => {
    const { client, calls, sent } = setup([open(), failed('ECONNRESET'), open(), done()]);
    await client.capture(ID, CAPTURE);
    expect(sent()).toEqual(['GET ', 'POST /captures', 'GET ', 'POST /captures']);
    expect(calls[3]?.init.body).toBe(calls[1]?.init.body);
  });

  it('looks once more when the repeat is refused: the first try was only slow', async () => {
    const { client, sent } = setup([
      open(),
      failed('ECONNRESET'),
      open(),
      problem('paymentorders/inputerror', 400),
      done(),
    ]);
    expect(await client.capture(ID, CAPTURE)).toMatchObject({ repeated: false });
    expect(sent()).toHaveLength(5);
  });

  it('stays unknown when the repeat is refused and nothing is found', async () => {
    const { client } = setup([open(), failed('ECONNRESET'), open(), problem('x/forbidden', 403), open()]);
    expect(await errorOf(client.capture(ID, CAPTURE))).toMatchObject({ outcome: 'unknown' });
  });

  it('stays unknown when the operation is gone and nothing is found', async () => {
    const gone = () => order([]);
    const { client } = setup([open(), empty(500), gone(), gone()]);
    expect(await errorOf(client.capture(ID, CAPTURE))).toMatchObject({ outcome: 'unknown', httpStatus: 500 });
  });

  it('stays unknown when the read afterwards fails', async () => {
    const { client } = setup([open(), failed('ECONNRESET'), empty(404)], { maxRetries: 0 });
    expect(await errorOf(client.capture(ID, CAPTURE))).toMatchObject({
      code: 'PAYEX_CONNECTION',
      outcome: 'unknown',
    });
  });

  it('stops at maxRetries', async () => {
    const { client, sent } = setup([open(), empty(500), open(), empty(500), open(), empty(500), open()]);
    expect((await errorOf(client.capture(ID, CAPTURE))).outcome).toBe('unknown');
    expect(sent().filter((line) => line === 'POST /captures')).toHaveLength(3);
  });

  it('is certain when it is refused at once, or was never sent', async () => {
    const refused = setup([open(), problem('creditcard/acquirererror', 403)]);
    expect((await errorOf(refused.client.capture(ID, CAPTURE))).outcome).toBe('refused');
    const unread = setup([empty(500)], { maxRetries: 0 });
    expect((await errorOf(unread.client.capture(ID, CAPTURE))).outcome).toBe('not_sent');
    const unsent = setup([open(), failed('ECONNREFUSED')], { maxRetries: 0 });
    expect((await errorOf(unsent.client.capture(ID, CAPTURE))).outcome).toBe('not_sent');
  });

  it('goes by the operations: a sale has no capture', async () => {
    const { client } = setup([order(['reversal'])]);
    const error = await errorOf(client.capture(ID, CAPTURE));
    expect(error).toBeInstanceOf(PayexUnavailableError);
    expect(error).toMatchObject({
      outcome: 'refused',
      rel: 'capture',
      available: ['reversal'],
      status: 'Paid',
    });
  });
});

describe('the others', () => {
  it('cancel and reverse are found by their reference too', async () => {
    const { client } = setup([
      open(),
      failed('ECONNRESET'),
      order([], { status: 'Cancelled' }, [transaction('Cancellation', 60000, 'C1')]),
      order(['reversal']),
      failed('ECONNRESET'),
      order([], {}, [transaction('Reversal', 100, 'R1')]),
    ]);
    const cancelled = await client.cancel(ID, { description: 'Angret', payeeReference: 'C1' });
    expect(cancelled.transaction?.type).toBe('Cancellation');
    const reversed = await client.reverse(ID, { ...CAPTURE, amount: 100, payeeReference: 'R1' });
    expect(reversed.transaction?.amount).toBe(100);
  });

  it('abort ends well when it is aborted already, and after a lost reply', async () => {
    const aborted = () => order([], { status: 'Aborted' });
    const first = setup([aborted()]);
    expect((await first.client.abort(ID)).status).toBe('Aborted');
    const second = setup([order(['abort'], { status: 'Initialized' }), failed('ECONNRESET'), aborted()]);
    expect((await second.client.abort(ID)).status).toBe('Aborted');
  });

  it('abort is refused when the payer was quicker', async () => {
    const { client } = setup([open()]);
    expect(await errorOf(client.abort(ID))).toMatchObject({ code: 'PAYEX_UNAVAILABLE', outcome: 'refused' });
  });

  it('does not repeat a change that has no name', async () => {
    const { client, sent } = setup([order(['update-order']), failed('ECONNRESET'), order(['update-order'])]);
    expect((await errorOf(client.updateOrder(ID, { amount: 5, vatAmount: 0 }))).outcome).toBe('unknown');
    expect(sent()).toEqual(['GET ', 'PATCH ', 'GET ']);
  });
});

describe('time', () => {
  /** Never answers, but obeys the signal, as fetch does. */
  const silent = (init: RequestInit) =>
    new Promise<Response>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });

  it('times out, and then looks', async () => {
    vi.useFakeTimers();
    const { client } = setup([open(), silent, done()], { timeoutMs: 5000 });
    const call = client.capture(ID, CAPTURE);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await call).toMatchObject({ transaction: { number: 123 } });
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('stops when the caller says so, before and while it is under way', async () => {
    const before = setup([]);
    expect(await errorOf(before.client.capture(ID, CAPTURE, { signal: AbortSignal.abort() }))).toMatchObject({
      code: 'PAYEX_ABORTED',
      outcome: 'not_sent',
    });
    const controller = new AbortController();
    const stop = (init: RequestInit) => {
      const answer = silent(init);
      controller.abort();
      return answer;
    };
    const during = setup([open(), stop]);
    expect(await errorOf(during.client.capture(ID, CAPTURE, { signal: controller.signal }))).toMatchObject({
      code: 'PAYEX_ABORTED',
      outcome: 'unknown',
    });
  });
});
