import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCardForm, testCards } from './cards.ts';
import { magicCardProblem, magicSwishProblem, swishProblems } from './magic.ts';
import { hasReference, readExample, readTestCards, shapeOf } from './testing/reference.ts';
import { startPayex } from './testing/start-payex.ts';

let sandbox: Awaited<ReturnType<typeof startPayex>>;
beforeAll(async () => {
  sandbox = await startPayex();
});
afterAll(() => sandbox.close());

const card = async (more: object = {}) => {
  const id = await sandbox.create(more);
  await sandbox.pay(id, { instrument: 'CreditCard' });
  return id;
};
const transaction = (amount?: number) => ({
  transaction: {
    description: 'Gebyr',
    payeeReference: sandbox.reference(),
    ...(amount !== undefined && { amount, vatAmount: 0 }),
  },
});
/** Members that only some examples of the same thing have. */
const optional = [/\.(reversed|orderItems|postPurchaseFailedAttempts)(\.id)?:/, /\[\]/];
const keys = (value: unknown, also: RegExp[] = []) =>
  shapeOf(value).filter((line) => ![...optional, ...also].some((pattern) => pattern.test(line)));

describe.skipIf(!hasReference)('answers have the key sets and types of the official examples', () => {
  test('create (payment-request-3-0.02: that of 3.1 differs in the name of its top key)', async () => {
    const { json } = await sandbox.call('POST', '/psp/paymentorders', sandbox.body());
    const example = readExample('payment-request-3-0.02.json');
    // That example leaves two links out that the others have.
    const left = [/\.(urls|payeeInfo)\.id:/];
    expect(keys({ paymentOrder: json.paymentOrder }, left)).toEqual(
      keys({ paymentOrder: example.paymentorder }, left),
    );
    const rels = (operations: { rel: string; method: string; contentType: string }[]) =>
      operations.map(({ rel, method, contentType }) => [rel, method, contentType]);
    expect(rels(json.operations)).toEqual(rels(example.operations));
  });

  test('capture, reversal, cancel', async () => {
    const id = await card();
    const captured = await sandbox.follow(id, 'capture', transaction(60000));
    expect(keys(captured.json)).toEqual(keys(readExample('payment-order-capture-3-1.02.json')));
    expect(captured.json.operations[0].rel).toBe('reversal');
    const reversed = await sandbox.follow(id, 'reversal', transaction(60000));
    expect(keys(reversed.json)).toEqual(keys(readExample('payment-order-reversal-3-1.02.json')));
    const cancelled = await sandbox.follow(await card(), 'cancel', transaction());
    expect(keys(cancelled.json)).toEqual(keys(readExample('payment-order-cancel-3-1.02.json')));
  });

  test('aborted', async () => {
    const id = await sandbox.create();
    await sandbox.call(
      'POST',
      `/books/${encodeURIComponent(id)}/cancel`,
      {},
      { 'content-type': 'application/json' },
    );
    const { json } = await sandbox.call('GET', id);
    expect(keys(json)).toEqual(keys(readExample('checkout-v3-status-models.01.json')));
    const part = await sandbox.call('GET', `${id}/aborted`);
    expect(shapeOf(part.json)).toEqual(shapeOf(readExample('checkout-v3-resource-models.02.json')));
    expect(part.json.aborted.abortReason).toBe('Payment aborted by payer');
  });

  test.each([
    ['Vipps', {}, 'checkout-v3-resource-models.21.json'],
    ['Swish', { currency: 'SEK' }, 'checkout-v3-resource-models.22.json'],
    ['Invoice-PayExFinancingNo', {}, 'checkout-v3-resource-models.23.json'],
  ])('paid with %s', async (instrument, more, name) => {
    const id = await sandbox.create(more);
    await sandbox.pay(id, { instrument });
    const { json } = await sandbox.call('GET', `${id}/paid`);
    const example = readExample(name);
    const known = shapeOf({ paid: example.paid });
    // The reference is there because ours was given; tokens of the wallet are left out.
    const extra = /orderReference|nonPaymentToken|externalNonPaymentToken/i;
    expect(shapeOf({ paid: json.paid }).filter((line) => !extra.test(line))).toEqual(
      known.filter((line) => !extra.test(line)),
    );
    expect(json.paid.instrument).toBe(example.paid.instrument);
    expect(json.paid.transactionType).toBe(example.paid.transactionType);
  });

  test('paid with a card (checkout-v3-status-models.05)', async () => {
    const { json } = await sandbox.call('GET', `${await card()}/paid`);
    const example = readExample('checkout-v3-status-models.05.json').paid.details;
    for (const [name, value] of Object.entries(json.paid.details)) {
      expect(typeof value, name).toBe(typeof example[name]);
    }
    expect(json.paid.details.maskedPan).toBe(example.maskedPan);
    expect(json.paid.details.cardType).toBe(example.cardType);
  });

  test('reversed, failed, history and failed attempts', async () => {
    const reversed = await sandbox.create({ currency: 'SEK' });
    await sandbox.pay(reversed, { instrument: 'Swish' });
    await sandbox.follow(reversed, 'reversal', transaction(60000));
    const part = (await sandbox.call('GET', `${reversed}/reversed`)).json.reversed;
    expect(
      shapeOf({ ...part, orderReference: undefined }).filter((line) => !line.includes('undefined')),
    ).toEqual(shapeOf(readExample('checkout-v3-status-models.24.json').reversed));

    sandbox.fault('outcome', 'paid-after-failed:manual', { times: 1 });
    const failed = await card();
    const { json } = await sandbox.call('GET', `${failed}/failed`);
    const example = readExample('checkout-v3-resource-models.06.json');
    expect(Object.keys(json.failed.problem).sort()).toEqual(Object.keys(example.failed.problem).sort());

    const declined = await sandbox.create();
    await sandbox.pay(declined, { instrument: 'CreditCard', card: '4761739001010416', threeDS: 'cancel' });
    await sandbox.pay(declined);
    const { paymentOrder } = await sandbox.get(declined);
    const names = new Set(
      readExample('checkout-v3-resource-models.14.json').history.historyList.map(
        ({ name }: { name: string }) => name,
      ),
    );
    for (const { name } of paymentOrder.history.historyList) expect(names).toContain(name);
    expect(paymentOrder.failedAttempts.failedAttemptList).toMatchObject([
      {
        instrument: 'CreditCard',
        number: expect.any(Number),
        status: 'Aborted',
        problem: {
          type: 'https://api.payex.com/psp/errordetail/creditcard/3dsecureusercanceled',
          status: 403,
        },
      },
    ]);
  });

  test('callback', async () => {
    sandbox.receiver.clear();
    await card();
    await sandbox.receiver.until(1);
    expect(shapeOf(sandbox.receiver.received[0]?.body)).toEqual(shapeOf(readExample('callback-3-1.01.json')));
  });

  test('problems of Swish', () => {
    for (const [name, problem] of [
      ['problems__swish.02.json', swishProblems.bankIdCancelled],
      ['problems__swish.12.json', swishProblems.timeout],
    ] as const) {
      const { type, title, status, detail } = readExample(name);
      expect(problem).toMatchObject({ type, title, status, detail });
    }
  });

  test('test cards, magic amounts and magic descriptions are all of the published ones', () => {
    const { cards, magicAmounts, swish } = readTestCards();
    for (const { pan, outcome, expiry } of cards as { pan: string; outcome: string; expiry?: string }[]) {
      const fixed = expiry !== undefined && /^\d/.test(expiry) ? expiry : undefined;
      const expected = /challenge/i.test(outcome)
        ? 'challenge'
        : /rejected/.test(outcome)
          ? 'rejected'
          : 'success';
      expect(
        testCards.find((card) => card.pan === pan),
        pan,
      ).toMatchObject({ outcome: expected });
      const form = { cardNumber: pan, expiry: fixed ?? '12/30', cvc: pan.startsWith('37') ? '1234' : '123' };
      expect(parseCardForm(form, new Date('2026-01-05T10:00:00Z'))).toMatchObject({
        ok: true,
        outcome: expected,
      });
    }
    expect(testCards).toHaveLength(cards.length);
    for (const [amount, meaning] of Object.entries<string>(magicAmounts)) {
      const word = /^[A-Z_]+/.exec(meaning)?.[0].split('LIMIT')[0] ?? '';
      const told = magicCardProblem(Number(amount))?.problems[0]?.description.replaceAll('_', '') ?? '';
      expect(told, amount).toContain(word.replaceAll('_', ''));
    }
    for (const description of Object.keys(swish.descriptionTriggers)) {
      expect(magicSwishProblem(description), description).toBeDefined();
    }
  });
});
