import { describe, expect, it } from 'vitest';
import { openPaymentUrl } from '../../../open-payment-url.ts';
import { returnFromPayment } from '../../../return-from-payment.ts';
import { startPayment } from '../../../start-payment.ts';
import {
  confirmed,
  later,
  type Opened,
  open,
  opened,
  payAfterAll,
  type Stage,
  type Subject,
  sums,
  usualMinor,
  visit,
} from '../stage.ts';

/** Paid at the provider, and nobody has told. */
async function paidThere(stage: Stage) {
  const one = await opened(stage);
  const visit = await stage.provider.visit(one.attempt, 'pay');
  expect(visit.outcome).toBe('paid');
  return { ...one, back: visit.back };
}

async function tell(stage: Stage, { attempt }: Opened, answer = 200): Promise<void> {
  const answers = await stage.provider.tell(attempt.reference);
  expect(answers.length).toBeGreaterThan(0);
  expect(new Set(answers)).toEqual(new Set([answer]));
}

const comeBack = (stage: Stage, { attempt, back }: Awaited<ReturnType<typeof paidThere>>) =>
  returnFromPayment(stage.world.app, attempt.id, back);

/** Paid once, told once: whatever told of it, however often. */
async function expectOnce({ world, journey, ...stage }: Stage, { id, attempt }: Opened): Promise<void> {
  await world.work();
  expect(await journey.status(id)).toBe('completed');
  expect((await sums({ journey, ...stage }, id)).books.flatMap(({ charges }) => charges)).toEqual([
    usualMinor,
  ]);
  const events = await journey.events(id);
  for (const type of ['payment.captured', 'submission.paid'])
    expect(events.filter((one) => one === type)).toHaveLength(1);
  const { db } = world.app;
  expect(await db.receipt.count({ where: { submissionId: id } })).toBe(1);
  expect(await db.allocation.count({ where: { attemptId: attempt.id } })).toBe(1);
  expect(await db.ledgerEntry.count({ where: { attemptId: attempt.id } })).toBe(4);
}

export function told(stage: Stage, { can }: Subject): void {
  describe.skipIf(can.silent)('messages', () => {
    it('the webhook alone: complete without the browser; a return that comes later finds it done', async () => {
      const one = await paidThere(stage);
      await tell(stage, one);
      await expectOnce(stage, one);
      expect(await comeBack(stage, one)).toBe(one.id);
      await expectOnce(stage, one);
    });

    it('the return alone: complete without the webhook; one that comes later changes nothing', async () => {
      const one = await paidThere(stage);
      expect(await comeBack(stage, one)).toBe(one.id);
      await expectOnce(stage, one);
      stage.world.clock.forward(3 * 86_400);
      await tell(stage, one);
      await expectOnce(stage, one);
    });

    it('the webhook twice: one effect, and one row that counts', async () => {
      const one = await paidThere(stage);
      await tell(stage, one);
      await tell(stage, one);
      await expectOnce(stage, one);
      const kept = await stage.world.app.db.providerMessage.findMany({
        where: { attemptId: one.attempt.id },
      });
      expect(kept.every(({ times, handledAt }) => times === 2 && handledAt)).toBe(true);
    });

    it('twice at the same instant, and the browser with it', async () => {
      const one = await paidThere(stage);
      await Promise.all([tell(stage, one), tell(stage, one), comeBack(stage, one)]);
      await expectOnce(stage, one);
    });
  });
}

export function untoldOrWrong(stage: Stage, { can, driver }: Subject): void {
  describe('messages', () => {
    it('rule 6: neither: the timer brings it home where it can ask, else a person is told', async () => {
      const one = await paidThere(stage);
      await later(stage, 31);
      if (stage.can.fetch) return expectOnce(stage, one);
      expect(await stage.journey.status(one.id)).toBe('awaiting_payment');
      await later(stage, 3_600);
      expect(await stage.journey.alarms(one.id)).toEqual(['payment_unresolved']);
      await tell(stage, one);
      await expectOnce(stage, one);
      expect(await stage.journey.alarms(one.id)).toEqual([]);
    });

    it.skipIf(can.silent)('somebody else’s: nothing is stored and nothing believed', async () => {
      await stage.provider.fault('webhook', driver.forged ?? '');
      const one = await opened(stage);
      const { back } = await stage.provider.visit(one.attempt, 'pay');
      await tell(stage, one, 404);
      await stage.world.work();
      expect(await stage.journey.status(one.id)).toBe('awaiting_payment');
      expect(await stage.world.app.db.providerMessage.count({ where: { attemptId: one.attempt.id } })).toBe(
        0,
      );
      await comeBack(stage, { ...one, back });
      await expectOnce(stage, one);
    });

    it('rule 1: a return before anything is paid changes nothing', async () => {
      const { id, attempt } = await opened(stage);
      expect(await returnFromPayment(stage.world.app, attempt.id)).toBe(id);
      await later(stage, 31);
      expect((await stage.journey.attempt(attempt.id)).status).toBe('pending');
      await payAfterAll(stage, id);
    });

    it.skipIf(can.silent)('not taken as heard before it has had its effect: told again, it has', async () => {
      const one = await paidThere(stage);
      await stage.provider.break('ask', 'dead');
      const canAsk = stage.can.fetch;
      await tell(stage, one, canAsk ? 503 : 200);
      if (canAsk) expect(await stage.journey.status(one.id)).toBe('awaiting_payment');
      await stage.provider.calm();
      await tell(stage, one);
      await expectOnce(stage, one);
    });
  });
}

export function lostCreate(stage: Stage, { driver }: Subject): void {
  const calls = driver.faults.create.length > 0;
  describe('reply lost after create', () => {
    it.each(['lost-before-commit', 'lost-after-commit', '500', '429', 'dead'])(
      '%s: nobody is sent to a page that we do not know, and the next try pays once',
      async (value) => {
        await stage.provider.break('create', value);
        const id = await confirmed(stage);
        const { kind } = await startPayment(stage.world.app, stage.kari, id);
        expect(kind).toBe(calls ? 'no_answer' : 'open');
        if (calls) expect(await openPaymentUrl(stage.world.app, stage.kari, id)).toEqual({ kind: 'none' });
        await stage.provider.calm();
        await payAfterAll(stage, id);
        const statuses = (await stage.journey.attempts(id)).map(({ status }) => status);
        expect(statuses).toEqual(calls ? ['failed', 'captured'] : ['captured']);
        expect((await sums(stage, id)).books.filter(({ charged }) => charged > 0)).toHaveLength(1);
      },
    );
  });
}

export function lostAndTold(stage: Stage, { driver, can }: Subject): void {
  // Of one that never tells, nobody hears of it: it has no page that anybody was given.
  const calls = driver.faults.create.length > 0 && !can.silent;
  describe('reply lost after create', () => {
    const lost = async () => {
      await stage.provider.break('create', 'lost-after-commit');
      const id = await confirmed(stage);
      expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'no_answer' });
      await stage.provider.calm();
      const [attempt] = await stage.journey.attempts(id);
      if (!attempt) throw new Error('No attempt');
      return { id, attempt, amountMinor: usualMinor };
    };

    it.runIf(calls)('the provider tells of it: it is closed there, so that nobody can pay it', async () => {
      const one = await lost();
      if ((await stage.provider.tell(one.attempt.reference)).length === 0) {
        await stage.provider.visit(one.attempt, 'decline');
        await tell(stage, one);
      }
      await stage.world.work();
      expect((await sums(stage, one.id)).books.map(({ isOver }) => isOver)).toEqual([true]);
      await payAfterAll(stage, one.id);
      expect(await stage.journey.alarms(one.id)).toEqual([]);
    });

    it.runIf(calls)('rule 11: somebody paid it after all: it pays the order, or it is let go', async () => {
      const one = await lost();
      const second = await open(stage, one.id);
      await stage.provider.visit(one.attempt, 'pay');
      await tell(stage, one);
      await stage.world.work();
      const [first] = await stage.provider.books(one.attempt.reference);
      if (first?.charged) {
        expect(await stage.journey.status(one.id)).toBe('completed');
        expect((await stage.journey.attempt(second.id)).status).toBe('cancelled');
      } else {
        expect(first).toMatchObject({ cancelled: usualMinor });
        await visit(stage, second);
        expect(await stage.journey.status(one.id)).toBe('completed');
      }
      expect(await sums(stage, one.id)).toMatchObject({ kept: usualMinor, held: 0 });
    });
  });
}
