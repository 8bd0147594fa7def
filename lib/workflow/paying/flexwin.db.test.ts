import { describe, expect, it, vi } from 'vitest';
import type { App } from '../app.ts';
import { mortalProcess } from '../testing/model/mortal-process.ts';
import { completed, later, opened, refundPart, sums, usualMinor, visit } from './contract/testing/stage.ts';
import { stageFor } from './contract/testing/stage-for.ts';
import { readPaymentView } from './payment-view.ts';
import { type Received, receiveMessage } from './receive-message.ts';
import { returnFromPayment } from './return-from-payment.ts';
import { startPayment } from './start-payment.ts';

/* What is FlexWin's own: a payment without a name, messages that prove nothing, refunds that nobody can ask about. The rest is in contract/. */
vi.setConfig({ testTimeout: 60_000 });

const { stage, call } = stageFor('flexwin');

type Fields = Record<string, string>;
const fieldsOf = (body = ''): Fields => Object.fromEntries(new URLSearchParams(body));
const messageOf = (fields: Fields) => ({
  headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
  body: new URLSearchParams(fields).toString(),
});
const situation = async (id: string) => (await readPaymentView(stage.world.app, stage.kari, id))?.situation;

/** Its server tells, at the address that the attempt was opened with. */
async function tell(attempt: { id: string }, fields: Fields, app: App = stage.world.app): Promise<Received> {
  const { endpointToken } = await app.db.paymentAgreement.findFirstOrThrow({ where: { name: 'flexwin' } });
  return receiveMessage(app, 'flexwin', endpointToken, attempt.id, messageOf(fields));
}

describe('its form', () => {
  it('says what is to be paid, once, and takes nothing at once', async () => {
    const { id, attempt } = await opened(stage);
    expect(attempt.formFields).toMatchObject({
      orderid: attempt.reference,
      amount: String(usualMinor),
      currency: '578',
      lang: 'no',
      uniqueoid: 'yes',
    });
    for (const name of ['capturenow', 'test', 'paytype']) expect(attempt.formFields).not.toHaveProperty(name);
    expect(await startPayment(stage.world.app, stage.kari, id)).toMatchObject({ kind: 'open' });
  });

  it('holds the window to a method where one alone is allowed', async () => {
    const { attempt } = await opened(stage, { methods: ['VISA'] });
    expect(attempt.formFields).toMatchObject({ paytype: 'VISA' });
    expect((await opened(stage, { methods: ['VISA', 'MC'] })).attempt.formFields).not.toHaveProperty(
      'paytype',
    );
  });
});

describe('its messages prove nothing', () => {
  it('forged, or unsigned as when the payer leaves: nothing is kept, and the page stays good', async () => {
    const { attempt, id } = await opened(stage);
    const { back } = await stage.provider.visit(attempt, 'cancel');
    const left = fieldsOf(back?.body);
    expect(await tell(attempt, left)).toBe('malformed');
    expect(await tell(attempt, { ...left, transact: '1234567890', authkey: '0'.repeat(32) })).toBe(
      'rejected',
    );
    expect(await tell(attempt, attempt.formFields as Fields)).toBe('malformed');
    await returnFromPayment(stage.world.app, attempt.id, back);
    expect((await stage.journey.attempt(attempt.id)).status).toBe('pending');
    expect(await situation(id)).toMatchObject({ kind: 'open' });
    expect(await stage.world.app.db.providerMessage.count({ where: { attemptId: attempt.id } })).toBe(0);
  });

  it("another order's, told as this one's: signed all the same, and neither pays this one nor keeps it from being paid", async () => {
    const [one, other] = [await opened(stage), await opened(stage)];
    const { back } = await stage.provider.visit(other.attempt, 'pay');
    const told = { ...fieldsOf(back?.body), orderid: one.attempt.reference };
    expect(await tell(one.attempt, told)).toBe('handled');
    await returnFromPayment(stage.world.app, one.attempt.id, messageOf(told));
    expect(await stage.journey.attempt(one.attempt.id)).toMatchObject({
      status: 'pending',
      providerPaymentId: null,
      problem: null,
    });
    await visit(stage, one.attempt);
    expect(await stage.journey.status(one.id)).toBe('completed');
    expect(await tell(other.attempt, fieldsOf(back?.body))).toBe('handled');
    await stage.world.work();
    expect(await stage.journey.status(other.id)).toBe('completed');
  });

  it('the browser comes back with nothing at all: found by our reference', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'decline');
    await stage.provider.visit(attempt, 'pay');
    await returnFromPayment(stage.world.app, attempt.id);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect((await stage.journey.attempt(attempt.id)).providerPaymentId).toMatch(/^\d{10}$/);
  });

  it('a fee beside the sum is told apart from ours', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('amount', 'fee');
    await visit(stage, attempt);
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('stored, and then the process ended: the timer takes it up', async () => {
    const { id, attempt } = await opened(stage);
    const { back } = await stage.provider.visit(attempt, 'pay');
    const dying = mortalProcess(stage.world.app, { kind: 'dies', at: 1 });
    expect(await dying.run((app) => tell(attempt, fieldsOf(back?.body), app))).toBe('stopped');
    await later(stage, 61);
    expect(await stage.journey.status(id)).toBe('completed');
  });
});

describe('what the acquirer has not answered', () => {
  it('nobody pays again, until it has', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('outcome', 'pending-forever', 1);
    await visit(stage, attempt);
    expect(await situation(id)).toEqual({ kind: 'unknown' });
    expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
    await call(`/flexwin/books/${attempt.reference}/settle`, 'POST', {});
    await later(stage, 61);
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('a capture that waits for its batch, and whose answer was lost: waited for, and taken once', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('capture', 'pending', 1);
    await visit(stage, attempt);
    await stage.world.app.db.paymentOperation.updateMany({
      where: { attemptId: attempt.id, kind: 'capture' },
      data: { status: 'unknown', finishedAt: null, nextTryAt: stage.world.clock.now() },
    });
    await later(stage, 61);
    await call(`/flexwin/books/${attempt.reference}/settle`, 'POST', {});
    await later(stage, 3_601);
    expect(await stage.journey.status(id)).toBe('completed');
    expect((await sums(stage, id)).books).toMatchObject([{ charges: [usualMinor] }]);
  });
});

describe('paid twice', () => {
  it('in two windows that were open at once: the second is turned away there', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'pay');
    expect((await stage.provider.visit(attempt, 'pay')).outcome).toBe('unavailable');
    await stage.provider.tell(attempt.reference);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect((await sums(stage, id)).books.filter(({ reserved }) => reserved > 0)).toHaveLength(1);
  });
});

describe('a refund that nobody can ask about', () => {
  it('a part, and then what is left: known by its own answers', async () => {
    const { id, attempt } = await completed(stage);
    expect(await refundPart(stage, attempt, 10_000)).toBe('done');
    await later(stage, 3_601);
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({
      status: 'partially_refunded',
      refundedMinor: 10_000n,
    });
    expect(await refundPart(stage, attempt, usualMinor - 10_000)).toBe('done');
    expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    expect(await sums(stage, id)).toMatchObject({ refunded: usualMinor });
  });
});
