import { describe, expect, it, vi } from 'vitest';
import { balance } from '@/lib/payments/ledger.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { OperationRequest } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';
import { performOperation } from '../paying/perform-operation.ts';
import { settleOperation } from '../paying/settle-operation.ts';
import { readPayment } from '../staff/read-payment.ts';
import { ask } from '../testing/journey.ts';
import { db, journeyStage } from '../testing/journey-stage.ts';
import { refundPayment } from './refund-payment.ts';
import {
  type Change,
  completed,
  dataOf,
  messagesOf,
  noteRows,
  reason,
  settle,
} from './testing/refund-stage.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = journeyStage();

/** A provider that answers nothing more than the call itself. */
const deaf: App['openProvider'] = (agreement) => ({
  ...stage.world.app.openProvider(agreement),
  fetch: () => Promise.reject(new Error('no answer')),
});

const overheard =
  (asked: OperationRequest[]): App['openProvider'] =>
  (agreement) => {
    const { refund, ...provider } = stage.world.app.openProvider(agreement);
    return {
      ...provider,
      ...(refund && {
        refund: (request) => {
          asked.push(request);
          return refund(request);
        },
      }),
    };
  };

const onlyWhole: App['openProvider'] = (agreement) => {
  const provider = stage.world.app.openProvider(agreement);
  return { ...provider, capabilities: { ...provider.capabilities, partialRefund: false } };
};

describe('a part of a payment', () => {
  /** Three lines: 300 kr without VAT, 250 kr with 25 %, and 111,99 kr with 15 %. */
  const threeLines = {
    pricing: {
      currency: 'NOK',
      includesVat: true,
      dateBasis: 'submitted',
      rules: [
        { id: 'fee', type: 'countTimesUnit', text: 'fee', vat: 'outside', count: 'count', unitMinor: 10_000 },
        { id: 'copy', type: 'fixed', text: 'fee', vat: '25', amountMinor: 25_000 },
        { id: 'food', type: 'fixed', text: 'fee', vat: '15', amountMinor: 11_199 },
      ],
    },
  } satisfies Change;
  const total = 66_199;
  const part = (amountMinor: number) => ({ kind: 'amount' as const, amountMinor });

  /** Σ of notes per VAT code, as positive amounts. */
  async function credited(id: string) {
    const sums: Record<string, [net: number, vat: number, gross: number]> = {};
    for (const note of await noteRows(stage, id))
      for (const { vatCode, netMinor, vatMinor, grossMinor } of dataOf(note).lines) {
        const [net, vat, gross] = sums[vatCode] ?? [0, 0, 0];
        sums[vatCode] = [net - netMinor, vat - vatMinor, gross - grossMinor];
      }
    return sums;
  }

  async function balances(attemptId: string) {
    return Promise.all(
      (['provider', 'held', 'earned'] as const).map((account) => balance(db(stage), attemptId, account)),
    );
  }

  it('several times until nothing is left: a credit note each, right VAT sums, and never one øre beyond', async () => {
    const { id, attemptId, reference } = await completed(stage, threeLines);
    const ask = (wish: Partial<Parameters<typeof refundPayment>[2]>) =>
      refundPayment(stage.world.app, stage.finance, { attemptId, reason, ...wish });
    expect(await ask({ part: part(total + 1) })).toEqual({ kind: 'invalid', part: 'too_much' });
    let left = total;
    for (const amountMinor of [1, 10_000, 33_333]) {
      expect(await ask({ part: part(amountMinor), seenMinor: left })).toMatchObject({
        kind: 'under_way',
        amountMinor,
      });
      await settle(stage);
      left -= amountMinor;
      expect(await stage.journey.attempt(attemptId)).toMatchObject({
        status: 'partially_refunded',
        refundedMinor: BigInt(total - left),
      });
      expect(await balances(attemptId)).toEqual([left, 0, -left]);
    }
    expect(await ask({ part: part(left + 1), seenMinor: left })).toEqual({
      kind: 'invalid',
      part: 'too_much',
    });
    expect(await ask({ seenMinor: left })).toMatchObject({ kind: 'under_way', amountMinor: left });
    await settle(stage);
    expect(await ask({ part: part(1) })).toEqual({ kind: 'already_refunded' });
    expect(await stage.world.nets.byReference(reference)).toMatchObject({ refunded: total });
    expect(await balances(attemptId)).toEqual([0, 0, 0]);

    const receipt = await db(stage).receipt.findFirstOrThrow({
      where: { submissionId: id, series: 'receipt' },
    });
    const notes = await noteRows(stage, id);
    expect(notes.map((note) => -(dataOf(note).payment?.totalMinor ?? 0))).toEqual([1, 10_000, 33_333, left]);
    expect(notes.map((note) => dataOf(note).credit?.shared ?? false)).toEqual([true, true, true, false]);
    expect(await credited(id)).toEqual(
      Object.fromEntries(
        dataOf(receipt).lines.map((line) => [line.vatCode, [line.netMinor, line.vatMinor, line.grossMinor]]),
      ),
    );
    expect(await messagesOf(stage, id)).toHaveLength(4);
    expect(await stage.journey.alarms(id)).toEqual([]);
  });

  it('by order line: that line alone, with its VAT, and the reason of each refund on its own note', async () => {
    const { id, attemptId } = await completed(stage, threeLines);
    const ask = (lines: number[], why: string) =>
      refundPayment(stage.world.app, stage.finance, {
        attemptId,
        reason: why,
        part: { kind: 'lines', lines },
      });
    expect(await ask([], reason)).toEqual({ kind: 'invalid', part: 'no_lines' });
    const first = await ask([1], 'Kopien kom aldri');
    if (first.kind !== 'under_way') throw new Error(first.kind);
    // The provider is told the same VAT as the credit note tells.
    const asked: OperationRequest[] = [];
    await performOperation({ ...stage.world.app, openProvider: overheard(asked) }, first.operationId);
    expect(asked).toMatchObject([{ operationMinor: 25_000, operationVatMinor: 5000 }]);
    await settle(stage);
    // Nothing of it is left.
    expect(await ask([1], reason)).toEqual({ kind: 'invalid', part: 'no_lines' });
    expect(await ask([1, 2, 7], 'Maten var kald')).toMatchObject({ amountMinor: 11_199 });
    await settle(stage);
    const notes = (await noteRows(stage, id)).map(dataOf);
    expect(notes.map(({ lines }) => lines.map(({ grossMinor, vatMinor }) => [grossMinor, vatMinor]))).toEqual(
      [
        [
          [0, 0],
          [-25_000, -5000],
          [0, 0],
        ],
        [
          [0, 0],
          [0, 0],
          [-11_199, -1461],
        ],
      ],
    );
    expect(notes.map(({ credit }) => credit?.reason)).toEqual(['Kopien kom aldri', 'Maten var kald']);
    expect(await balances(attemptId)).toEqual([30_000, 0, -30_000]);
  });

  it('two employees at once: one refund, and the other is told that it was not begun', async () => {
    const { id, attemptId, reference } = await completed(stage);
    const wishes = [10_000, 12_000, 10_000, 5000].map((amountMinor) =>
      refundPayment(stage.world.app, stage.finance, {
        attemptId,
        reason,
        part: part(amountMinor),
        seenMinor: 30_000,
      }),
    );
    const kinds = (await Promise.all(wishes)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'busy').length).toBeGreaterThanOrEqual(2);
    expect(await db(stage).paymentOperation.count({ where: { attemptId, kind: 'refund' } })).toBe(1);
    await settle(stage);
    // The same form once more, after it was carried out: what it showed is not so any more.
    expect(
      await refundPayment(stage.world.app, stage.finance, {
        attemptId,
        reason,
        part: part(10_000),
        seenMinor: 30_000,
      }),
    ).toEqual({ kind: 'changed' });
    expect((await stage.world.nets.byReference(reference)).refunded).toBeLessThanOrEqual(12_000);
    expect(await noteRows(stage, id)).toHaveLength(1);
  });

  it('waits while an accepted refund is not to be seen at the provider yet', async () => {
    const { attemptId, reference } = await completed(stage);
    await stage.world.nets.fault('refund', 'pending', { reference });
    await refundPayment(stage.world.app, stage.finance, { attemptId, reason, part: part(10_000) });
    await settle(stage);
    expect(
      await refundPayment(stage.world.app, stage.finance, { attemptId, reason, part: part(20_000) }),
    ).toEqual({
      kind: 'busy',
      amountMinor: 10_000,
    });
    expect((await readPayment(stage.world.app, stage.finance, attemptId)).unsettled).toBeUndefined();
    // A day later it has most likely come to nothing; only a person who has looked can say so.
    stage.world.clock.forward(86_400);
    const { unsettled } = await readPayment(stage.world.app, stage.finance, attemptId);
    expect(unsettled?.outcomes).toEqual(['not_carried_out']);
    const said = { attemptId, operationId: unsettled?.operationId ?? '', reason: 'Avvist av banken' };
    expect(
      await settleOperation(stage.world.app, stage.finance, { ...said, outcome: 'carried_out' }),
    ).toEqual({
      kind: 'moved_on',
    });
    expect(
      await settleOperation(stage.world.app, stage.finance, { ...said, outcome: 'not_carried_out' }),
    ).toMatchObject({
      kind: 'settled',
    });
    expect(
      (await readPayment(stage.world.app, stage.finance, attemptId)).refund?.onItsWayMinor,
    ).toBeUndefined();
  });

  it('a lost reply of a part, of which a message told first, is not asked for once more', async () => {
    const { id, attemptId, reference } = await completed(stage);
    await stage.world.nets.fault('refund', 'lost-after-commit', { reference });
    const asked = await refundPayment(stage.world.app, stage.finance, {
      attemptId,
      reason,
      part: part(10_000),
    });
    if (asked.kind !== 'under_way') throw new Error(asked.kind);
    expect(await performOperation({ ...stage.world.app, openProvider: deaf }, asked.operationId)).toBe(
      'unknown',
    );
    await stage.world.nets.clearFaults();
    await ask(stage.world, { id: attemptId });
    expect(await stage.journey.attempt(attemptId)).toMatchObject({ refundedMinor: 10_000n });
    stage.world.clock.forward(120);
    const again: OperationRequest[] = [];
    const listening = { ...stage.world.app, openProvider: overheard(again) };
    expect(await performOperation(listening, asked.operationId)).toBe('done');
    expect(again).toEqual([]);
    await settle(stage);
    expect(await stage.world.nets.byReference(reference)).toMatchObject({ refunded: 10_000 });
    expect(await noteRows(stage, id)).toHaveLength(1);
  });

  it('of a provider that can only give back all: said in words, and only the whole is taken', async () => {
    const { attemptId } = await completed(stage);
    const whole = { ...stage.world.app, openProvider: onlyWhole };
    const ask = (wish: Parameters<typeof refundPayment>[2]['part']) =>
      refundPayment(whole, stage.finance, { attemptId, reason, part: wish });
    expect(await ask(part(10_000))).toEqual({ kind: 'invalid', part: 'only_whole' });
    expect((await readPayment(whole, stage.finance, attemptId)).refund).toMatchObject({
      onlyWhole: 'provider',
    });
    expect(await ask(part(30_000))).toMatchObject({ kind: 'under_way' });
  });

  it('a case that is not completed: only the whole, for there is no receipt to credit', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', {
      change: { payment: { agreement: 'nets', capture: 'now' } },
    });
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    expect(
      await refundPayment(stage.world.app, stage.finance, { attemptId: attempt.id, reason, part: part(100) }),
    ).toEqual({ kind: 'invalid', part: 'only_whole' });
    // At the provider somebody gives a part back all the same: the case goes on, and its receipt is credited at once.
    await db(stage).$transaction((tx) =>
      planOperation(
        tx,
        stage.world.app.ids,
        attempt,
        { kind: 'refund', amountMinor: 100 },
        stage.world.clock.now(),
      ),
    );
    await settle(stage);
    expect(await stage.journey.sign(id)).toBe('signed');
    await settle(stage);
    expect((await noteRows(stage, id)).map((note) => dataOf(note).payment?.totalMinor)).toEqual([-100]);
    expect(await balances(attempt.id)).toEqual([29_900, 0, -29_900]);
  });
});
