import { describe, expect, it, vi } from 'vitest';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { finishOperation, planOperation, renewOperation, takeOperation } from '@/lib/payments/operations.ts';
import type { OpenProvider } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';
import { gate } from '../testing/gate.ts';
import { completed, later, refundPart, sums } from './contract/testing/stage.ts';
import { stageFor } from './contract/testing/stage-for.ts';
import { performOperation } from './perform-operation.ts';

/* Two workers and one operation, at a provider that carries out twice what it is sent twice. */
vi.setConfig({ testTimeout: 60_000 });

const { stage } = stageFor('netaxept');

/** A refund that nobody has answered, and that has not been carried out. */
async function sentInVain() {
  const { id, attempt } = await completed(stage);
  await stage.provider.fault('credit', 'lost-before-commit', 3);
  expect(await refundPart(stage, attempt, 10_000)).toBe('unknown');
  await stage.provider.calm();
  const { id: operationId } = await stage.world.app.db.paymentOperation.findFirstOrThrow({
    where: { attemptId: attempt.id, kind: 'refund' },
  });
  return { id, attempt, operationId };
}

/** The same, due to be tried again. */
async function unanswered() {
  const one = await sentInVain();
  stage.world.clock.forward(61);
  return one;
}

/** A worker whose calls of one kind wait before they are made, or before they are answered. */
function slow(call: 'fetch' | 'refund', wait: () => Promise<void>, when: 'before' | 'after' = 'before'): App {
  const open = (agreement: PaymentAgreement): OpenProvider => {
    const provider = stage.world.app.openProvider(agreement);
    const made = async (request: never) => {
      if (when === 'before') await wait();
      const answer = await provider[call]?.(request);
      if (when === 'after') await wait();
      return answer;
    };
    return { ...provider, [call]: made };
  };
  return { ...stage.world.app, openProvider: open };
}

const refunds = async (id: string) => (await sums(stage, id)).books.flatMap((book) => book.refunds);

describe('a refund is sent once', () => {
  it('though to ask about it took one worker longer than it was its own: another has sent it', async () => {
    const { id, operationId } = await unanswered();
    const answer = gate();
    const first = performOperation(
      slow('fetch', () => answer.pass(), 'after'),
      operationId,
    );
    await answer.reached;
    stage.world.clock.forward(61);
    expect(await performOperation(stage.world.app, operationId)).toBe('done');
    answer.open();
    expect(await first).toBe('not_mine');
    expect(await refunds(id)).toEqual([10_000]);
    await stage.world.work();
  });

  it.each([
    ['before it is made', 'before'],
    ['before it is answered', 'after'],
  ] as const)('though the call is slow %s, after a slow question', async (_, when) => {
    const { id, operationId } = await unanswered();
    const { clock, app } = stage.world;
    const asked = slow('fetch', async () => clock.forward(45));
    const sent = gate();
    const both = {
      ...app,
      openProvider: withBoth(
        asked,
        slow('refund', () => sent.pass(), when),
      ),
    };
    const first = performOperation(both, operationId);
    await sent.reached;
    clock.forward(49);
    expect(await performOperation(app, operationId)).toBe('not_mine');
    sent.open();
    expect(await first).toBe('done');
    expect(await refunds(id)).toEqual([10_000]);
    await stage.world.work();
  });

  it('though it is asked for again while the call that nobody answered may be under way still', async () => {
    const { attempt, operationId } = await sentInVain();
    const { app, clock } = stage.world;
    clock.forward(59);
    expect(await performOperation(app, operationId)).toBe('not_mine');
    expect((await stage.journey.attempt(attempt.id)).refundedMinor).toBe(0n);
    clock.forward(1);
    expect(await performOperation(app, operationId)).toBe('done');
    await stage.world.work();
  });

  it('though what came of it is asked about for long after a slow call', async () => {
    const { id, operationId } = await unanswered();
    const { clock, app } = stage.world;
    const sent = slow('refund', async () => clock.forward(49), 'after');
    const answer = gate();
    let questions = 0;
    const asked = slow('fetch', async () => {
      questions += 1;
      if (questions === 2) await answer.pass();
    });
    const first = performOperation({ ...app, openProvider: withBoth(asked, sent) }, operationId);
    await answer.reached;
    clock.forward(49);
    expect(await performOperation(app, operationId)).toBe('not_mine');
    answer.open();
    expect(await first).toBe('done');
    expect(await refunds(id)).toEqual([10_000]);
    await stage.world.work();
  });
});

/** Questions as in one app, refunds as in the other. */
function withBoth(asks: App, sends: App): App['openProvider'] {
  return (agreement) => ({ ...sends.openProvider(agreement), fetch: asks.openProvider(agreement).fetch });
}

describe('whose an operation is', () => {
  it('who renews it in time keeps it; whom it was taken from cannot', async () => {
    const { attempt } = await completed(stage);
    const { app, clock } = stage.world;
    const { id } = await app.db.$transaction((tx) =>
      planOperation(tx, app.ids, attempt, { kind: 'refund', amountMinor: 10_000 }, clock.now()),
    );
    const take = () => app.db.$transaction((tx) => takeOperation(tx, id, clock.now()));
    const first = await take();
    if (!first) throw new Error('Nobody else wanted it');
    clock.forward(59);
    expect(await renewOperation(app.db, first, clock.now())).toBe(true);
    clock.forward(59);
    expect(await take()).toBeUndefined();
    clock.forward(1);
    const second = await take();
    expect(second).toMatchObject({ id, repeats: true });
    expect(await renewOperation(app.db, first, clock.now())).toBe(false);
    await later(stage, 61);
    expect(second && (await renewOperation(app.db, second, clock.now()))).toBe(false);
  });

  it('who finds it free just before it is renewed does not get it, and a late answer of no use frees it from nobody', async () => {
    const { attempt } = await completed(stage);
    const { app, clock } = stage.world;
    const { id } = await app.db.$transaction((tx) =>
      planOperation(tx, app.ids, attempt, { kind: 'refund', amountMinor: 10_000 }, clock.now()),
    );
    const first = await takeOperation(app.db, id, clock.now());
    if (!first) throw new Error('Nobody else wanted it');
    clock.forward(60);
    const { paymentOperation } = app.db;
    const racing = {
      paymentOperation: {
        updateManyAndReturn: paymentOperation.updateManyAndReturn,
        findFirst: async (query: Parameters<typeof paymentOperation.findFirst>[0]) => {
          const found = await paymentOperation.findFirst(query);
          await renewOperation(app.db, first, clock.now());
          return found;
        },
      },
    } as unknown as Transaction;
    expect(await takeOperation(racing, id, clock.now())).toBeUndefined();
    clock.forward(60);
    const second = await takeOperation(app.db, id, clock.now());
    expect(second?.tries).toBe(2);
    await finishOperation(app.db, first, { status: 'unknown' }, clock.now());
    expect(await paymentOperation.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'sent' });
    await finishOperation(app.db, first, { status: 'failed' }, clock.now());
    expect(await paymentOperation.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'failed' });
  });

  it('where its agreement does not open, nothing was sent: it is as it was', async () => {
    const { attempt } = await completed(stage);
    const { app, clock } = stage.world;
    const operation = await app.db.$transaction((tx) =>
      planOperation(tx, app.ids, attempt, { kind: 'refund', amountMinor: 10_000 }, clock.now()),
    );
    const openProvider = () => {
      throw new Error('Sealed with another key');
    };
    await expect(performOperation({ ...app, openProvider }, operation.id)).rejects.toThrow('another key');
    expect(await app.db.paymentOperation.findUniqueOrThrow({ where: { id: operation.id } })).toMatchObject({
      status: 'intent',
      errorCode: 'agreement_unusable',
    });
    await later(stage, 3600);
    expect(await app.db.paymentOperation.findUniqueOrThrow({ where: { id: operation.id } })).toMatchObject({
      status: 'done',
    });
  });
});
