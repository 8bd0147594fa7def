import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { Database } from '@/lib/db/client.ts';
import { balance } from '@/lib/payments/ledger.ts';
import type { Evidence, OpenProvider } from '@/lib/payments/provider.ts';
import { type App, newApp } from '../app.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { rejectSignature } from '../signing/reject-signature.ts';
import { ask, type OpenAttempt } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { cards } from '../testing/nets-books.ts';
import { testEnv } from '../testing/world.ts';
import { reconcile } from '../upkeep/reconcile.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import { checkPayment } from './check-payment.ts';
import { openPaymentUrl } from './open-payment-url.ts';
import { readPaymentView } from './payment-view.ts';
import { startPayment } from './start-payment.ts';
import { verifyPayment } from './verify-payment.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = journeyStage();

const bookOf = (attempt: { reference: string }) => stage.world.nets.byReference(attempt.reference);

const situation = async (id: string) => (await readPaymentView(stage.world.app, stage.kari, id))?.situation;

/** The app with a provider that is partly another one. */
function withProvider(change: (provider: OpenProvider) => Partial<OpenProvider>): App {
  return {
    ...stage.world.app,
    openProvider(agreement) {
      const provider = stage.world.app.openProvider(agreement);
      return { ...provider, ...change(provider) };
    },
  };
}

/** Evidence of the provider's with something wrong in it. */
const lying = (lie: (evidence: Evidence) => Partial<Evidence>): App =>
  withProvider((provider) => ({
    fetch: async (ref) => {
      const evidence = await provider.fetch?.(ref);
      if (!evidence) throw new Error('No answer');
      return { ...evidence, ...lie(evidence) };
    },
  }));

describe('rule 8: what was opened and could not be kept', () => {
  it('rule 8: our record fails after the provider’s create: the payment is closed there at once', async () => {
    const id = await stage.journey.confirmed();
    let transactions = 0;
    const db = new Proxy(stage.world.app.db, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (name !== '$transaction') return value;
        return (...args: unknown[]) => {
          transactions += 1;
          if (transactions === 2) throw new Error('The database is gone');
          return (value as (...args: unknown[]) => unknown).apply(target, args);
        };
      },
    }) as Database;
    await expect(startPayment({ ...stage.world.app, db }, stage.kari, id)).rejects.toThrow(
      'The database is gone',
    );
    const [attempt] = await stage.journey.attempts(id);
    if (!attempt) throw new Error('No attempt');
    expect(attempt).toMatchObject({ status: 'created', providerPaymentId: null });
    expect((await bookOf(attempt)).terminated).toBe(true);
    expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'opening' });
    stage.world.clock.forward(61);
    await ask(stage.world, await stage.journey.paid(id));
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('rule 8: the case was withdrawn while the provider was slow to open: the payment is closed there', async () => {
    const id = await stage.journey.confirmed();
    const slow = withProvider((provider) => ({
      create: async (request) => {
        const created = await provider.create(request);
        await stage.world.app.db.submission.update({ where: { id }, data: { status: 'withdrawn' } });
        return created;
      },
    }));
    expect(await startPayment(slow, stage.kari, id)).toEqual({ kind: 'moved_on' });
    await stage.world.work();
    const [attempt] = await stage.journey.attempts(id);
    if (!attempt) throw new Error('No attempt');
    expect((await bookOf(attempt)).terminated).toBe(true);
    expect(
      attempt.status === 'created' ? (await stage.journey.attempt(attempt.id)).status : attempt.status,
    ).toBe('cancelled');
  });
});

describe('rule 9: what is not the frozen order’s is never «paid»', () => {
  it.each([
    ['a lower amount', 'amount', { amountMinor: 29_999 }],
    ['a higher amount', 'amount', { amountMinor: 30_001 }],
    ['more taken than asked for', 'amount', { capturedMinor: 30_001, authorizedMinor: 30_001 }],
    ['another currency', 'currency', { currency: 'SEK' }],
    ['another payment’s reference', 'reference', { reference: 'KV-AAAA-BBBB-CC-1-1' }],
    ['no reference', 'reference', { reference: '' }],
  ])('%s', async (_what, problem, lie) => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.paid(id);
    const app = lying(() => lie);
    for (let n = 0; n < 3; n++) await verifyPayment(app, attempt.id);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect((await stage.journey.attempt(attempt.id)).problem).toBe(`mismatch_${problem}`);
    expect(await stage.journey.alarms(id)).toEqual(['payment_mismatch']);
    expect((await stage.journey.events(id)).filter((type) => type === 'payment.mismatch')).toHaveLength(1);
    expect(await situation(id)).toEqual({ kind: 'problem' });
    expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
    // It was the provider's passing mistake: when it tells the truth, the case goes on and the alarm is closed.
    await ask(stage.world, attempt);
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await stage.journey.alarms(id)).toEqual([]);
  });

  it('money that the provider gave back before we saw it pays nothing', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.paid(id);
    const app = lying(() => ({ state: 'refunded', refundedMinor: 30_000 }));
    await verifyPayment(app, attempt.id);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect((await stage.journey.attempt(attempt.id)).status).toBe('failed');
    expect(await stage.world.app.db.ledgerEntry.count({ where: { attemptId: attempt.id } })).toBe(0);
    expect(await situation(id)).toEqual({ kind: 'pay', because: 'given_back' });
  });

  it('rule 5: failed is final for the attempt, never for the order; 3-D Secure refused leaves the payment open', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    await stage.world.nets.pay(attempt.providerPaymentId, { card: cards.threeDS, threeDS: 'reject' });
    await ask(stage.world, attempt);
    expect(await situation(id)).toMatchObject({ kind: 'open' });
    await verifyPayment(
      lying(() => ({ state: 'failed' })),
      attempt.id,
    );
    expect((await stage.journey.attempt(attempt.id)).status).toBe('failed');
    const second = await stage.journey.open(id);
    expect(second.reference).not.toBe(attempt.reference);
    await stage.world.nets.pay(second.providerPaymentId, { card: cards.threeDS, threeDS: 'approve' });
    await ask(stage.world, second);
    expect(await stage.journey.status(id)).toBe('completed');
  });
});

describe('rule 3: frozen before money moves', () => {
  it('answers, rules, order and their hash are on the attempt, and what is saved afterwards does not reach it', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    const submission = await stage.world.app.db.submission.findUniqueOrThrow({ where: { id } });
    const order = await stage.world.app.db.order.findFirstOrThrow({ where: { submissionId: id } });
    expect(attempt.snapshot).toMatchObject({
      answers: { count: '3' },
      orderHash: order.hash,
      pricing: { rules: [{ unitMinor: 10_000 }] },
    });
    expect(attempt.snapshotHash).toBe(submission.contentHash);
    const tampered = { count: ['1'], totalMinor: ['1'], _shown: ['count'] };
    await saveAnswers(stage.world.app, stage.kari, id, 'one', tampered, submission.answersVersion).catch(
      () => undefined,
    );
    expect((await stage.world.app.db.submission.findUniqueOrThrow({ where: { id } })).answers).toEqual({
      count: '3',
    });
    await stage.world.nets.pay(attempt.providerPaymentId);
    await ask(stage.world, attempt);
    expect((await bookOf(attempt)).charged).toBe(30_000);
  });
});

describe('rule 10: two processes on one database', () => {
  let second: App;
  beforeAll(() => {
    const config = testEnv(stage.world.databaseUrl, stage.world.sandboxUrl);
    const { clock, box, mail, openProvider } = stage.world.app;
    second = newApp(config, { clock, box, mail, openProvider });
  });
  afterAll(() => second?.db.$disconnect());

  async function expectOnce(id: string, attempt: OpenAttempt): Promise<void> {
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await stage.world.app.db.receipt.count({ where: { submissionId: id } })).toBe(1);
    expect((await stage.journey.events(id)).filter((type) => type === 'payment.captured')).toHaveLength(1);
    expect((await stage.journey.events(id)).filter((type) => type === 'submission.paid')).toHaveLength(1);
    expect(await stage.world.app.db.ledgerEntry.count({ where: { attemptId: attempt.id } })).toBe(4);
    expect(await balance(stage.world.app.db, attempt.id, 'earned')).toBe(-30_000);
    const seqs = await stage.world.app.db.submissionEvent.findMany({
      where: { submissionId: id },
      orderBy: { seq: 'asc' },
    });
    expect(seqs.map(({ seq }) => seq)).toEqual(seqs.map((_, index) => index + 1));
  }

  it('return, webhook and timer twenty times at once: receipt, event and ledger once; rule 18: events are numbered without gaps', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.paid(id);
    stage.world.clock.forward(31);
    const apps = [stage.world.app, second];
    const asked = Array.from({ length: 20 }, (_, n) => {
      const app = apps[n % 2] ?? stage.world.app;
      return n % 5 === 4 ? reconcile(app) : verifyPayment(app, attempt.id);
    });
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    await expectOnce(id, attempt);
    const jobs = await stage.world.app.db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from graphile_worker.jobs where key = ${`deliver:${id}`}`;
    expect(jobs).toEqual([{ n: 1 }]);
  });

  it('rule 8: started, edited, withdrawn and paid at once by both: one outcome, and the provider’s books agree with it', async () => {
    for (let round = 0; round < 3; round++) {
      const id = await stage.journey.confirmed();
      const attempt = await stage.journey.open(id);
      await Promise.allSettled([
        startPayment(second, stage.kari, id),
        stage.world.nets.pay(attempt.providerPaymentId),
        reopenSubmission(stage.world.app, stage.kari, id),
        startPayment(stage.world.app, stage.kari, id),
        withdrawSubmission(second, stage.kari, id),
        verifyPayment(second, attempt.id),
      ]);
      stage.world.clock.forward(86_400 * 2);
      await stage.world.work();
      const status = await stage.journey.status(id);
      const ours = await stage.journey.attempts(id);
      const books = await Promise.all(ours.filter((one) => one.providerPaymentId).map(bookOf));
      const kept = books.reduce((sum, { charged, refunded }) => sum + charged - refunded, 0);
      expect({ status, kept }).toEqual({ status, kept: status === 'completed' ? 30_000 : 0 });
      const open = ours.filter((one) => ['created', 'pending', 'authorized'].includes(one.status));
      if (status !== 'awaiting_payment') expect(open).toEqual([]);
      const provider = await Promise.all(
        ours.map(({ id: attemptId }) => balance(stage.world.app.db, attemptId, 'provider')),
      );
      expect(provider.reduce((sum, one) => sum + one, 0)).toBe(kept);
    }
  });
});

describe('rule 13: nobody reaches another’s case', () => {
  it('unknown and foreign ids answer alike: not found', async () => {
    const id = await stage.journey.confirmed('pay_before_sign');
    await stage.journey.open(id);
    const stranger = await stage.world.person('Ola Ukjent');
    const forParty: Actor = { ...stage.kari, acting: { ...stranger.acting } };
    const tries = (actor: Actor, caseId: string) => [
      startPayment(stage.world.app, actor, caseId),
      reopenSubmission(stage.world.app, actor, caseId),
      withdrawSubmission(stage.world.app, actor, caseId),
      confirmSubmission(stage.world.app, actor, caseId, undefined),
      readPaymentView(stage.world.app, actor, caseId),
      openPaymentUrl(stage.world.app, actor, caseId),
      checkPayment(stage.world.app, actor, caseId),
      rejectSignature(stage.world.app, actor, caseId),
      saveAnswers(stage.world.app, actor, caseId, 'one', { count: ['1'] }, 0),
    ];
    const told = async (actor: Actor, caseId: string) =>
      (await Promise.allSettled(tries(actor, caseId))).map((one) =>
        one.status === 'rejected' ? `${one.reason.code}: ${one.reason.message}` : 'reached',
      );
    const unknown = await told(stage.kari, stage.world.app.ids.uuid());
    expect(new Set(unknown)).toEqual(new Set(['not_found: Submission not found']));
    // A stranger, the owner of the case while she acts for another party, and ids that are none.
    for (const [actor, caseId] of [
      [stranger, id],
      [forParty, id],
      [stage.kari, 'abc'],
      [stage.kari, '\u0000'],
      [stage.kari, `${id}'--`],
    ] as const)
      expect(await told(actor, caseId)).toEqual(unknown);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
  });
});
