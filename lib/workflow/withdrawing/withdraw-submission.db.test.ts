import { describe, expect, it, vi } from 'vitest';
import { balance } from '@/lib/payments/ledger.ts';
import { listInProgress } from '../delivering/list-in-progress.ts';
import { ask } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { reconcile } from '../upkeep/reconcile.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { letters, told } from './testing/told.ts';
import { withdrawSubmission } from './withdraw-submission.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();

const charged = { change: { payment: { agreement: 'nets', capture: 'now' as const } } };

describe('what is told beforehand is what happens', () => {
  it('nothing paid: nothing comes back, and the open payment is closed at the provider', async () => {
    const id = await stage.journey.confirmed();
    expect((await told(stage, id)).words).toBe('Du har ikke betalt noe, så ingenting skal betales tilbake.');
    const attempt = await stage.journey.open(id);
    const view = await told(stage, id);
    expect(view.money).toMatchObject({ openMinor: 30_000, heldMinor: 0, takenMinor: 0 });
    expect(await withdrawSubmission(stage.world.app, stage.kari, id, view.mark)).toEqual({
      kind: 'withdrawn',
    });
    expect(await stage.world.nets.pay(attempt.providerPaymentId)).toMatchObject({ outcome: 'terminated' });
    expect(await letters(stage, id)).toMatchObject([{ kind: 'withdrawn' }]);
    expect(await readWithdrawal(stage.world.app, stage.kari, id)).toBeUndefined();
  });

  it('a reservation is released', async () => {
    const id = await stage.journey.confirmed('pay_before_sign');
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    const view = await told(stage, id);
    expect(view.money).toMatchObject({ heldMinor: 30_000, takenMinor: 0, openMinor: 0 });
    expect(view.words).toContain(
      '300,00\u00a0kr er reservert på Visa-kortet du betalte med (••••\u00a00004)',
    );
    expect(await withdrawSubmission(stage.world.app, stage.kari, id, view.mark)).toEqual({
      kind: 'withdrawn',
    });
    await stage.world.work();
    expect(await stage.world.nets.byReference(attempt.reference)).toMatchObject({
      cancelled: 30_000,
      charged: 0,
    });
    const [letter] = await letters(stage, id);
    expect(letter?.body).toContain('Reservasjonen på 300,00\u00a0kr blir opphevet.');
  });

  it('captured money is refunded, and told of when it is promised and when it is done', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', charged);
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    const view = await told(stage, id);
    expect(view.words).toContain(
      'Du får tilbake 300,00\u00a0kr, alt du har betalt, til Visa-kortet du betalte med (••••\u00a00004).',
    );
    expect(await withdrawSubmission(stage.world.app, stage.kari, id, view.mark)).toEqual({
      kind: 'withdrawn',
    });
    await stage.world.work();
    expect(await stage.world.nets.byReference(attempt.reference)).toMatchObject({ refunded: 30_000 });
    expect(await balance(stage.world.app.db, attempt.id, 'provider')).toBe(0);
    const [promised, done] = await letters(stage, id);
    expect(promised?.body).toContain(
      '300,00\u00a0kr er på vei tilbake til Visa-kortet du betalte med (••••\u00a00004).',
    );
    expect(done).toMatchObject({ kind: 'refunded' });
    expect(done?.body).toContain('til Visa-kortet du betalte med (••••\u00a00004).');
    expect(done?.body).toContain('Grunn: Saken ble trukket tilbake.');
    expect(await stage.world.app.db.receipt.count({ where: { submissionId: id } })).toBe(0);
  });

  it('is told again when something moved in between, and nothing is done', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', charged);
    const view = await told(stage, id);
    await ask(stage.world, await stage.journey.paid(id));
    expect(await withdrawSubmission(stage.world.app, stage.kari, id, view.mark)).toEqual({ kind: 'changed' });
    expect(await stage.journey.status(id)).toBe('awaiting_signature');
  });

  it.each([
    ['captured', charged, { takenMinor: 30_000, heldMinor: 0 }],
    ['reserved', {}, { takenMinor: 0, heldMinor: 30_000 }],
  ])(
    'and when it was paid between page and post, which only the provider knew: %s',
    async (_, options, now) => {
      const id = await stage.journey.confirmed('pay_before_sign', options);
      const attempt = await stage.journey.open(id);
      const view = await told(stage, id);
      await stage.world.nets.pay(attempt.providerPaymentId);
      expect(await withdrawSubmission(stage.world.app, stage.kari, id, view.mark)).toEqual({
        kind: 'changed',
      });
      expect(await stage.journey.status(id)).toBe('awaiting_signature');
      await stage.world.work();
      expect(await stage.world.nets.byReference(attempt.reference)).toMatchObject({
        refunded: 0,
        cancelled: 0,
      });
      expect(await letters(stage, id)).toEqual([]);
      const after = await told(stage, id);
      expect(after.money).toMatchObject({ ...now, openMinor: 0 });
      expect(await withdrawSubmission(stage.world.app, stage.kari, id, after.mark)).toEqual({
        kind: 'withdrawn',
      });
    },
  );

  it('says the way to pay that the provider told of, also where it told nothing', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', charged);
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    const tells = (method: string | null, maskedCard: string | null) =>
      stage.world.app.db.paymentAttempt.update({ where: { id: attempt.id }, data: { method, maskedCard } });
    await tells('Vipps', null);
    expect((await told(stage, id)).words).toContain('til betalingsmåten du brukte (Vipps).');
    await tells(null, null);
    expect((await told(stage, id)).words).toContain('alt du har betalt, til betalingsmåten du brukte.');
  });

  it('says when the answers go: a draft’s at once, a submitted case’s later', async () => {
    expect(await told(stage, await stage.journey.confirmed())).toMatchObject({ keptUntil: expect.any(Date) });
    const id = await stage.journey.draft();
    expect(await told(stage, id)).not.toHaveProperty('keptUntil');
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'withdrawn' });
    expect(await letters(stage, id)).toEqual([]);
  });
});

describe('races', () => {
  it('paid while nobody had told us: the receipt is on its way, the case is not withdrawn', async () => {
    const id = await stage.journey.confirmed();
    await stage.journey.paid(id);
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('withdrawn by many at once, while the payment is being verified: one end, and the money is back', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await stage.journey.confirmed('pay_before_sign', charged);
      const attempt = await stage.journey.paid(id);
      await Promise.all([
        ...[1, 2].map(() => withdrawSubmission(stage.world.app, stage.kari, id)),
        ...[1, 2].map(() => ask(stage.world, attempt)),
        reconcile(stage.world.app),
      ]);
      if ((await stage.journey.status(id)) !== 'withdrawn')
        await withdrawSubmission(stage.world.app, stage.kari, id);
      await stage.world.work();
      const { charged: taken, refunded } = await stage.world.nets.byReference(attempt.reference);
      expect([await stage.journey.status(id), taken - refunded]).toEqual(['withdrawn', 0]);
      expect(await stage.journey.messages(id, 'withdrawn')).toBe(1);
    }
  });

  it('paid, and withdrawn by one who was told that nothing was, while others verify: told anew, never withdrawn', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await stage.journey.confirmed('pay_before_sign', charged);
      const attempt = await stage.journey.open(id);
      const { mark } = await told(stage, id);
      await stage.world.nets.pay(attempt.providerPaymentId);
      const [one, two] = await Promise.all([
        withdrawSubmission(stage.world.app, stage.kari, id, mark),
        withdrawSubmission(stage.world.app, stage.kari, id, mark),
        ask(stage.world, attempt),
        reconcile(stage.world.app),
      ]);
      for (const { kind } of [one, two]) expect(['changed', 'no_answer']).toContain(kind);
      expect(await stage.journey.status(id)).not.toBe('withdrawn');
    }
  });

  it('money that comes after the withdrawal goes back, and the citizen is told', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', charged);
    const attempt = await stage.journey.open(id);
    // The provider says that it is closed, and lets it be paid all the same: as late as money can come.
    await stage.world.app.db.paymentAttempt.update({
      where: { id: attempt.id },
      data: { status: 'cancelled' },
    });
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'withdrawn' });
    await stage.world.nets.pay(attempt.providerPaymentId);
    await ask(stage.world, attempt);
    await stage.world.work();
    const { charged: taken, refunded } = await stage.world.nets.byReference(attempt.reference);
    expect([taken, refunded]).toEqual([30_000, 30_000]);
    expect(await stage.journey.messages(id, 'refunded')).toBe(1);
  });

  it('a provider that does not answer: nothing is changed', async () => {
    const id = await stage.journey.confirmed();
    await stage.journey.open(id);
    await stage.world.nets.fault('api', 'dead');
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'no_answer' });
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
  });
});

describe('who may withdraw', () => {
  it('nobody else, no payer of a prefilled payment, and nobody after completion', async () => {
    const id = await stage.journey.confirmed();
    const stranger = await stage.world.person('Ola Ukjent');
    for (const use of [readWithdrawal, withdrawSubmission])
      await expect(use(stage.world.app, stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    const issued = await stage.journey.issued('2027-01-01');
    await expect(withdrawSubmission(stage.world.app, stage.kari, issued)).rejects.toMatchObject({
      code: 'not_found',
    });
    const { cases } = await listInProgress(stage.world.app, stage.kari, { limit: 100 });
    expect(cases.find((one) => one.id === id)?.mayWithdraw).toBe(true);
    expect(cases.find((one) => one.id === issued)?.mayWithdraw).toBe(false);
    const low = { ...stage.kari, acr: 'idporten-loa-low' };
    await expect(withdrawSubmission(stage.world.app, low, id)).rejects.toMatchObject({
      code: 'step_up_required',
    });
    await ask(stage.world, await stage.journey.paid(id));
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
    expect(await stage.journey.status(id)).toBe('completed');
  });
});
