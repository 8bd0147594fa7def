import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { endOfOsloDay } from '@/lib/core/clock.ts';
import type { Actor } from '@/lib/core/party.ts';
import { balance } from '@/lib/payments/ledger.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { findCase } from '@/lib/submissions/find-case.ts';
import { translator } from '@/lib/texts/translate.ts';
import { listInProgress } from '../delivering/list-in-progress.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { beginHandling } from '../staff/begin-handling.ts';
import { ask, type Journey, newJourney } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { reconcile } from '../upkeep/reconcile.ts';
import { afterWithdrawal, beforeWithdrawal } from './describe-money.ts';
import { moneyOfWithdrawn, offersWithdrawal, readWithdrawal } from './read-withdrawal.ts';
import { withdrawSubmission } from './withdraw-submission.ts';

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
afterEach(() => world.nets.clearFaults());

const charged = { change: { payment: { agreement: 'nets', capture: 'now' as const } } };
const told = async (id: string) => {
  const view = await readWithdrawal(world.app, kari, id);
  if (!view) throw new Error('Cannot be withdrawn');
  return { ...view, words: beforeWithdrawal(view.money, translator('nb')).join(' ') };
};
const letters = (submissionId: string) =>
  world.app.db.message.findMany({
    where: { submissionId },
    orderBy: [{ createdAt: 'asc' }, { kind: 'desc' }],
  });

describe('what is told beforehand is what happens', () => {
  it('nothing paid: nothing comes back, and the open payment is closed at the provider', async () => {
    const id = await journey.confirmed();
    expect((await told(id)).words).toBe('Du har ikke betalt noe, så ingenting skal betales tilbake.');
    const attempt = await journey.open(id);
    const view = await told(id);
    expect(view.money).toMatchObject({ openMinor: 30_000, heldMinor: 0, takenMinor: 0 });
    expect(await withdrawSubmission(world.app, kari, id, view.mark)).toEqual({ kind: 'withdrawn' });
    expect(await world.nets.pay(attempt.providerPaymentId)).toMatchObject({ outcome: 'terminated' });
    expect(await letters(id)).toMatchObject([{ kind: 'withdrawn' }]);
    expect(await readWithdrawal(world.app, kari, id)).toBeUndefined();
  });

  it('a reservation is released', async () => {
    const id = await journey.confirmed('pay_before_sign');
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    const view = await told(id);
    expect(view.money).toMatchObject({ heldMinor: 30_000, takenMinor: 0, openMinor: 0 });
    expect(view.words).toContain(
      '300,00\u00a0kr er reservert på Visa-kortet du betalte med (••••\u00a00004)',
    );
    expect(await withdrawSubmission(world.app, kari, id, view.mark)).toEqual({ kind: 'withdrawn' });
    await world.work();
    expect(await world.nets.byReference(attempt.reference)).toMatchObject({ cancelled: 30_000, charged: 0 });
    const [letter] = await letters(id);
    expect(letter?.body).toContain('Reservasjonen på 300,00\u00a0kr blir opphevet.');
  });

  it('captured money is refunded, and told of when it is promised and when it is done', async () => {
    const id = await journey.confirmed('pay_before_sign', charged);
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    const view = await told(id);
    expect(view.words).toContain(
      'Du får tilbake 300,00\u00a0kr, alt du har betalt, til Visa-kortet du betalte med (••••\u00a00004).',
    );
    expect(await withdrawSubmission(world.app, kari, id, view.mark)).toEqual({ kind: 'withdrawn' });
    await world.work();
    expect(await world.nets.byReference(attempt.reference)).toMatchObject({ refunded: 30_000 });
    expect(await balance(world.app.db, attempt.id, 'provider')).toBe(0);
    const [promised, done] = await letters(id);
    expect(promised?.body).toContain(
      '300,00\u00a0kr er på vei tilbake til Visa-kortet du betalte med (••••\u00a00004).',
    );
    expect(done).toMatchObject({ kind: 'refunded' });
    expect(done?.body).toContain('til Visa-kortet du betalte med (••••\u00a00004).');
    expect(done?.body).toContain('Grunn: Saken ble trukket.');
    expect(await world.app.db.receipt.count({ where: { submissionId: id } })).toBe(0);
  });

  it('is told again when something moved in between, and nothing is done', async () => {
    const id = await journey.confirmed('pay_before_sign', charged);
    const view = await told(id);
    await ask(world, await journey.paid(id));
    expect(await withdrawSubmission(world.app, kari, id, view.mark)).toEqual({ kind: 'changed' });
    expect(await journey.status(id)).toBe('awaiting_signature');
  });

  it.each([
    ['captured', charged, { takenMinor: 30_000, heldMinor: 0 }],
    ['reserved', {}, { takenMinor: 0, heldMinor: 30_000 }],
  ])(
    'and when it was paid between page and post, which only the provider knew: %s',
    async (_, options, now) => {
      const id = await journey.confirmed('pay_before_sign', options);
      const attempt = await journey.open(id);
      const view = await told(id);
      await world.nets.pay(attempt.providerPaymentId);
      expect(await withdrawSubmission(world.app, kari, id, view.mark)).toEqual({ kind: 'changed' });
      expect(await journey.status(id)).toBe('awaiting_signature');
      await world.work();
      expect(await world.nets.byReference(attempt.reference)).toMatchObject({ refunded: 0, cancelled: 0 });
      expect(await letters(id)).toEqual([]);
      const after = await told(id);
      expect(after.money).toMatchObject({ ...now, openMinor: 0 });
      expect(await withdrawSubmission(world.app, kari, id, after.mark)).toEqual({ kind: 'withdrawn' });
    },
  );

  it('says the way to pay that the provider told of, also where it told nothing', async () => {
    const id = await journey.confirmed('pay_before_sign', charged);
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    const tells = (method: string | null, maskedCard: string | null) =>
      world.app.db.paymentAttempt.update({ where: { id: attempt.id }, data: { method, maskedCard } });
    await tells('Vipps', null);
    expect((await told(id)).words).toContain('til betalingsmåten du brukte (Vipps).');
    await tells(null, null);
    expect((await told(id)).words).toContain('alt du har betalt, til betalingsmåten du brukte.');
  });

  it('says when the answers go: a draft’s at once, a submitted case’s later', async () => {
    expect(await told(await journey.confirmed())).toMatchObject({ keptUntil: expect.any(Date) });
    const id = await journey.draft();
    expect(await told(id)).not.toHaveProperty('keptUntil');
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'withdrawn' });
    expect(await letters(id)).toEqual([]);
  });
});

describe('races', () => {
  it('paid while nobody had told us: the receipt is on its way, the case is not withdrawn', async () => {
    const id = await journey.confirmed();
    await journey.paid(id);
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'moved_on' });
    expect(await journey.status(id)).toBe('completed');
  });

  it('withdrawn by many at once, while the payment is being verified: one end, and the money is back', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await journey.confirmed('pay_before_sign', charged);
      const attempt = await journey.paid(id);
      await Promise.all([
        ...[1, 2].map(() => withdrawSubmission(world.app, kari, id)),
        ...[1, 2].map(() => ask(world, attempt)),
        reconcile(world.app),
      ]);
      if ((await journey.status(id)) !== 'withdrawn') await withdrawSubmission(world.app, kari, id);
      await world.work();
      const { charged: taken, refunded } = await world.nets.byReference(attempt.reference);
      expect([await journey.status(id), taken - refunded]).toEqual(['withdrawn', 0]);
      expect(await journey.messages(id, 'withdrawn')).toBe(1);
    }
  });

  it('paid, and withdrawn by one who was told that nothing was, while others verify: told anew, never withdrawn', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await journey.confirmed('pay_before_sign', charged);
      const attempt = await journey.open(id);
      const { mark } = await told(id);
      await world.nets.pay(attempt.providerPaymentId);
      const [one, two] = await Promise.all([
        withdrawSubmission(world.app, kari, id, mark),
        withdrawSubmission(world.app, kari, id, mark),
        ask(world, attempt),
        reconcile(world.app),
      ]);
      for (const { kind } of [one, two]) expect(['changed', 'no_answer']).toContain(kind);
      expect(await journey.status(id)).not.toBe('withdrawn');
    }
  });

  it('money that comes after the withdrawal goes back, and the citizen is told', async () => {
    const id = await journey.confirmed('pay_before_sign', charged);
    const attempt = await journey.open(id);
    // The provider says that it is closed, and lets it be paid all the same: as late as money can come.
    await world.app.db.paymentAttempt.update({ where: { id: attempt.id }, data: { status: 'cancelled' } });
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'withdrawn' });
    await world.nets.pay(attempt.providerPaymentId);
    await ask(world, attempt);
    await world.work();
    const { charged: taken, refunded } = await world.nets.byReference(attempt.reference);
    expect([taken, refunded]).toEqual([30_000, 30_000]);
    expect(await journey.messages(id, 'refunded')).toBe(1);
  });

  it('a provider that does not answer: nothing is changed', async () => {
    const id = await journey.confirmed();
    await journey.open(id);
    await world.nets.fault('api', 'dead');
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'no_answer' });
    expect(await journey.status(id)).toBe('awaiting_payment');
  });
});

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
    const id = await journey.confirmed('submit_and_pay', { change: { pricing: threeLines, withdrawal } });
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    expect(await journey.status(id)).toBe('completed');
    return { id, attempt };
  }
  const notes = async (submissionId: string) =>
    (await world.app.db.receipt.findMany({ where: { submissionId, series: 'credit_note' } })).map(
      ({ data }) => (data as unknown as ReceiptData).payment?.totalMinor,
    );
  const balances = (attemptId: string) =>
    Promise.all(
      (['provider', 'held', 'earned'] as const).map((account) => balance(world.app.db, attemptId, account)),
    );

  it('is not withdrawn where its service says nothing of it', async () => {
    const { id } = await completed();
    expect(await readWithdrawal(world.app, kari, id)).toBeUndefined();
    expect(await offersWithdrawal(world.app, kari, id)).toBe(false);
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'moved_on' });
  });

  it('all comes back, told beforehand, with a credit note and a message; what was delivered stays', async () => {
    const { id, attempt } = await completed({ days: 14 });
    const { eraseAt } = await world.app.db.submission.findUniqueOrThrow({ where: { id } });
    expect(await offersWithdrawal(world.app, kari, id)).toBe(true);
    const view = await told(id);
    expect(view).toMatchObject({ from: 'completed', ends: new Date('2026-03-24T22:59:59Z') });
    expect(view.words).toContain('Du får tilbake 423,45\u00a0kr, alt du har betalt');
    expect(await withdrawSubmission(world.app, kari, id, view.mark)).toEqual({ kind: 'withdrawn' });
    await world.work();
    expect(await world.nets.byReference(attempt.reference)).toMatchObject({ refunded: total });
    expect(await balances(attempt.id)).toEqual([0, 0, 0]);
    expect(await notes(id)).toEqual([-total]);
    expect((await world.app.db.submission.findUniqueOrThrow({ where: { id } })).eraseAt).toEqual(eraseAt);
    expect(await world.app.db.receipt.count({ where: { submissionId: id, series: 'receipt' } })).toBe(1);
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'moved_on' });
  });

  it('all but a fee comes back, and the watchdog leaves the fee alone', async () => {
    const { id, attempt } = await completed({ untilHandled: true, keptMinor: 10_000 });
    const view = await told(id);
    expect(view.untilHandled).toBe(true);
    expect(view.words).toContain('Du får tilbake 323,45\u00a0kr');
    expect(view.words).toContain('Tjenesten beholder 100,00\u00a0kr');
    expect(await withdrawSubmission(world.app, kari, id, view.mark)).toEqual({ kind: 'withdrawn' });
    for (let day = 0; day < 4; day++) {
      await world.work();
      world.clock.forward(86_400);
    }
    expect(await world.nets.byReference(attempt.reference)).toMatchObject({ refunded: 32_345 });
    expect(await balances(attempt.id)).toEqual([10_000, 0, -10_000]);
    expect(await notes(id)).toEqual([-32_345]);
    const [letter] = await letters(id);
    expect(letter?.body).toContain('Tjenesten beholder 100,00\u00a0kr');
    expect(await journey.alarms(id)).toEqual([]);
    const found = await findCase(world.app.db, kari, id);
    expect(afterWithdrawal(await moneyOfWithdrawn(world.app, found), translator('nb'))).toEqual([
      '323,45\u00a0kr er betalt tilbake.',
      'Tjenesten beholder 100,00\u00a0kr av det du har betalt.',
    ]);
  });

  it('a fee of more than was paid: nothing comes back, and that is told', async () => {
    const { id, attempt } = await completed({ days: 1, keptMinor: 1_000_000 });
    expect((await told(id)).words).toBe(
      'Du får ikke tilbake noe. Tjenesten beholder de 423,45\u00a0kr du har betalt.',
    );
    await withdrawSubmission(world.app, kari, id);
    await world.work();
    expect(await world.nets.byReference(attempt.reference)).toMatchObject({ refunded: 0 });
    expect(await notes(id)).toEqual([]);
  });

  it('what was given back before counts: never more than is left', async () => {
    const { id, attempt } = await completed({ days: 14, keptMinor: 10_000 });
    const { ownerId } = attempt;
    const finance = { staffId: world.app.ids.uuid(), name: 'Finn', ownerId, roles: ['finance'] as const };
    const part = { kind: 'amount', amountMinor: 30_000 } as const;
    await refundPayment(world.app, finance, { attemptId: attempt.id, reason: 'Feil gebyr', part });
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'busy' });
    await world.work();
    expect(beforeWithdrawal((await told(id)).money, translator('nb')).slice(0, 1)).toEqual([
      'Du har allerede fått tilbake 300,00\u00a0kr.',
    ]);
    expect((await told(id)).words).toContain(
      'Du får tilbake 23,45\u00a0kr til Visa-kortet du betalte med (••••\u00a00004). Tjenesten beholder 100,00\u00a0kr.',
    );
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'withdrawn' });
    await world.work();
    expect(await notes(id)).toEqual([-30_000, -2345]);
    expect(await balances(attempt.id)).toEqual([10_000, 0, -10_000]);
  });

  it.each([
    ['the rest comes back', 0, 30_000, 'Nå får du tilbake resten, 123,45\u00a0kr, til Visa-kortet'],
    ['the rest is kept', 20_000, 30_000, 'Du får ikke tilbake mer. Tjenesten beholder 123,45\u00a0kr.'],
    ['nothing is left', 0, total, 'Det er ikke mer å betale tilbake.'],
  ])('what was given back before is told apart: %s', async (_, keptMinor, amountMinor, words) => {
    const { id, attempt } = await completed({ days: 14, keptMinor });
    const { ownerId } = attempt;
    const finance = { staffId: world.app.ids.uuid(), name: 'Finn', ownerId, roles: ['finance'] as const };
    const part = { kind: 'amount', amountMinor } as const;
    await refundPayment(world.app, finance, { attemptId: attempt.id, reason: 'Feil gebyr', part });
    await world.work();
    const { money, words: all } = await told(id);
    expect(money.returnedMinor).toBe(amountMinor);
    expect(all).toContain(words);
    expect(all).toContain('Du har allerede fått tilbake');
    expect(all).not.toMatch(/alt du har betalt|Du har ikke betalt/);
  });

  it('until its days are over, at midnight in Oslo', async () => {
    const { id } = await completed({ days: 2 });
    const { completedAt } = await world.app.db.submission.findUniqueOrThrow({ where: { id } });
    const end = endOfOsloDay(completedAt ?? new Date(0), 2);
    world.clock.forward((end.getTime() - world.clock.now().getTime()) / 1000);
    expect(await readWithdrawal(world.app, kari, id)).toBeDefined();
    world.clock.forward(1);
    expect(await readWithdrawal(world.app, kari, id)).toBeUndefined();
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'moved_on' });
  });

  it('until a case worker begins; both at once: the one or the other', async () => {
    const { id, attempt } = await completed({ days: 14, untilHandled: true });
    const { ownerId } = attempt;
    const staff = { staffId: world.app.ids.uuid(), name: 'Siv', ownerId, roles: ['case_worker'] as const };
    const [withdrawn, ...begun] = await Promise.all([
      withdrawSubmission(world.app, kari, id),
      beginHandling(world.app, staff, id),
      beginHandling(world.app, staff, id),
    ]);
    const kinds = begun.map(({ kind }) => kind).sort();
    if (withdrawn.kind === 'withdrawn') expect(kinds).toEqual(['not_completed', 'not_completed']);
    else expect([withdrawn.kind, ...kinds]).toEqual(['moved_on', 'already', 'begun']);

    const later = await completed({ days: 14, untilHandled: true });
    expect(await beginHandling(world.app, staff, later.id)).toEqual({ kind: 'begun' });
    expect(await offersWithdrawal(world.app, kari, later.id)).toBe(false);
    expect(await withdrawSubmission(world.app, kari, later.id)).toEqual({ kind: 'moved_on' });
    for (const [who, code] of [
      [{ ...staff, ownerId: world.app.ids.uuid() }, 'not_found'],
      [{ ...staff, roles: ['finance'] as const }, 'forbidden'],
    ] as const)
      await expect(beginHandling(world.app, who, later.id)).rejects.toMatchObject({ code });
  });

  it('is not withdrawn by one who asked while it was unpaid', async () => {
    const id = await journey.confirmed('submit_and_pay', {
      change: { withdrawal: { days: 14, keptMinor: 1 } },
    });
    await journey.paid(id);
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'moved_on' });
    expect(await journey.status(id)).toBe('completed');
  });
});

describe('who may withdraw', () => {
  it('nobody else, no payer of a prefilled payment, and nobody after completion', async () => {
    const id = await journey.confirmed();
    const stranger = await world.person('Ola Ukjent');
    for (const use of [readWithdrawal, withdrawSubmission])
      await expect(use(world.app, stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    const issued = await journey.issued('2027-01-01');
    await expect(withdrawSubmission(world.app, kari, issued)).rejects.toMatchObject({ code: 'not_found' });
    const { cases } = await listInProgress(world.app, kari, { limit: 100 });
    expect(cases.find((one) => one.id === id)?.mayWithdraw).toBe(true);
    expect(cases.find((one) => one.id === issued)?.mayWithdraw).toBe(false);
    const low = { ...kari, acr: 'idporten-loa-low' };
    await expect(withdrawSubmission(world.app, low, id)).rejects.toMatchObject({ code: 'step_up_required' });
    await ask(world, await journey.paid(id));
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'moved_on' });
    expect(await journey.status(id)).toBe('completed');
  });
});
