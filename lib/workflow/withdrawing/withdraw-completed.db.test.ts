import { describe, expect, it, vi } from 'vitest';
import { endOfOsloDay } from '@/lib/core/clock.ts';
import { balance } from '@/lib/payments/ledger.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { findCase } from '@/lib/submissions/find-case.ts';
import { translator } from '@/lib/texts/translate.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { beginHandling } from '../staff/begin-handling.ts';
import { employee } from '../testing/employees.ts';
import { ask } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { afterWithdrawal, beforeWithdrawal } from './describe-money.ts';
import { moneyOfClosed, offersWithdrawal, readWithdrawal } from './read-withdrawal.ts';
import { letters, told } from './testing/told.ts';
import { withdrawSubmission } from './withdraw-submission.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();

describe('a completed case', () => {
  type Policy = NonNullable<ServiceDefinition['withdrawal']>;
  const threeLines = {
    currency: 'NOK',
    includesVat: true,
    dateBasis: 'submitted',
    rules: [
      { id: 'fee', type: 'countTimesUnit', text: 'fee', vat: 'outside', count: 'count', unitMinor: 10_000 },
      { id: 'copy', type: 'fixed', text: 'fee', vat: '25', amountMinor: 12_345 },
    ],
  } satisfies ServiceDefinition['pricing'];
  const total = 42_345;

  async function completed(withdrawal?: Policy) {
    const id = await stage.journey.confirmed('submit_and_pay', {
      change: { pricing: threeLines, withdrawal },
    });
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    expect(await stage.journey.status(id)).toBe('completed');
    return { id, attempt };
  }
  const notes = async (submissionId: string) =>
    (await stage.world.app.db.receipt.findMany({ where: { submissionId, series: 'credit_note' } })).map(
      ({ data }) => (data as unknown as ReceiptData).payment?.totalMinor,
    );
  const balances = (attemptId: string) =>
    Promise.all(
      (['provider', 'held', 'earned'] as const).map((account) =>
        balance(stage.world.app.db, attemptId, account),
      ),
    );

  it('is not withdrawn where its service says nothing of it', async () => {
    const { id } = await completed();
    expect(await readWithdrawal(stage.world.app, stage.kari, id)).toBeUndefined();
    expect(await offersWithdrawal(stage.world.app, stage.kari, id)).toBe(false);
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
  });

  it('all comes back, told beforehand, with a credit note and a message; what was delivered stays', async () => {
    const { id, attempt } = await completed({ days: 14 });
    const { eraseAt } = await stage.world.app.db.submission.findUniqueOrThrow({ where: { id } });
    expect(await offersWithdrawal(stage.world.app, stage.kari, id)).toBe(true);
    const view = await told(stage, id);
    expect(view).toMatchObject({ from: 'completed', ends: new Date('2026-03-24T22:59:59Z') });
    expect(view.words).toContain('Du får tilbake 423,45\u00a0kr, alt du har betalt');
    expect(await withdrawSubmission(stage.world.app, stage.kari, id, view.mark)).toEqual({
      kind: 'withdrawn',
    });
    await stage.world.work();
    expect(await stage.world.nets.byReference(attempt.reference)).toMatchObject({ refunded: total });
    expect(await balances(attempt.id)).toEqual([0, 0, 0]);
    expect(await notes(id)).toEqual([-total]);
    expect((await stage.world.app.db.submission.findUniqueOrThrow({ where: { id } })).eraseAt).toEqual(
      eraseAt,
    );
    expect(await stage.world.app.db.receipt.count({ where: { submissionId: id, series: 'receipt' } })).toBe(
      1,
    );
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
  });

  it('all but a fee comes back, and the watchdog leaves the fee alone', async () => {
    const { id, attempt } = await completed({ untilHandled: true, keptMinor: 10_000 });
    const view = await told(stage, id);
    expect(view.untilHandled).toBe(true);
    expect(view.words).toContain('Du får tilbake 323,45\u00a0kr');
    expect(view.words).toContain('Tjenesten beholder 100,00\u00a0kr');
    expect(await withdrawSubmission(stage.world.app, stage.kari, id, view.mark)).toEqual({
      kind: 'withdrawn',
    });
    for (let day = 0; day < 4; day++) {
      await stage.world.work();
      stage.world.clock.forward(86_400);
    }
    expect(await stage.world.nets.byReference(attempt.reference)).toMatchObject({ refunded: 32_345 });
    expect(await balances(attempt.id)).toEqual([10_000, 0, -10_000]);
    expect(await notes(id)).toEqual([-32_345]);
    const [letter] = await letters(stage, id);
    expect(letter?.body).toContain('Tjenesten beholder 100,00\u00a0kr');
    expect(await stage.journey.alarms(id)).toEqual([]);
    const found = await findCase(stage.world.app.db, stage.kari, id);
    expect(afterWithdrawal(await moneyOfClosed(stage.world.app, found), translator('nb'))).toEqual([
      '323,45\u00a0kr er betalt tilbake.',
      'Tjenesten beholder 100,00\u00a0kr av det du har betalt.',
    ]);
  });

  it('a fee of more than was paid: nothing comes back, and that is told', async () => {
    const { id, attempt } = await completed({ days: 1, keptMinor: 1_000_000 });
    expect((await told(stage, id)).words).toBe(
      'Du får ikke tilbake noe. Tjenesten beholder de 423,45\u00a0kr du har betalt.',
    );
    await withdrawSubmission(stage.world.app, stage.kari, id);
    await stage.world.work();
    expect(await stage.world.nets.byReference(attempt.reference)).toMatchObject({ refunded: 0 });
    expect(await notes(id)).toEqual([]);
  });

  it('what was given back before counts: never more than is left', async () => {
    const { id, attempt } = await completed({ days: 14, keptMinor: 10_000 });
    const part = { kind: 'amount', amountMinor: 30_000 } as const;
    await refundPayment(stage.world.app, stage.finance, {
      attemptId: attempt.id,
      reason: 'Feil gebyr',
      part,
    });
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'busy' });
    await stage.world.work();
    expect(beforeWithdrawal((await told(stage, id)).money, translator('nb')).slice(0, 1)).toEqual([
      'Du har allerede fått tilbake 300,00\u00a0kr.',
    ]);
    expect((await told(stage, id)).words).toContain(
      'Du får tilbake 23,45\u00a0kr til Visa-kortet du betalte med (••••\u00a00004). Tjenesten beholder 100,00\u00a0kr.',
    );
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'withdrawn' });
    await stage.world.work();
    expect(await notes(id)).toEqual([-30_000, -2345]);
    expect(await balances(attempt.id)).toEqual([10_000, 0, -10_000]);
  });

  it.each([
    ['the rest comes back', 0, 30_000, 'Nå får du tilbake resten, 123,45\u00a0kr, til Visa-kortet'],
    ['the rest is kept', 20_000, 30_000, 'Du får ikke tilbake mer. Tjenesten beholder 123,45\u00a0kr.'],
    ['nothing is left', 0, total, 'Det er ikke mer å betale tilbake.'],
  ])('what was given back before is told apart: %s', async (_, keptMinor, amountMinor, words) => {
    const { id, attempt } = await completed({ days: 14, keptMinor });
    const part = { kind: 'amount', amountMinor } as const;
    await refundPayment(stage.world.app, stage.finance, {
      attemptId: attempt.id,
      reason: 'Feil gebyr',
      part,
    });
    await stage.world.work();
    const { money, words: all } = await told(stage, id);
    expect(money.returnedMinor).toBe(amountMinor);
    expect(all).toContain(words);
    expect(all).toContain('Du har allerede fått tilbake');
    expect(all).not.toMatch(/alt du har betalt|Du har ikke betalt/);
  });

  it('until its days are over, at midnight in Oslo', async () => {
    const { id } = await completed({ days: 2 });
    const { completedAt } = await stage.world.app.db.submission.findUniqueOrThrow({ where: { id } });
    const end = endOfOsloDay(completedAt ?? new Date(0), 2);
    stage.world.clock.forward((end.getTime() - stage.world.clock.now().getTime()) / 1000);
    expect(await readWithdrawal(stage.world.app, stage.kari, id)).toBeDefined();
    stage.world.clock.forward(1);
    expect(await readWithdrawal(stage.world.app, stage.kari, id)).toBeUndefined();
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
  });

  it('until a case worker begins; both at once: the one or the other', async () => {
    const { id } = await completed({ days: 14, untilHandled: true });
    const staff = await employee(stage.world, ['case_worker']);
    const [withdrawn, ...begun] = await Promise.all([
      withdrawSubmission(stage.world.app, stage.kari, id),
      beginHandling(stage.world.app, staff, id),
      beginHandling(stage.world.app, staff, id),
    ]);
    const kinds = begun.map(({ kind }) => kind).sort();
    if (withdrawn.kind === 'withdrawn') expect(kinds).toEqual(['not_completed', 'not_completed']);
    else expect([withdrawn.kind, ...kinds]).toEqual(['moved_on', 'already', 'begun']);

    const later = await completed({ days: 14, untilHandled: true });
    expect(await beginHandling(stage.world.app, staff, later.id)).toEqual({ kind: 'begun' });
    expect(await offersWithdrawal(stage.world.app, stage.kari, later.id)).toBe(false);
    expect(await withdrawSubmission(stage.world.app, stage.kari, later.id)).toEqual({ kind: 'moved_on' });
    for (const [who, code] of [
      [{ ...staff, ownerId: stage.world.app.ids.uuid() }, 'not_found'],
      [{ ...staff, roles: ['finance'] as const }, 'forbidden'],
    ] as const)
      await expect(beginHandling(stage.world.app, who, later.id)).rejects.toMatchObject({ code });
  });

  it('is not withdrawn by one who asked while it was unpaid', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', {
      change: { withdrawal: { days: 14, keptMinor: 1 } },
    });
    await stage.journey.paid(id);
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
    expect(await stage.journey.status(id)).toBe('completed');
  });
});
