import { describe, expect, it, vi } from 'vitest';
import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { messageSecretContext } from '@/lib/payments/open-attempt.ts';
import { createTestCallback } from '@/lib/sdk/payex/index.ts';
import {
  confirmed,
  later,
  type Opened,
  opened,
  payAfterAll,
  refundPart,
  sums,
  usualMinor,
  visit,
} from './contract/testing/stage.ts';
import { stageFor } from './contract/testing/stage-for.ts';
import { messageUrl } from './message-url.ts';
import { type Received, receiveMessage } from './receive-message.ts';
import { startPayment } from './start-payment.ts';
import { verifyPayment } from './verify-payment.ts';

/* What is PayEx' own: several instruments behind one page, and messages that nobody signs. The rest is in contract/. */
vi.setConfig({ testTimeout: 60_000 });

const { stage, call } = stageFor('payex');

interface Order {
  paymentId: string;
  reference: string;
  charges: { type: string; amount: number }[];
}

const at = ({ providerPaymentId }: Pick<PaymentAttempt, 'providerPaymentId'>) =>
  `/payex/books/${encodeURIComponent(providerPaymentId ?? '')}`;
const pay = (attempt: Pick<PaymentAttempt, 'providerPaymentId'>, how: object) =>
  call<{ outcome: string }>(`${at(attempt)}/pay`, 'POST', how);
const ask = ({ id }: { id: string }) => verifyPayment(stage.world.app, id);
/** Swish takes nothing else than kronor. */
const inSek = { currency: 'SEK' } as const;

describe('what it is paid with', () => {
  it.each([
    ['Vipps', 'Vipps'],
    ['Invoice-PayExFinancingNo', 'Invoice'],
  ])('%s: authorised, and captured by us', async (instrument, method) => {
    const { id, attempt } = await opened(stage);
    await pay(attempt, { instrument });
    await ask(attempt);
    await stage.world.work();
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({ status: 'captured', method });
    expect(await call<Order>(at(attempt))).toMatchObject({ charges: [{ type: 'Capture' }] });
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('Swish: a sale, taken by itself; nothing is captured twice, and it can be given back', async () => {
    const { attempt } = await opened(stage, inSek);
    await pay(attempt, { instrument: 'Swish' });
    await ask(attempt);
    await stage.world.work();
    expect(await call<Order>(at(attempt))).toMatchObject({ charges: [{ type: 'Sale', amount: usualMinor }] });
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({ currency: 'SEK', method: 'Swish' });
    expect(await refundPart(stage, attempt, usualMinor)).toBe('done');
    expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
  });

  it('Swish, told as failed and paid after all: it pays the case', async () => {
    const { id, attempt } = await opened(stage, inSek);
    await stage.provider.fault('outcome', 'paid-after-failed:manual', 1);
    await pay(attempt, { instrument: 'Swish' });
    await ask(attempt);
    expect((await stage.journey.attempt(attempt.id)).status).toBe('failed');
    await stage.provider.comeAlive(attempt);
    await ask(attempt);
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await sums(stage, id)).toMatchObject({ charged: usualMinor, refunded: 0 });
  });

  it('one instrument alone is all that its page offers', async () => {
    const { attempt } = await opened(stage, { methods: ['Vipps'] });
    expect((await pay(attempt, { instrument: 'CreditCard' })).outcome).toBe('unavailable');
    const { attempt: card } = await opened(stage, { methods: ['Visa', 'Amex'] });
    expect((await pay(card, { instrument: 'Vipps' })).outcome).toBe('unavailable');
  });
});

describe('what it tells', () => {
  it('another reference: never paid, always a case for the owner', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.fault('reference', 'wrong');
    await visit(stage, attempt);
    expect((await stage.journey.attempt(attempt.id)).problem).toBe('mismatch_reference');
    expect(await stage.journey.alarms(id)).toEqual(['payment_mismatch']);
  });

  it('a status that we do not know does not give up a reservation', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'pay');
    await ask(attempt);
    await stage.provider.lie('status');
    await stage.world.work();
    await stage.provider.calm();
    expect((await stage.journey.attempt(attempt.id)).status).toBe('authorized');
    await later(stage, 61);
    expect(await stage.journey.status(id)).toBe('completed');
  });
});

describe('its messages: unsigned, to an address that only the provider knows', () => {
  interface Delivery {
    url: string;
    body: object | string;
  }

  /** What the sandbox would send, brought to the door that stands at its address. */
  async function bring({ url, body }: Delivery): Promise<Received> {
    const { pathname, searchParams } = new URL(url);
    const [, , , provider = '', token = ''] = pathname.split('/');
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const message = { headers: new Headers(), body: text, url };
    return receiveMessage(stage.world.app, provider, token, searchParams.get('attempt'), message);
  }

  const secretOf = ({ id, messageSecret }: PaymentAttempt) =>
    stage.world.app.box.open(messageSecret, messageSecretContext(id));
  const stored = ({ id }: { id: string }) =>
    stage.world.app.db.providerMessage.findMany({ where: { attemptId: id } });

  /** A payment whose first try was declined, and the message of it. */
  async function declined(): Promise<Opened & { told: Delivery }> {
    const one = await opened(stage);
    await stage.provider.visit(one.attempt, 'decline');
    const told = (await call<Delivery[]>(`${at(one.attempt)}/deliveries`)).at(-1);
    if (!told) throw new Error('Nothing was to be sent');
    return { ...one, told };
  }

  it('two that look alike about two things: the second is not swallowed, also while nobody can be asked', async () => {
    const { id, attempt, told } = await declined();
    expect(await bring(told)).toBe('handled');
    await stage.provider.visit(attempt, 'pay');
    await stage.provider.break('ask', 'dead');
    expect(await bring(told)).toBe('retry');
    expect(await stored(attempt)).toMatchObject([{ times: 2, handledAt: null }]);
    await stage.provider.calm();
    expect(await bring(told)).toBe('handled');
    expect(await stored(attempt)).toMatchObject([{ times: 3, handledAt: stage.world.clock.now() }]);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('without the attempt’s key, with another’s, or with a part of it: nothing is stored, nothing asked', async () => {
    const { id, attempt, told } = await declined();
    await stage.provider.visit(attempt, 'pay');
    const key = new URL(told.url).searchParams.get('key') ?? '';
    expect(key).toBe(secretOf(attempt));
    const { attempt: other } = await opened(stage);
    for (const forged of ['', secretOf(other), key.slice(1), `${key}0`, 'æ']) {
      const url = told.url.replace(key, encodeURIComponent(forged));
      expect(await bring({ ...told, url })).toBe('rejected');
    }
    expect(await bring({ ...told, url: told.url.replace(attempt.id, other.id) })).toBe('rejected');
    expect(await stored(attempt)).toEqual([]);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    await later(stage, 31);
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('about another payment than the address’s: refused; about anything else: not understood', async () => {
    const { id, told } = await declined();
    const { attempt: other } = await opened(stage);
    const { body } = createTestCallback({ paymentOrderId: other.providerPaymentId ?? '' });
    expect(await bring({ url: told.url, body })).toBe('rejected');
    for (const wrong of ['', '{', '[]', 'null', '{}', '{"paymentOrder":{"id":"https://evil.example/x"}}'])
      expect(await bring({ url: told.url, body: wrong })).toBe('malformed');
    await payAfterAll(stage, id);
  });

  it('the key is in the provider’s address alone: not in the books', async () => {
    const { attempt, told } = await declined();
    await bring(told);
    const kept = { attempt: await stage.journey.attempt(attempt.id), messages: await stored(attempt) };
    const text = JSON.stringify(kept, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
    expect(text).toContain(attempt.agreementId);
    expect(text).not.toContain(secretOf(attempt));
  });

  it('names another’s payment for an attempt that has none: that payment is not touched', async () => {
    const { app } = stage.world;
    const lostCreate = async (value: string) => {
      await stage.provider.break('create', value);
      const id = await confirmed(stage);
      await startPayment(app, stage.kari, id);
      await stage.provider.calm();
      const [lost] = await stage.journey.attempts(id);
      if (!lost) throw new Error('No attempt');
      return { id, lost };
    };
    const theirs = await lostCreate('lost-after-commit');
    await stage.provider.visit(theirs.lost, 'pay');
    const { paymentId } =
      (await call<Order[]>('/payex/books')).find(({ reference }) => reference === theirs.lost.reference) ??
      {};
    const { id, lost } = await lostCreate('lost-before-commit');
    const agreement = await app.db.paymentAgreement.findUniqueOrThrow({ where: { id: lost.agreementId } });
    const url = `${messageUrl(app, agreement, {}, lost.id)}&key=${secretOf(lost)}`;
    const { body } = createTestCallback({ paymentOrderId: paymentId ?? '' });
    expect(await bring({ url, body })).toBe('handled');
    await stage.world.work();
    expect(await sums(stage, theirs.id)).toMatchObject({ reserved: usualMinor, cancelled: 0 });
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(await stage.journey.alarms(id)).toEqual(['cancel_refused', 'payment_mismatch']);
    // Nobody has told of it at its own attempt's address.
    stage.ids.splice(0);
  });
});
