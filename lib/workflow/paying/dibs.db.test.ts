import { describe, expect, it, vi } from 'vitest';
import type { App } from '../app.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { mortalProcess } from '../testing/model/mortal-process.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import {
  completed,
  later,
  open,
  opened,
  refundPart,
  sums,
  usualMinor,
  visit,
} from './contract/testing/stage.ts';
import { stageFor } from './contract/testing/stage-for.ts';
import { readPaymentView } from './payment-view.ts';
import { type Received, receiveMessage } from './receive-message.ts';
import { returnFromPayment } from './return-from-payment.ts';
import { startPayment } from './start-payment.ts';

/* What is DIBS' own: a form with a MAC, messages that are the evidence, calls that cannot be repeated. The rest is in contract/. */
vi.setConfig({ testTimeout: 60_000 });

const { stage, call } = stageFor('dibs');

type Fields = Record<string, string>;

const messageOf = (fields: Fields) => ({
  headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
  body: new URLSearchParams(fields).toString(),
});
const fieldsOf = (body = '') => Object.fromEntries(new URLSearchParams(body));
const situation = async (id: string) => (await readPaymentView(stage.world.app, stage.kari, id))?.situation;

/** Its server tells, at the address that the attempt was opened with. */
async function tell(attempt: { id: string }, fields: Fields, app: App = stage.world.app): Promise<Received> {
  const { endpointToken } = await app.db.paymentAgreement.findFirstOrThrow({ where: { name: 'dibs' } });
  return receiveMessage(app, 'dibs', endpointToken, attempt.id, messageOf(fields));
}

describe('its form', () => {
  it('says what is to be paid and to whom, takes nothing at once, and is the same however often it is asked for', async () => {
    const { id, attempt } = await opened(stage);
    expect(attempt.formFields).toMatchObject({
      orderId: attempt.reference,
      amount: String(usualMinor),
      currency: 'NOK',
      language: 'nb_NO',
    });
    for (const name of ['capturenow', 'test']) expect(attempt.formFields).not.toHaveProperty(name);
    expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({
      kind: 'open',
      handOver: { kind: 'form', url: attempt.redirectUrl, fields: attempt.formFields },
    });
  });
});

describe('its messages are the evidence', () => {
  it('forged, or without a MAC: nothing is believed and nothing kept', async () => {
    const { attempt } = await opened(stage);
    const { back } = await stage.provider.visit(attempt, 'cancel');
    const { MAC, ...bare } = fieldsOf(back?.body);
    const paid = { ...bare, status: 'ACCEPTED', transaction: '1' };
    expect(await tell(attempt, { ...paid, MAC: MAC ?? '' })).toBe('rejected');
    expect(await tell(attempt, paid)).toBe('rejected');
    // Our own signed form, sent back to us.
    expect(await tell(attempt, attempt.formFields as Fields)).toBe('malformed');
    await returnFromPayment(stage.world.app, attempt.id, messageOf({ ...paid, MAC: MAC ?? '' }));
    expect((await stage.journey.attempt(attempt.id)).status).toBe('pending');
    expect(await stage.world.app.db.providerMessage.count({ where: { attemptId: attempt.id } })).toBe(0);
  });

  it("another payment's message at this one's address pays the other, not this one", async () => {
    const [one, other] = [await opened(stage), await opened(stage)];
    const { back } = await stage.provider.visit(other.attempt, 'pay');
    await returnFromPayment(stage.world.app, one.attempt.id, back);
    expect(await tell(one.attempt, fieldsOf(back?.body))).toBe('handled');
    await stage.world.work();
    expect((await stage.journey.attempt(one.attempt.id)).status).toBe('pending');
    expect(await stage.journey.status(other.id)).toBe('completed');
  });

  it.each(['fee', 'fee-original'])('a %s on top of the sum is told apart from ours', async (value) => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('amount', value);
    await visit(stage, attempt);
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('not secured yet: nobody pays again, until a later message tells', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('outcome', 'pending-forever', 1);
    await visit(stage, attempt);
    expect(await situation(id)).toEqual({ kind: 'unknown' });
    expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
    await call(`/dibs/books/${attempt.reference}/settle`, 'POST', {});
    expect(await stage.provider.tell(attempt.reference)).toContain(200);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('one window is paid and another one left: paid', async () => {
    const { id, attempt } = await opened(stage, { variant: 'pay_before_sign', capture: 'reserve' });
    const paid = await stage.provider.visit(attempt, 'pay');
    const left = await stage.provider.visit(attempt, 'cancel');
    for (const { back } of [paid, left]) expect(await tell(attempt, fieldsOf(back?.body))).toBe('handled');
    expect((await stage.journey.attempt(attempt.id)).status).toBe('authorized');
    expect(await stage.journey.status(id)).toBe('awaiting_signature');
  });

  it('stored, and then the process ended: the timer takes it up', async () => {
    const { id, attempt } = await opened(stage);
    const { back } = await stage.provider.visit(attempt, 'pay');
    const { app } = stage.world;
    const ending: App = {
      ...app,
      openProvider(agreement) {
        const provider = app.openProvider(agreement);
        const evidence = () => {
          throw new Error('the process ends');
        };
        const parseMessage: typeof provider.parseMessage = (message) => {
          const parsed = provider.parseMessage(message);
          return parsed && { ...parsed, evidence };
        };
        return { ...provider, parseMessage };
      },
    };
    await expect(tell(attempt, fieldsOf(back?.body), ending)).rejects.toThrow('the process ends');
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    await later(stage, 61);
    expect(await stage.journey.status(id)).toBe('completed');
  });
});

describe('paid twice on one page', () => {
  const pay = async (attempt: Awaited<ReturnType<typeof opened>>['attempt']) =>
    tell(attempt, fieldsOf((await stage.provider.visit(attempt, 'pay')).back?.body));

  it('one of them is not secured yet: the owner knows, until it is told what became of it', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('outcome', 'pending-forever', 1);
    expect(await pay(attempt)).toBe('handled');
    expect(await stage.journey.alarms(id)).toEqual([]);
    expect(await pay(attempt)).toBe('handled');
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await stage.journey.alarms(id)).toEqual(['payment_unresolved']);
    const [waiting] = (await sums(stage, id)).books;
    await call(`/dibs/books/${waiting?.paymentId}/settle`, 'POST', {});
    expect(await stage.provider.tell(attempt.reference)).toContain(200);
    await later(stage, 61);
    expect(await stage.journey.alarms(id)).toEqual([]);
    expect(await sums(stage, id)).toMatchObject({ kept: usualMinor, held: 0 });
  });

  it('not secured yet, and the case is withdrawn: the owner knows, until it is told what became of it', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('outcome', 'pending-forever', 1);
    expect(await pay(attempt)).toBe('handled');
    expect(await stage.journey.alarms(id)).toEqual([]);
    await withdrawSubmission(stage.world.app, stage.kari, id);
    await later(stage, 61);
    expect(await stage.journey.status(id)).toBe('withdrawn');
    expect(await stage.journey.alarms(id)).toEqual(['payment_unresolved']);
    const [waiting] = (await sums(stage, id)).books;
    await call(`/dibs/books/${waiting?.paymentId}/settle`, 'POST', {});
    expect(await stage.provider.tell(attempt.reference)).toContain(200);
    await later(stage, 61);
    expect(await stage.journey.alarms(id)).toEqual([]);
    expect(await sums(stage, id)).toMatchObject({ kept: 0, held: 0 });
  });

  it('told after the case is done, in words that nobody knows: the owner knows too', async () => {
    const { id, attempt } = await opened(stage);
    expect(await pay(attempt)).toBe('handled');
    await stage.provider.fault('status', 'unknown');
    expect(await pay(attempt)).toBe('handled');
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await stage.journey.alarms(id)).toEqual(['payment_unresolved']);
  });

  it('held in another currency, and then another window is left: the money is still somebody’s case', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('currency', 'wrong');
    expect(await pay(attempt)).toBe('handled');
    await stage.provider.calm();
    for (const act of ['decline', 'cancel'] as const) {
      const { back } = await stage.provider.visit(attempt, act);
      expect(await tell(attempt, fieldsOf(back?.body))).toBe('handled');
    }
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({
      status: 'pending',
      problem: 'mismatch_currency',
    });
    expect(await stage.journey.alarms(id)).toEqual(['payment_mismatch']);
  });

  it('of an order that was replaced since: both go back, under references of their own', async () => {
    const { app } = stage.world;
    const { id, attempt } = await opened(stage);
    expect(await reopenSubmission(app, stage.kari, id)).toEqual({ kind: 'reopened' });
    expect(await confirmSubmission(app, stage.kari, id, undefined)).toEqual({ kind: 'confirmed' });
    const second = await open(stage, id);
    for (const window of [second, second, attempt, attempt]) expect(await pay(window)).toBe('handled');
    const ofCase = attempt.reference.replace(/-1-1$/, '');
    const attempts = await app.db.paymentAttempt.findMany({
      orderBy: { reference: 'asc' },
      where: { order: { submissionId: id } },
    });
    expect(attempts.map(({ reference }) => reference.replace(ofCase, ''))).toEqual([
      '-1-1',
      '-1-2',
      '-2-1',
      '-2-2',
    ]);
    await later(stage, 61);
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await sums(stage, id)).toMatchObject({ kept: usualMinor, held: 0 });
  });

  it('the second is stored by a process that ends, and then the first is taken: let go all the same', async () => {
    const { id, attempt } = await opened(stage);
    const first = await stage.provider.visit(attempt, 'pay');
    const second = await stage.provider.visit(attempt, 'pay');
    expect(await tell(attempt, fieldsOf(first.back?.body))).toBe('handled');
    const dying = mortalProcess(stage.world.app, { kind: 'dies', at: 1 });
    expect(await dying.run((app) => tell(attempt, fieldsOf(second.back?.body), app))).toBe('stopped');
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    await later(stage, 61);
    expect(await sums(stage, id)).toMatchObject({ kept: usualMinor, held: 0 });
  });
});

describe('calls that are queued there', () => {
  it('a capture: a person is told, and nobody is sent to pay what may be paid', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('capture', 'pending', 1);
    await visit(stage, attempt);
    for (let hour = 0; hour < 3; hour++) await later(stage, 3_601);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(await stage.journey.alarms(id)).toEqual(['operation_unknown']);
    expect((await sums(stage, id)).books).toMatchObject([{ charges: [usualMinor] }]);
    expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
  });

  it('a refund: never sent twice, and a person is told', async () => {
    const { id, attempt } = await completed(stage);
    await stage.provider.fault('refund', 'pending');
    await refundPart(stage, attempt, 10_000);
    expect(await stage.journey.alarms(id)).toEqual(['operation_unknown']);
    await stage.provider.calm();
    for (let day = 0; day < 3; day++) await later(stage, 86_400);
    expect((await sums(stage, id)).books).toMatchObject([{ refunds: [10_000] }]);
    expect((await stage.journey.attempt(attempt.id)).status).toBe('captured');
  });

  it('a refund that is declined is certainly not done: it is sent again', async () => {
    const { id, attempt } = await completed(stage);
    await stage.provider.fault('refund', 'declined');
    await refundPayment(stage.world.app, stage.finance, { attemptId: attempt.id, reason: 'Nedlagt' });
    await stage.world.work();
    expect((await sums(stage, id)).refunded).toBe(0);
    await stage.provider.calm();
    await later(stage, 3_600);
    expect((await sums(stage, id)).refunded).toBe(usualMinor);
    expect(await stage.journey.alarms(id)).toEqual([]);
  });
});
