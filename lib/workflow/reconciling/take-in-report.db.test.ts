import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { neutralMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import { writeReport } from '@/lib/reconciliation/testing/write-report.ts';
import { stranger } from '../testing/employees.ts';
import { db } from '../testing/journey-stage.ts';
import { compareSettlements } from './compare-settlements.ts';
import { listDifferences, readDifference } from './list-differences.ts';
import { resolveDifference } from './resolve-difference.ts';
import { saveTerms } from './save-terms.ts';
import { takeInReport } from './take-in-report.ts';
import { compare, delivered, line, settlementStage, takeIn, terms } from './testing/settlement-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const stage = settlementStage();
let other: StaffActor;
beforeAll(async () => {
  other = await stranger(stage.world, ['finance', 'editor']);
});

describe('a settlement report', () => {
  it('is taken in whole and once, with a comparison on its way', async () => {
    const attempt = await delivered(stage);
    const file = new TextEncoder().encode(writeReport(neutralMapping, 'ONCE', [line(stage, attempt)]));
    const hand = () => takeInReport(stage.world.app, stage.staff, stage.agreementId, [file]);
    expect(await hand()).toEqual({ kind: 'taken_in', reference: 'ONCE', lines: 1 });
    expect(await hand()).toMatchObject({ kind: 'known', reference: 'ONCE' });
    expect(await takeIn(stage, [line(stage, attempt), line(stage, attempt)], 'ONCE')).toMatchObject({
      kind: 'other_content',
    });
    expect(await db(stage).settlementLine.count()).toBe(1);
    const jobs = await db(stage).$queryRaw<
      { key: string }[]
    >`select key from graphile_worker.jobs where key like 'compare:%'`;
    expect(jobs).toEqual([{ key: `compare:${stage.agreementId}` }]);
    expect(await compare(stage)).toMatchObject({ found: 0, opened: 0 });
  });

  it('handed in by two at once is one', async () => {
    const attempt = await delivered(stage);
    const lines = [line(stage, attempt)];
    const results = await Promise.all([1, 2, 3, 4].map(() => takeIn(stage, lines, 'AT-ONCE')));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['known', 'known', 'known', 'taken_in']);
    expect(await db(stage).settlementLine.count({ where: { reference: attempt.reference } })).toBe(1);
  });

  it('with one bad line leaves nothing behind', async () => {
    const before = await db(stage).settlementReport.count();
    const text = writeReport(neutralMapping, 'BAD', [
      line(stage, { reference: 'KV-1' }),
      line(stage, { reference: 'KV-2' }),
    ]);
    const file = new TextEncoder().encode(text.replace(/30000(?!.*30000)/s, '300,00'));
    expect(await takeInReport(stage.world.app, stage.staff, stage.agreementId, [file])).toEqual({
      kind: 'problems',
      problems: [{ line: 3, code: 'amount', column: 'amount' }],
    });
    expect(await db(stage).settlementReport.count()).toBe(before);
  });

  it('is kept as it was told', async () => {
    await expect(db(stage).settlementLine.updateMany({ data: { amountMinor: 1n } })).rejects.toThrow(
      'written once',
    );
    await expect(db(stage).settlementReport.deleteMany()).rejects.toThrow('written once');
  });
});

describe('who may', () => {
  it('only finance, and only of their own owner', async () => {
    const { differences } = await listDifferences(db(stage), stage.staff);
    const editor = { ...stage.staff, roles: ['editor', 'case_worker'] as const };
    const id = differences[0]?.id ?? stage.world.app.ids.uuid();
    for (const [who, code] of [
      [editor, 'forbidden'],
      [other, 'not_found'],
    ] as const) {
      await expect(takeIn(stage, [line(stage, { reference: 'KV' })], 'X', who)).rejects.toMatchObject({
        code,
      });
      await expect(saveTerms(stage.world.app, who, stage.agreementId, terms)).rejects.toMatchObject({ code });
      await expect(readDifference(db(stage), who, id)).rejects.toMatchObject({ code });
      await expect(resolveDifference(stage.world.app, who, { id, reason: 'Ordnet' })).rejects.toMatchObject({
        code,
      });
    }
    await expect(listDifferences(db(stage), editor)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listDifferences(db(stage), other)).differences).toEqual([]);
  });

  it("another owner's payments are no more known than those that do not exist", async () => {
    const attempt = await delivered(stage);
    const own = await db(stage).paymentAgreement.findUniqueOrThrow({ where: { id: stage.agreementId } });
    const theirs = await db(stage).paymentAgreement.create({
      data: {
        ...own,
        id: stage.world.app.ids.uuid(),
        ownerId: other.ownerId,
        endpointToken: stage.world.app.ids.token(24),
      },
    });
    await saveTerms(stage.world.app, other, theirs.id, terms);
    const file = new TextEncoder().encode(writeReport(neutralMapping, 'THEIRS', [line(stage, attempt)]));
    await takeInReport(stage.world.app, other, theirs.id, [file]);
    await compareSettlements(stage.world.app, theirs.id);
    const { differences } = await listDifferences(db(stage), other);
    expect(differences).toMatchObject([
      { kind: 'unknown_reference', reference: attempt.reference, attemptId: null },
    ]);
    expect(await takeIn(stage, [line(stage, attempt)])).toMatchObject({ kind: 'taken_in' });
    expect(await compare(stage)).toMatchObject({ found: 0 });
  });
});
