import { describe, expect, it, vi } from 'vitest';
import { KvittError } from '@/lib/core/errors.ts';
import { contentHash, readContent } from '../engine/case-content.ts';
import { definitionOf } from '../engine/definition-of.ts';
import type { Seen } from '../engine/seen.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { seenOnCheckPage } from '../testing/seen-of.ts';
import { confirmAndPay } from './confirm-and-pay.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();

const press = (id: string, seen?: Seen) => confirmAndPay(stage.world.app, stage.kari, id, seen);

describe('the one button that sends in and pays', () => {
  it('rule 3, 4: freezes the case and its first attempt, and opens the payment', async () => {
    const id = await stage.journey.draft();
    const attempt = await press(id, await seenOnCheckPage(stage.world.app, stage.kari, id)).then(
      async (result) => {
        expect(result).toMatchObject({ kind: 'open', handOver: { kind: 'redirect' } });
        return stage.journey.latest(id);
      },
    );
    const submission = await stage.world.app.db.submission.findUniqueOrThrow({ where: { id } });
    const content = await readContent(
      stage.world.app.db,
      submission,
      await definitionOf(stage.world.app.db, submission),
    );
    expect(submission).toMatchObject({ status: 'awaiting_payment', contentHash: contentHash(content) });
    expect(attempt).toMatchObject({
      status: 'pending',
      amountMinor: 30_000n,
      reference: `${submission.reference}-1-1`,
      snapshot: content,
      snapshotHash: submission.contentHash,
    });
    expect(await stage.journey.events(id)).toEqual([
      'submission.started',
      'submission.submitted',
      'payment.started',
      'payment.opened',
    ]);
    const operations = await stage.world.app.db.paymentOperation.findMany({
      where: { attemptId: attempt.id },
    });
    expect(operations).toMatchObject([{ kind: 'create', status: 'done', tries: 1, nextTryAt: null }]);
  });

  it('rule 8: pressed five times at once, one payment is open at the provider', async () => {
    const id = await stage.journey.draft();
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => press(id)));
    expect(results.map(({ kind }) => kind).filter((kind) => kind !== 'opening')).toContain('open');
    expect(await stage.journey.attempts(id)).toHaveLength(1);
    expect(await press(id)).toMatchObject({ kind: 'open' });
    expect(await stage.journey.attempts(id)).toHaveLength(1);
  });

  it('opens nothing when another step comes first, or there is nothing to pay', async () => {
    const toSign = await stage.journey.draft('pay_after_sign');
    const free = await stage.journey.draft('submit_and_pay', { count: '0' });
    for (const id of [toSign, free]) expect(await press(id)).toEqual({ kind: 'moved_on' });
    expect([await stage.journey.status(toSign), await stage.journey.status(free)]).toEqual([
      'awaiting_signature',
      'completed',
    ]);
    for (const id of [toSign, free]) expect(await stage.journey.attempts(id)).toEqual([]);
  });

  it('leaves the draft as it is when its sum is not the one that was seen, or it has errors', async () => {
    const id = await stage.journey.draft();
    const { answers } = await seenOnCheckPage(stage.world.app, stage.kari, id);
    expect(await press(id, { ...(answers && { answers }), price: 'another' })).toEqual({
      kind: 'price_changed',
      totalMinor: 30_000,
    });
    const empty = await stage.journey.draft('submit_and_pay', { count: '' });
    expect(await press(empty)).toMatchObject({ kind: 'invalid' });
    for (const draft of [id, empty]) {
      expect(await stage.journey.status(draft)).toBe('draft');
      expect(await stage.world.app.db.order.count({ where: { submissionId: draft } })).toBe(0);
    }
  });

  it('rule 13: is not for who has no role in the case', async () => {
    const id = await stage.journey.draft();
    const ola = await stage.world.person('Ola Prøvestad');
    await expect(confirmAndPay(stage.world.app, ola, id, undefined)).rejects.toThrow(KvittError);
    expect(await stage.journey.status(id)).toBe('draft');
  });

  it('asks the provider after the commit only, and a provider that refuses leaves the case waiting', async () => {
    const id = await stage.journey.draft();
    const seen: string[] = [];
    const { openProvider } = stage.world.app;
    const watched = {
      ...stage.world.app,
      openProvider: (agreement: Parameters<typeof openProvider>[0]) => ({
        ...openProvider(agreement),
        create: async () => {
          seen.push(
            await stage.journey.status(id),
            ...(await stage.journey.attempts(id)).map(({ status }) => status),
          );
          return { outcome: 'refused' as const, code: 'x', detail: 'no' };
        },
      }),
    };
    expect(await confirmAndPay(watched, stage.kari, id, undefined)).toEqual({ kind: 'refused' });
    expect(seen).toEqual(['awaiting_payment', 'created']);
    expect((await stage.journey.attempts(id)).map(({ status }) => status)).toEqual(['failed']);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
  });
});
