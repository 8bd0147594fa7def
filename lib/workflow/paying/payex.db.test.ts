import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { messageSecretContext } from '@/lib/payments/open-attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import { createTestCallback } from '@/lib/sdk/payex/index.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { definitionFor } from '../testing/definition-for.ts';
import { ask, type Journey, newJourney, type OpenAttempt } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import { messageUrl } from './message-url.ts';
import { performOperation } from './perform-operation.ts';
import { type Received, receiveMessage } from './receive-message.ts';
import { returnFromPayment } from './return-from-payment.ts';
import { startPayment } from './start-payment.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let kari: Actor;
let journey: Journey;
beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
});
afterAll(() => world?.close());
afterEach(() => call('/faults/api', 'DELETE'));

const cards = { visa: '4925000000000004', masterCard: '5226600159865967', rejected: '4111112000004565' };
const challenged = '4761739001010416';

type Change = NonNullable<Parameters<typeof definitionFor>[2]>;

const byPayex = (capture: 'now' | 'reserve' = 'now', methods?: string[]): Change => ({
  payment: { agreement: 'payex', capture, ...(methods && { methods }) },
});
/** 100 kronor per unit: Swish takes nothing else. */
const inSek = (): Change => ({
  ...byPayex(),
  pricing: { ...definitionFor('submit_and_pay', 'x').pricing, currency: 'SEK' },
});

interface Booked {
  paymentId: string;
  status: string;
  instrument?: string;
  payeeReference: string;
  reserved: number;
  charged: number;
  refunded: number;
  cancelled: number;
  terminated: boolean;
  creates: number;
  charges: { type: string; amount: number }[];
  refunds: { amount: number }[];
}

type Ordered = Pick<OpenAttempt, 'providerPaymentId'>;

interface Delivery {
  event: string;
  url: string;
  body: object;
}

async function call<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const reply = await fetch(`${world.sandboxUrl}${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  const text = await reply.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

const at = (paymentId: string) => `/payex/books/${encodeURIComponent(paymentId)}`;
const book = ({ providerPaymentId }: Ordered) => call<Booked>(at(providerPaymentId));
const pay = ({ providerPaymentId }: Ordered, how: object = { card: cards.visa }) =>
  call<{ outcome: string }>(`${at(providerPaymentId)}/pay`, 'POST', how);
const cancelOnPage = ({ providerPaymentId }: Ordered) => call(`${at(providerPaymentId)}/cancel`, 'POST', {});
const fault = (name: string, value: string, times?: number) =>
  call('/faults/api', 'PUT', { party: 'payex', name, value, ...(times && { times }) });

async function opened(variant = 'submit_and_pay', change = byPayex()) {
  const id = await journey.confirmed(variant, { change });
  return { id, attempt: await journey.open(id) };
}

async function completed(change?: Change, how?: object) {
  const { id, attempt } = await opened('submit_and_pay', change);
  await pay(attempt, how);
  await ask(world, attempt);
  await world.work();
  expect(await journey.status(id)).toBe('completed');
  return { id, attempt };
}

async function expectBalances(attempt: OpenAttempt, provider: number, earned: number): Promise<void> {
  const of = (account: 'provider' | 'held' | 'earned') => balance(world.app.db, attempt.id, account);
  expect([await of('provider'), await of('held'), await of('earned')]).toEqual([provider, 0, earned]);
}

describe('a payment at PayEx', () => {
  it('by card: authorised, captured by us, and the case is complete', async () => {
    const { id, attempt } = await opened();
    expect(attempt.redirectUrl).toContain('/payex/checkout/');
    expect((await pay(attempt)).outcome).toBe('paid');
    await ask(world, attempt);
    expect(await book(attempt)).toMatchObject({ reserved: 30_000, charged: 0 });
    await world.work();
    expect(await book(attempt)).toMatchObject({ reserved: 30_000, charged: 30_000, refunded: 0, creates: 1 });
    expect(await journey.attempt(attempt.id)).toMatchObject({
      status: 'captured',
      method: 'Visa',
      maskedCard: '492500******0004',
    });
    expect(await journey.status(id)).toBe('completed');
    expect(await journey.alarms(id)).toEqual([]);
    await expectBalances(attempt, 30_000, -30_000);
  });

  it('declined, and refused at the issuer: nothing is taken, and the same page is good for another try', async () => {
    const { id, attempt } = await opened();
    expect((await pay(attempt, { card: cards.rejected })).outcome).toBe('declined');
    expect((await pay(attempt, { card: challenged, threeDS: 'refuse' })).outcome).toBe('declined');
    await ask(world, attempt);
    expect((await journey.attempt(attempt.id)).status).toBe('pending');
    expect((await journey.open(id)).id).toBe(attempt.id);
    await pay(attempt, { card: challenged, threeDS: 'approve' });
    await ask(world, attempt);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });

  it('cancelled on its page: nothing is taken, and a new try has references of its own', async () => {
    const { id, attempt: first } = await opened();
    await cancelOnPage(first);
    expect(await returnFromPayment(world.app, first.id)).toBe(id);
    expect((await journey.attempt(first.id)).status).toBe('cancelled');
    expect(await journey.status(id)).toBe('awaiting_payment');
    const second = await journey.open(id);
    expect(second.reference).not.toBe(first.reference);
    expect((await book(second)).payeeReference).not.toBe((await book(first)).payeeReference);
    await pay(second);
    expect(await returnFromPayment(world.app, second.id)).toBe(id);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });

  it('by Vipps and by invoice: authorised, and captured by us', async () => {
    for (const [instrument, method] of [
      ['Vipps', 'Vipps'],
      ['Invoice-PayExFinancingNo', 'Invoice'],
    ]) {
      const { attempt } = await completed(undefined, { instrument });
      expect(await journey.attempt(attempt.id)).toMatchObject({ status: 'captured', method });
      expect(await book(attempt)).toMatchObject({ charged: 30_000, charges: [{ type: 'Capture' }] });
    }
  });

  it('by Swish: a sale, taken by itself; nothing is captured twice, and it can be given back', async () => {
    const { attempt } = await completed(inSek(), { instrument: 'Swish' });
    expect(await book(attempt)).toMatchObject({ reserved: 0, charged: 30_000, charges: [{ type: 'Sale' }] });
    expect(await journey.attempt(attempt.id)).toMatchObject({ currency: 'SEK', method: 'Swish' });
    await refund(attempt, 30_000);
    expect(await book(attempt)).toMatchObject({ charged: 30_000, refunded: 30_000 });
    expect((await journey.attempt(attempt.id)).status).toBe('refunded');
  });

  it('paid before signing: reserved until it is signed, then taken', async () => {
    const { id, attempt } = await opened('pay_before_sign', byPayex('reserve'));
    await pay(attempt);
    await ask(world, attempt);
    await world.work();
    expect(await journey.status(id)).toBe('awaiting_signature');
    expect(await book(attempt)).toMatchObject({ reserved: 30_000, charged: 0 });
    expect(await journey.sign(id)).toBe('signed');
    await world.work();
    expect(await book(attempt)).toMatchObject({ charged: 30_000 });
    expect(await journey.status(id)).toBe('completed');
  });

  it('paid before a signature that may come after the reservation has died: taken at once (rule 4)', async () => {
    const change = {
      ...byPayex('reserve'),
      deadlines: { draftDays: 30, paymentDays: 14, signingDays: 60 },
    };
    const { id, attempt } = await opened('pay_before_sign', change);
    await pay(attempt);
    await ask(world, attempt);
    await world.work();
    expect(await journey.status(id)).toBe('awaiting_signature');
    expect(await book(attempt)).toMatchObject({ charged: 30_000 });
    expect(await journey.sign(id)).toBe('signed');
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    await expectBalances(attempt, 30_000, -30_000);
  });
});

describe('what it may be paid with', () => {
  it('one instrument alone is all that its page offers', async () => {
    const { attempt } = await opened('submit_and_pay', byPayex('now', ['Vipps']));
    expect((await pay(attempt, { instrument: 'CreditCard' })).outcome).toBe('unavailable');
    const { attempt: card } = await opened('submit_and_pay', byPayex('now', ['Visa', 'Amex']));
    expect((await pay(card, { instrument: 'Vipps' })).outcome).toBe('unavailable');
  });

  it('a brand that is not allowed cannot be kept out: it is let go, and the payer told why', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byPayex('now', ['Visa', 'Vipps']) });
    const attempt = await journey.open(id, kari, 'cards');
    await pay(attempt, { card: cards.masterCard });
    await ask(world, attempt);
    await world.work();
    expect(await book(attempt)).toMatchObject({ charged: 0, cancelled: 30_000 });
    expect(await journey.attempt(attempt.id)).toMatchObject({
      status: 'voided',
      failure: 'method_not_allowed',
    });
    expect(await journey.status(id)).toBe('awaiting_payment');
    const second = await journey.open(id, kari, 'cards');
    await pay(second);
    await ask(world, second);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });
});

describe('its messages: unsigned, to an address that only the provider knows', () => {
  const agreement = () => world.app.db.paymentAgreement.findFirstOrThrow({ where: { provider: 'payex' } });

  const deliveries = ({ providerPaymentId }: Ordered) =>
    call<Delivery[]>(`${at(providerPaymentId)}/deliveries`);

  /** What the sandbox sent, brought to the door that stands at its address. */
  async function bring({ url, body }: { url: string; body: object | string }): Promise<Received> {
    const { pathname, searchParams } = new URL(url);
    const [, , , provider = '', token = ''] = pathname.split('/');
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const message = { headers: new Headers(), body: text, url };
    return receiveMessage(world.app, provider, token, searchParams.get('attempt'), message);
  }

  const last = async (attempt: Ordered): Promise<Delivery> => {
    const delivery = (await deliveries(attempt)).at(-1);
    if (!delivery) throw new Error('Nothing was sent');
    return delivery;
  };

  const stored = (attempt: OpenAttempt) =>
    world.app.db.providerMessage.findMany({ where: { attemptId: attempt.id } });

  it('one completes the case, a second changes nothing; neither is the proof', async () => {
    const { id, attempt } = await opened();
    await pay(attempt, { card: cards.rejected });
    expect(await bring(await last(attempt))).toBe('handled');
    expect((await journey.attempt(attempt.id)).status).toBe('pending');
    await pay(attempt);
    const paid = await last(attempt);
    expect(await bring(paid)).toBe('handled');
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect(await bring(paid)).toBe('handled');
    expect((await journey.events(id)).filter((type) => type === 'payment.captured')).toHaveLength(1);
    expect(await world.app.db.receipt.count({ where: { submissionId: id } })).toBe(1);
  });

  it('two that look alike about two things: the second is not swallowed', async () => {
    const { id, attempt } = await opened();
    await pay(attempt, { card: cards.rejected });
    const told = await last(attempt);
    expect(await bring(told)).toBe('handled');
    await pay(attempt);
    expect(await bring(told)).toBe('handled');
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect(await stored(attempt)).toMatchObject([{ times: 2, handledAt: world.clock.now() }]);
  });

  it('while the provider cannot be asked the second is not marked as handled either', async () => {
    const { id, attempt } = await opened();
    await pay(attempt, { card: cards.rejected });
    const told = await last(attempt);
    expect(await bring(told)).toBe('handled');
    await pay(attempt);
    await fault('get', 'dead');
    expect(await bring(told)).toBe('retry');
    expect(await stored(attempt)).toMatchObject([{ times: 2, handledAt: null }]);
    await call('/faults/api', 'DELETE');
    expect(await bring(told)).toBe('handled');
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });

  it('without the attempt’s key, with another’s, or with a part of it: nothing is stored, nothing asked', async () => {
    const { id, attempt } = await opened();
    await pay(attempt);
    const { url, body } = await last(attempt);
    const key = new URL(url).searchParams.get('key') ?? '';
    expect(key).toBe(world.app.box.open(attempt.messageSecret, messageSecretContext(attempt.id)));
    const { attempt: other } = await opened();
    const othersKey = world.app.box.open(other.messageSecret, messageSecretContext(other.id));
    for (const forged of ['', othersKey, key.slice(1), `${key}0`, 'æ'])
      expect(await bring({ url: url.replace(key, encodeURIComponent(forged)), body })).toBe('rejected');
    const { endpointToken } = await agreement();
    const message = { headers: new Headers(), body: JSON.stringify(body) };
    expect(await receiveMessage(world.app, 'payex', endpointToken, attempt.id, message)).toBe('rejected');
    expect(await bring({ url: url.replace(attempt.id, other.id), body })).toBe('rejected');
    expect(await stored(attempt)).toEqual([]);
    expect(await journey.status(id)).toBe('awaiting_payment');
  });

  it('about another payment than the address’s: refused; about anything else: not understood', async () => {
    const { id, attempt } = await opened();
    const { attempt: other } = await opened();
    await pay(attempt, { card: cards.rejected });
    const { url } = await last(attempt);
    const { body } = createTestCallback({ paymentOrderId: other.providerPaymentId });
    expect(await bring({ url, body })).toBe('rejected');
    for (const wrong of ['', '{', '[]', 'null', '{}', '{"paymentOrder":{"id":"https://evil.example/x"}}'])
      expect(await bring({ url, body: wrong })).toBe('malformed');
    expect(await journey.status(id)).toBe('awaiting_payment');
  });

  it('the key is in the provider’s address alone: neither in the books nor in what the payer sees', async () => {
    const { attempt } = await opened();
    await pay(attempt);
    const { url, body } = await last(attempt);
    const key = new URL(url).searchParams.get('key') ?? '';
    await bring({ url, body });
    const { agreementId } = attempt;
    const kept = { attempt: await journey.attempt(attempt.id), messages: await stored(attempt) };
    const text = JSON.stringify(kept, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
    expect(text).toContain(agreementId);
    expect(text).not.toContain(key);
  });

  it('tells of a payment whose create was never answered: it is ended there', async () => {
    await fault('create', 'lost-after-commit', 1);
    const id = await journey.confirmed('submit_and_pay', { change: byPayex() });
    expect((await startPayment(world.app, kari, id)).kind).toBe('no_answer');
    const [lost] = await journey.attempts(id);
    if (!lost) throw new Error('No attempt');
    const unknown = await unknownOrder(lost.reference);
    await pay(unknown, { card: cards.rejected });
    expect(await bring(await last(unknown))).toBe('handled');
    await world.work();
    expect(await book(unknown)).toMatchObject({ terminated: true });
    const attempt = await journey.open(id);
    await pay(attempt);
    await ask(world, attempt);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });

  it('names another’s payment for an attempt that has none: that payment is not touched', async () => {
    const lostCreate = async (value: string) => {
      await fault('create', value, 1);
      const id = await journey.confirmed('submit_and_pay', { change: byPayex() });
      await startPayment(world.app, kari, id);
      const [lost] = await journey.attempts(id);
      if (!lost) throw new Error('No attempt');
      return { id, lost };
    };
    const theirs = await unknownOrder((await lostCreate('lost-after-commit')).lost.reference);
    await pay(theirs);
    const { id, lost } = await lostCreate('lost-before-commit');
    const secret = world.app.box.open(lost.messageSecret, messageSecretContext(lost.id));
    const url = `${messageUrl(world.app, await agreement(), {}, lost.id)}&key=${secret}`;
    const { body } = createTestCallback({ paymentOrderId: theirs.providerPaymentId });
    expect(await bring({ url, body })).toBe('handled');
    await world.work();
    expect(await book(theirs)).toMatchObject({ reserved: 30_000, cancelled: 0 });
    expect(await journey.status(id)).toBe('awaiting_payment');
    expect(await journey.alarms(id)).toEqual(['cancel_refused', 'payment_mismatch']);
  });
});

/** A payment order that we have no id of. */
async function unknownOrder(reference: string): Promise<Ordered> {
  const orders = await call<(Booked & { reference: string })[]>('/payex/books');
  const order = orders.find((one) => one.reference === reference);
  if (!order) throw new Error(`The provider has no ${reference}`);
  return { providerPaymentId: order.paymentId };
}

async function refund(attempt: OpenAttempt, amountMinor: number): Promise<string> {
  const { id } = await world.app.db.$transaction((tx) =>
    planOperation(
      tx,
      world.app.ids,
      attempt,
      { kind: 'refund', amountMinor, reason: 'test' },
      world.clock.now(),
    ),
  );
  return performOperation(world.app, id);
}

describe('money back', () => {
  it('the whole, through the owner’s own refund', async () => {
    const { attempt } = await completed();
    const { ownerId, id: attemptId } = attempt;
    const finance: StaffActor = {
      staffId: world.app.ids.uuid(),
      name: 'Finn Prøvesen',
      ownerId,
      roles: ['finance'],
    };
    const reason = 'Tjenesten er nedlagt';
    expect(await refundPayment(world.app, finance, { attemptId, reason })).toMatchObject({
      kind: 'under_way',
    });
    await world.work();
    expect(await book(attempt)).toMatchObject({ status: 'Reversed', charged: 30_000, refunded: 30_000 });
    expect((await journey.attempt(attemptId)).status).toBe('refunded');
    expect(await refundPayment(world.app, finance, { attemptId, reason })).toEqual({
      kind: 'already_refunded',
    });
  });

  it('in parts to the last øre, and not one more', async () => {
    const { attempt } = await completed();
    for (const part of [1, 9_999, 19_999, 1]) expect(await refund(attempt, part)).toBe('done');
    expect(await book(attempt)).toMatchObject({ status: 'Reversed', refunded: 30_000 });
    expect((await book(attempt)).refunds.map(({ amount }) => amount)).toEqual([1, 9_999, 19_999, 1]);
    expect(await journey.attempt(attempt.id)).toMatchObject({ status: 'refunded', refundedMinor: 30_000n });
    await refund(attempt, 1);
    expect((await book(attempt)).refunded).toBe(30_000);
  });

  it('more than is left: refused, none of it given, and the owner told', async () => {
    const { id, attempt } = await completed();
    expect(await refund(attempt, 10_000)).toBe('done');
    expect(await refund(attempt, 20_001)).toBe('refused');
    expect(await book(attempt)).toMatchObject({ refunded: 10_000 });
    expect(await journey.alarms(id)).toEqual(['refund_refused']);
  });

  it.each(['lost-after-commit', 'lost-before-commit', '500', '429', 'dead'])(
    'the reply to capture, then to refund, is %s: once each',
    async (value) => {
      const { id, attempt } = await opened();
      await pay(attempt);
      await fault('charge', value);
      await ask(world, attempt);
      await world.work();
      await call('/faults/api', 'DELETE');
      world.clock.forward(61);
      await world.work();
      expect(await journey.status(id)).toBe('completed');
      expect(await book(attempt)).toMatchObject({ charged: 30_000, charges: [{ amount: 30_000 }] });
      await fault('refund', value);
      await refund(attempt, 10_000);
      await call('/faults/api', 'DELETE');
      world.clock.forward(61);
      await world.work();
      expect(await book(attempt)).toMatchObject({ refunded: 10_000, refunds: [{ amount: 10_000 }] });
      expect(await journey.attempt(attempt.id)).toMatchObject({ refundedMinor: 10_000n });
    },
  );

  it('capture refused: let go, and back to payment', async () => {
    await fault('charge', 'refused');
    const { id, attempt } = await opened();
    await pay(attempt);
    await ask(world, attempt);
    await world.work();
    expect(await book(attempt)).toMatchObject({ charged: 0, cancelled: 30_000 });
    expect(await journey.attempt(attempt.id)).toMatchObject({ status: 'failed', failure: 'capture_refused' });
    expect(await journey.status(id)).toBe('awaiting_payment');
  });

  it('a status that we do not know does not give up a reservation', async () => {
    const { id, attempt } = await opened();
    await pay(attempt);
    await ask(world, attempt);
    await fault('status', 'unknown');
    await world.work();
    await call('/faults/api', 'DELETE');
    expect((await journey.attempt(attempt.id)).status).toBe('authorized');
    world.clock.forward(61);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect((await book(attempt)).charged).toBe(30_000);
  });
});

describe('what comes too late, or is not what was promised', () => {
  const settle = ({ providerPaymentId }: Ordered) => call(`${at(providerPaymentId)}/settle`, 'POST', {});

  it.each([
    ['amount', 'wrong', 'mismatch_amount'],
    ['currency', 'wrong', 'mismatch_currency'],
    ['reference', 'wrong', 'mismatch_reference'],
  ])('%s: never paid, always a case for the owner', async (name, value, problem) => {
    const { id, attempt } = await opened();
    await pay(attempt);
    await fault(name, value);
    await ask(world, attempt);
    expect(await journey.attempt(attempt.id)).toMatchObject({ status: 'pending', problem });
    expect(await journey.alarms(id)).toEqual(['payment_mismatch']);
    expect(await journey.status(id)).toBe('awaiting_payment');
  });

  it('paid by Swish after it was told as failed: it pays the case', async () => {
    await fault('outcome', 'paid-after-failed:manual', 1);
    const { id, attempt } = await opened('submit_and_pay', inSek());
    await pay(attempt, { instrument: 'Swish' });
    await ask(world, attempt);
    expect((await journey.attempt(attempt.id)).status).toBe('failed');
    await settle(attempt);
    await ask(world, attempt);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect(await book(attempt)).toMatchObject({ charged: 30_000, refunded: 0 });
  });

  it('by card after it was told as failed: what is held is let go, and the payer is not charged twice', async () => {
    await fault('outcome', 'paid-after-failed:manual', 1);
    const { id, attempt } = await opened();
    await pay(attempt);
    await ask(world, attempt);
    const second = await journey.open(id);
    await settle(attempt);
    await ask(world, attempt);
    await world.work();
    expect(await book(attempt)).toMatchObject({ reserved: 30_000, charged: 0, cancelled: 30_000 });
    await pay(second);
    await ask(world, second);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect(await book(second)).toMatchObject({ charged: 30_000 });
  });

  it('by Swish after the case expired: it pays it, as far as it still can', async () => {
    await fault('outcome', 'paid-after-failed:manual', 1);
    const { id, attempt } = await opened('submit_and_pay', inSek());
    await pay(attempt, { instrument: 'Swish' });
    await ask(world, attempt);
    world.clock.forward(16 * 86_400);
    await world.work();
    expect(await journey.status(id)).toBe('expired');
    await settle(attempt);
    await ask(world, attempt);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });

  it('by Swish after the payer withdrew: given back', async () => {
    await fault('outcome', 'paid-after-failed:manual', 1);
    const { id, attempt } = await opened('submit_and_pay', inSek());
    await pay(attempt, { instrument: 'Swish' });
    await ask(world, attempt);
    await withdrawSubmission(world.app, kari, id);
    await settle(attempt);
    await ask(world, attempt);
    await world.work();
    expect(await journey.status(id)).toBe('withdrawn');
    expect(await book(attempt)).toMatchObject({ charged: 30_000, refunded: 30_000 });
    await expectBalances(attempt, 0, 0);
  });

  it('the case expires while the payer is in the app: ended when that can be, and no alarm', async () => {
    const { id, attempt } = await opened();
    await pay(attempt, { instrument: 'Vipps', app: 'wait' });
    world.clock.forward(16 * 86_400);
    await world.work();
    expect(await journey.status(id)).toBe('awaiting_payment');
    expect((await book(attempt)).terminated).toBe(false);
    await pay(attempt, { card: cards.rejected });
    world.clock.forward(1_000);
    await world.work();
    expect(await journey.status(id)).toBe('expired');
    expect(await book(attempt)).toMatchObject({ terminated: true, reserved: 0 });
    expect(await journey.alarms(id)).toEqual([]);
  });

  it('and pays there all the same: what is held is let go', async () => {
    const { id, attempt } = await opened();
    await pay(attempt, { instrument: 'Vipps', app: 'wait' });
    world.clock.forward(16 * 86_400);
    await world.work();
    await pay(attempt);
    world.clock.forward(1_000);
    await world.work();
    expect(await book(attempt)).toMatchObject({ reserved: 30_000, charged: 0, cancelled: 30_000 });
    world.clock.forward(1_000);
    await world.work();
    expect(await journey.status(id)).toBe('expired');
    expect(await journey.alarms(id)).toEqual([]);
  });
});
