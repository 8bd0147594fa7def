import { describe, expect, it, vi } from 'vitest';
import type { Currency } from '@/lib/core/money.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { ask, type OpenAttempt } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { type SandboxCall, sandboxCall } from '../testing/sandbox-call.ts';
import { confirmAndPay } from './confirm-and-pay.ts';
import { readPaymentView } from './payment-view.ts';
import { startPayment } from './start-payment.ts';
import { type WaysToPay, waysToPay } from './ways-to-pay.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const stage = journeyStage();

type Payment = Partial<ServiceDefinition['payment']>;

const call: SandboxCall = (...asked) => sandboxCall(stage.world.sandboxUrl)(...asked);

const byPayex = (payment: Payment = {}) => ({
  change: { payment: { agreement: 'payex', capture: 'now' as const, ...payment } },
});

const at = ({ providerPaymentId }: Pick<OpenAttempt, 'providerPaymentId'>) =>
  `/payex/books/${encodeURIComponent(providerPaymentId)}`;

const pay = (attempt: OpenAttempt, how: object) =>
  call<{ outcome: string }>(`${at(attempt)}/pay`, 'POST', how);

const book = (attempt: OpenAttempt) =>
  call<{ status: string; cancelled: number; charged: number }>(at(attempt));

/** The sandbox’s cards: this one is a credit card. */
const creditCard = { card: '4925000000000004' };

/** In plain words: what may be used, and what is to be chosen. */
async function ways(
  provider: string,
  payment: Payment = {},
  currency: Currency = 'NOK',
  contract: object = {},
) {
  const agreement = await stage.world.app.db.paymentAgreement.findFirstOrThrow({ where: { name: provider } });
  const all: ServiceDefinition['payment'] = { agreement: provider, capture: 'now', ...payment };
  const found: WaysToPay = waysToPay(stage.world.app, { ...agreement, ...contract }, all, currency);
  return {
    methods: found.methods.map(({ name }) => name),
    choices: found.choices.map(({ id }) => id),
    cardTypes: found.allowed.cardTypes,
  };
}

describe('what is available', () => {
  it('is what agreement, service and currency leave', async () => {
    const contract = { methods: ['Visa', 'Vipps', 'Swish'] };
    expect(await ways('nets', {}, 'NOK', contract)).toMatchObject({
      methods: ['Visa', 'Vipps'],
      choices: [],
    });
    expect(await ways('nets', {}, 'SEK', contract)).toMatchObject({ methods: ['Visa', 'Vipps', 'Swish'] });
    expect(await ways('nets', { methods: ['Swish', 'Visa'] }, 'NOK', contract)).toMatchObject({
      methods: ['Visa'],
    });
    expect(await ways('vipps')).toMatchObject({ methods: ['Vipps'], choices: [] });
  });

  it('is not told where the agreement does not say what it has', async () => {
    expect(await ways('nets')).toEqual({ methods: [], choices: [], cardTypes: [] });
    expect(await ways('payex')).toEqual({ methods: [], choices: [], cardTypes: [] });
  });

  it('is chosen from beforehand where the page can be held to one choice only', async () => {
    expect(await ways('payex', { methods: ['Visa', 'Amex', 'Vipps'] })).toMatchObject({
      choices: ['cards', 'Vipps'],
    });
    expect(await ways('payex', { methods: ['Visa', 'Amex'] })).toMatchObject({ choices: [] });
    // Swish is for SEK: nothing is left to choose.
    expect(await ways('payex', { methods: ['Vipps', 'Swish'] })).toMatchObject({
      methods: ['Vipps'],
      choices: [],
    });
  });
});

describe('a payer who chooses first', () => {
  const limited = byPayex({ methods: ['Visa', 'Vipps'] });

  it('is asked, and the page is for what she chose', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', limited);
    expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'choose' });
    expect(await startPayment(stage.world.app, stage.kari, id, 'Swish')).toEqual({ kind: 'choose' });
    expect(await stage.journey.attempts(id)).toEqual([]);
    const view = await readPaymentView(stage.world.app, stage.kari, id);
    expect(view?.ways.choices.map((choice) => choice.id)).toEqual(['cards', 'Vipps']);
    const attempt = await stage.journey.open(id, stage.kari, 'Vipps');
    expect(attempt).toMatchObject({ choice: 'Vipps', methods: ['Visa', 'Vipps'] });
    expect((await pay(attempt, { instrument: 'CreditCard', ...creditCard })).outcome).toBe('unavailable');
    expect((await readPaymentView(stage.world.app, stage.kari, id))?.chosen).toBe('Vipps');
  });

  it('may choose again: the payment that is open is closed first', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', limited);
    const first = await stage.journey.open(id, stage.kari, 'Vipps');
    const second = await stage.journey.open(id, stage.kari, 'cards');
    expect(second.id).not.toBe(first.id);
    expect((await stage.journey.attempt(first.id)).status).toBe('cancelled');
    // Asked without a choice, or with the same, it is the one that is open.
    expect((await stage.journey.open(id)).id).toBe(second.id);
    expect((await stage.journey.open(id, stage.kari, 'cards')).id).toBe(second.id);
    await pay(second, creditCard);
    await ask(stage.world, second);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('sends in with the same button, and is asked afterwards when nothing was chosen', async () => {
    const id = await stage.journey.draft('submit_and_pay', limited);
    expect(await confirmAndPay(stage.world.app, stage.kari, id, undefined)).toEqual({ kind: 'choose' });
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    const other = await stage.journey.draft('submit_and_pay', limited);
    expect((await confirmAndPay(stage.world.app, stage.kari, other, undefined, 'cards')).kind).toBe('open');
  });
});

describe('a service that takes debit cards only', () => {
  it('has credit cards turned down on the page', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', byPayex({ cardTypes: ['debit'] }));
    const attempt = await stage.journey.open(id);
    expect(attempt.cardTypes).toEqual(['debit']);
    expect((await pay(attempt, creditCard)).outcome).not.toBe('paid');
  });

  it('gives back what comes all the same, and says what it was', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', byPayex({ methods: ['Visa'] }));
    const attempt = await stage.journey.open(id);
    // As if the provider had not done what it was told.
    await stage.world.app.db.paymentAttempt.update({
      where: { id: attempt.id },
      data: { cardTypes: ['debit'] },
    });
    await pay(attempt, creditCard);
    await ask(stage.world, attempt);
    await stage.world.work();
    expect(await book(attempt)).toMatchObject({ charged: 0, cancelled: 30_000 });
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({
      failure: 'method_not_allowed',
      cardType: 'credit',
      method: 'Visa',
    });
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    const view = await readPaymentView(stage.world.app, stage.kari, id);
    expect(view).toMatchObject({
      situation: { kind: 'pay', because: 'method_not_allowed' },
      used: { method: { nb: 'Visa' }, cardType: 'credit' },
    });
  });
});
