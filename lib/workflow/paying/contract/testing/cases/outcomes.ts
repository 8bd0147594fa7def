import { describe, expect, it } from 'vitest';
import { namedMethods } from '@/lib/payments/payment-method.ts';
import { withdrawSubmission } from '../../../../withdrawing/withdraw-submission.ts';
import { readPaymentView } from '../../../payment-view.ts';
import { startPayment } from '../../../start-payment.ts';
import {
  confirmed,
  day,
  heard,
  later,
  open,
  opened,
  owedFor,
  payAfterAll,
  type Stage,
  type Subject,
  sums,
  usualMinor,
  visit,
} from '../stage.ts';

const situation = async ({ world, kari }: Stage, id: string) =>
  (await readPaymentView(world.app, kari, id))?.situation;

export function paid(stage: Stage): void {
  describe('paid', () => {
    it('taken, and the case is complete', async () => {
      const { id, attempt } = await opened(stage);
      expect(await visit(stage, attempt)).toBe('paid');
      expect(await stage.journey.status(id)).toBe('completed');
      expect(await stage.journey.attempt(attempt.id)).toMatchObject({
        status: 'captured',
        method: stage.driver.method.usual,
      });
      expect(await stage.journey.alarms(id)).toEqual([]);
      const { books, ...theirs } = await sums(stage, id);
      expect(books).toMatchObject([{ amount: usualMinor, currency: 'NOK', charges: [usualMinor] }]);
      expect(theirs).toMatchObject({ charged: usualMinor, refunded: 0, cancelled: 0 });
    });

    it('before signing: held until it is signed where that can be, then taken', async () => {
      const { id, attempt } = await opened(stage, { variant: 'pay_before_sign', capture: 'reserve' });
      await visit(stage, attempt);
      expect(await stage.journey.status(id)).toBe('awaiting_signature');
      const { capture, cancel, reservationDays } = stage.can;
      expect(attempt.capture).toBe(capture && cancel && reservationDays >= 15 ? 'reserve' : 'now');
      expect((await sums(stage, id)).charged).toBe(attempt.capture === 'reserve' ? 0 : usualMinor);
      expect(await stage.journey.sign(id)).toBe('signed');
      await stage.world.work();
      expect((await sums(stage, id)).charged).toBe(usualMinor);
      expect(await stage.journey.status(id)).toBe('completed');
    });

    it('rule 4: before a signature that a reservation would not outlive: taken at once, and given back', async () => {
      const signingDays = stage.can.reservationDays + 1;
      const wanted = { variant: 'pay_before_sign', capture: 'reserve', signingDays } as const;
      const { id, attempt } = await opened(stage, wanted);
      await visit(stage, attempt);
      expect(await stage.journey.status(id)).toBe('awaiting_signature');
      expect((await sums(stage, id)).charged).toBe(usualMinor);
      await withdrawSubmission(stage.world.app, stage.kari, id);
      await stage.world.work();
      expect(await sums(stage, id)).toMatchObject({ charged: usualMinor, refunded: usualMinor });
      expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    });
  });
}

export function twoTabs(stage: Stage): void {
  describe('paid', () => {
    it('two tabs: both come to the same page, and what is paid twice is kept once', async () => {
      const id = await confirmed(stage);
      const { world, kari, journey } = stage;
      const started = await Promise.all([1, 2].map(() => startPayment(world.app, kari, id)));
      expect(started.map(({ kind }) => kind)).toContain('open');
      const attempt = await open(stage, id);
      expect(await journey.attempts(id)).toHaveLength(1);
      const tabs = [await stage.provider.visit(attempt, 'pay'), await stage.provider.visit(attempt, 'pay')];
      expect(tabs.map(({ outcome }) => outcome)).toContain('paid');
      await heard(stage, attempt);
      expect(await journey.status(id)).toBe('completed');
      expect(await sums(stage, id)).toMatchObject({ charged: usualMinor, kept: usualMinor, held: 0 });
      expect(await startPayment(world.app, kari, id)).toEqual({ kind: 'moved_on' });
    });
  });
}

export function declined(stage: Stage, { driver }: Subject): void {
  describe('not paid', () => {
    for (const act of ['decline', 'refuse-3ds'] as const)
      it.runIf(driver.acts.includes(act))(
        `${act}: nothing is taken, and the page is good for another try, or there is another page`,
        async () => {
          const { id, attempt } = await opened(stage, owedFor(stage, act));
          expect(await visit(stage, attempt, act)).toBe('declined');
          const { books, ...theirs } = await sums(stage, id);
          const isOver = books.some((book) => book.isOver);
          expect((await stage.journey.attempt(attempt.id)).status).toBe(isOver ? 'failed' : 'pending');
          expect(await situation(stage, id)).toMatchObject(
            isOver ? { kind: 'pay', because: 'declined' } : { kind: 'open' },
          );
          expect(theirs).toMatchObject({ reserved: 0, charged: 0 });
          const again = await payAfterAll(stage, id);
          expect(again.id === attempt.id).toBe(!isOver);
          expect(await stage.journey.attempt(again.id)).toMatchObject({ status: 'captured', failure: null });
        },
      );
  });
}

export function leftUnpaid(stage: Stage, { driver }: Subject): void {
  describe('not paid', () => {
    it('cancelled: nothing is taken, and the payer pays after all, once', async () => {
      const { id, attempt } = await opened(stage, owedFor(stage, 'cancel'));
      expect(await visit(stage, attempt, 'cancel')).toBe('cancelled');
      const [book] = (await sums(stage, id)).books;
      expect((await stage.journey.attempt(attempt.id)).status).toBe(book?.isOver ? 'cancelled' : 'pending');
      expect(await stage.journey.status(id)).toBe('awaiting_payment');
      const again = await payAfterAll(stage, id);
      // A reference that is over is never used again.
      expect(again.reference !== attempt.reference).toBe(book?.isOver === true);
      expect((await sums(stage, id)).charged).toBe(usualMinor);
    });

    it.runIf(driver.acts.includes('expire'))(
      'not answered in time: expired there, and open for another try',
      async () => {
        const { id, attempt } = await opened(stage);
        expect(await visit(stage, attempt, 'expire')).toBe('expired');
        expect((await stage.journey.attempt(attempt.id)).status).toBe('expired');
        await payAfterAll(stage, id);
      },
    );
  });
}

export function expired(stage: Stage, { driver }: Subject): void {
  describe('not paid', () => {
    it('expired here: the page is closed where that can be, and what is paid on it all the same goes back', async () => {
      const { id, attempt } = await opened(stage);
      await later(stage, 16 * day);
      expect(await stage.journey.status(id)).toBe('expired');
      if (stage.driver.closesPages)
        expect((await sums(stage, id)).books.every(({ isOver }) => isOver)).toBe(true);
      expect(['closed', 'paid']).toContain(await visit(stage, attempt));
      expect(await sums(stage, id)).toMatchObject({ kept: 0, held: 0 });
      expect(await stage.journey.status(id)).toBe('expired');
      expect(await stage.journey.alarms(id)).toEqual([]);
    });

    it.runIf(driver.acts.includes('wait'))(
      'expired here while the payer is in an app: ended as soon as that can be',
      async () => {
        const { id, attempt } = await opened(stage);
        expect(await visit(stage, attempt, 'wait')).toBe('waiting');
        await later(stage, 16 * day);
        expect(await stage.journey.status(id)).toBe('awaiting_payment');
        expect((await sums(stage, id)).books.map(({ isOver }) => isOver)).toEqual([false]);
        await stage.provider.visit(attempt, 'leave');
        await later(stage, 1_000);
        expect(await stage.journey.status(id)).toBe('expired');
        expect((await sums(stage, id)).books.map(({ isOver }) => isOver)).toEqual([true]);
        expect(await stage.journey.alarms(id)).toEqual([]);
      },
    );

    it.runIf(driver.acts.includes('wait'))('and pays there all the same: it is let go', async () => {
      const { id, attempt } = await opened(stage);
      await visit(stage, attempt, 'wait');
      await later(stage, 16 * day);
      await stage.provider.visit(attempt, 'pay');
      for (const _ of [1, 2]) await later(stage, 1_000);
      expect(await stage.journey.status(id)).toBe('expired');
      expect(await sums(stage, id)).toMatchObject({
        reserved: usualMinor,
        charged: 0,
        cancelled: usualMinor,
      });
      expect(await stage.journey.alarms(id)).toEqual([]);
    });
  });
}

export function untakable(stage: Stage, { driver }: Subject): void {
  describe('not paid', () => {
    it.runIf(driver.acts.includes('pay-untakable'))(
      'held, and then refused: let go, and the payer pays again',
      async () => {
        const { id, attempt } = await opened(stage, { variant: 'pay_before_sign', capture: 'reserve' });
        await visit(stage, attempt, 'pay-untakable');
        await stage.journey.sign(id);
        await stage.world.work();
        expect(await stage.journey.attempt(attempt.id)).toMatchObject({
          status: 'failed',
          failure: 'capture_refused',
        });
        expect(await sums(stage, id)).toMatchObject({ charged: 0, cancelled: usualMinor });
        await stage.provider.calm();
        await payAfterAll(stage, id);
        expect(await stage.journey.alarms(id)).toEqual([]);
      },
    );
  });
}

export function mismatched(stage: Stage): void {
  describe('not what was promised', () => {
    for (const what of ['amount', 'currency'] as const)
      it(`rule 9: another ${what}: never paid, always a case for the owner`, async () => {
        const { id, attempt } = await opened(stage);
        await stage.provider.lie(what);
        await visit(stage, attempt);
        await stage.provider.tell(attempt.reference);
        expect(await stage.journey.attempt(attempt.id)).toMatchObject({
          status: 'pending',
          problem: `mismatch_${what}`,
          capturedMinor: 0n,
        });
        expect(await stage.journey.alarms(id)).toEqual(['payment_mismatch']);
        expect(await stage.journey.status(id)).toBe('awaiting_payment');
        expect(await situation(stage, id)).toEqual({ kind: 'problem' });
        expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
        await stage.provider.calm();
        await later(stage, 61);
        // A passing mistake of a provider that can be asked passes; what another one has signed stays for a person.
        expect(await stage.journey.status(id)).toBe(stage.can.fetch ? 'completed' : 'awaiting_payment');
        expect(await stage.journey.alarms(id)).toEqual(stage.can.fetch ? [] : ['payment_mismatch']);
      });

    it('rule 5: an outcome that nobody knows stays open, and nobody pays again', async () => {
      const { id, attempt } = await opened(stage);
      await stage.provider.lie('status');
      await visit(stage, attempt);
      expect((await stage.journey.attempt(attempt.id)).status).toBe('pending');
      expect(await stage.journey.status(id)).toBe('awaiting_payment');
      await stage.provider.calm();
      await later(stage, stage.can.fetch ? 61 : 3_601);
      expect(await stage.journey.status(id)).toBe(stage.can.fetch ? 'completed' : 'awaiting_payment');
      expect(await stage.journey.alarms(id)).toEqual(stage.can.fetch ? [] : ['payment_unresolved']);
    });
  });
}

export function notAllowed(stage: Stage, { definition, driver }: Subject): void {
  describe('not what was promised', () => {
    it.runIf(driver.method.other)('a method that is not allowed: kept out, or given back', async () => {
      const { usual } = driver.method;
      const { id, attempt } = await opened(stage, { methods: [usual] });
      const outcome = await visit(stage, attempt, 'pay-otherwise');
      expect(await sums(stage, id)).toMatchObject({ kept: 0, held: 0 });
      if (outcome === 'unavailable') expect((await stage.journey.attempt(attempt.id)).status).toBe('pending');
      else expect(await situation(stage, id)).toEqual({ kind: 'pay', because: 'method_not_allowed' });
      await payAfterAll(stage, id);
    });

    const named = namedMethods(definition).map(({ name }) => name);
    it.runIf(named.length > 1).each([
      ['one method', [driver.method.usual]],
      ['all that have a name', named],
    ])('a method that nobody has a name for, where %s may be used: given back', async (_, methods) => {
      const { id, attempt } = await opened(stage, { methods });
      await stage.provider.fault('method', 'unlisted');
      expect(await visit(stage, attempt)).toBe('paid');
      expect(await sums(stage, id)).toMatchObject({ kept: 0, held: 0 });
      expect(await situation(stage, id)).toEqual({ kind: 'pay', because: 'method_not_allowed' });
      await stage.provider.calm();
      await payAfterAll(stage, id);
      expect(await stage.journey.alarms(id)).toEqual([]);
    });

    const forbidden = definition.methods.find(({ name }) => name !== driver.method.usual)?.name;
    it.runIf(forbidden)(
      'and where the page lets it in all the same: given back, and the payer told why',
      async () => {
        const { id, attempt } = await opened(stage);
        const methods = forbidden ? [forbidden] : [];
        await stage.world.app.db.paymentAttempt.update({ where: { id: attempt.id }, data: { methods } });
        expect(await visit(stage, attempt)).toBe('paid');
        expect(await sums(stage, id)).toMatchObject({ kept: 0, held: 0 });
        expect(await situation(stage, id)).toEqual({ kind: 'pay', because: 'method_not_allowed' });
        expect(await stage.journey.events(id)).toContain('payment.method_not_allowed');
        await payAfterAll(stage, id);
        expect(await stage.journey.alarms(id)).toEqual([]);
      },
    );
  });
}
