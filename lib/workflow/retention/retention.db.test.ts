import { describe, expect, it, vi } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import { openArchive, readArchiveFile } from '@/lib/receipts/read-archive.ts';
import { archiveReference } from '../engine/receipt-of-case.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { readSealCheck } from '../signing/read-seal-check.ts';
import { rejectSignature } from '../signing/reject-signature.ts';
import { ask } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { runJobs } from '../testing/run-jobs.ts';
import { reconcile } from '../upkeep/reconcile.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();

const db = () => stage.world.app.db;

const caseOf = (id: string) => db().submission.findUniqueOrThrow({ where: { id } });

const days = (count: number) => stage.world.clock.forward(count * 86_400);

const erased = async (id: string) =>
  Object.keys((await caseOf(id)).answers as Answers).length === 0 &&
  (await db().attachment.count({ where: { submissionId: id } })) === 0;

async function attach(submissionId: string): Promise<void> {
  const content = new TextEncoder().encode('plan');
  await db().attachment.create({
    data: {
      id: stage.world.app.ids.uuid(),
      submissionId,
      componentId: 'files',
      filename: 'plan.pdf',
      contentType: 'application/pdf',
      sizeBytes: content.length,
      sha256: sha256Hex(content),
      content,
      createdAt: stage.world.clock.now(),
    },
  });
}

/** The timer of a worker, until it finds nothing. */
async function tick(): Promise<void> {
  await stage.world.work();
  await runJobs(stage.world.app, stage.world.databaseUrl);
  await stage.world.work();
}

describe('drafts', () => {
  it('are warned of a week before, and gone with their files when the week is over', async () => {
    const id = await stage.journey.draft();
    await attach(id);
    days(22);
    await tick();
    expect(await stage.journey.messages(id, 'retention')).toBe(0);
    days(1);
    const before = stage.world.mails.length;
    await tick();
    await tick();
    expect(await stage.journey.messages(id, 'retention')).toBe(1);
    expect(stage.world.mails.length - before).toBe(1);
    const [warning] = await db().message.findMany({ where: { submissionId: id } });
    expect(warning?.body).toContain('Etter 9. april 2026 sletter vi svarene');
    days(7);
    await tick();
    expect([await stage.journey.status(id), await erased(id)]).toEqual(['draft', false]);
    days(1);
    await tick();
    expect([await stage.journey.status(id), await erased(id)]).toEqual(['expired', true]);
    expect(await stage.journey.events(id)).toEqual([
      'submission.started',
      'retention.warned',
      'submission.deadline',
      'content.erased',
    ]);
    const expired = await db().message.findFirstOrThrow({ where: { submissionId: id, kind: 'expired' } });
    expect(expired.body).toContain('Svarene og vedleggene blir slettet.');
  });

  it('get their full warning from a timer that slept', async () => {
    const id = await stage.journey.draft();
    days(60);
    await tick();
    expect([await stage.journey.status(id), await stage.journey.messages(id, 'retention')]).toEqual([
      'draft',
      1,
    ]);
    days(6);
    await tick();
    expect(await stage.journey.status(id)).toBe('draft');
    days(2);
    await tick();
    expect([await stage.journey.status(id), await erased(id)]).toEqual(['expired', true]);
  });

  it('that are sent in after the warning are not touched', async () => {
    const id = await stage.journey.draft();
    days(24);
    await tick();
    expect(await confirmSubmission(stage.world.app, stage.kari, id, undefined)).toEqual({
      kind: 'confirmed',
    });
    days(10);
    await tick();
    expect([await stage.journey.status(id), await erased(id)]).toEqual(['awaiting_payment', false]);
    expect((await caseOf(id)).warnAt).toBeNull();
  });

  it('whose service says otherwise are warned of then', async () => {
    const id = await stage.journey.draft('submit_and_pay', {
      change: {
        deadlines: { draftDays: 10, paymentDays: 14, signingDays: 14 },
        retention: { warnDays: 2 },
      },
    });
    days(7);
    await tick();
    expect(await stage.journey.messages(id, 'retention')).toBe(0);
    days(1);
    await tick();
    expect(await stage.journey.messages(id, 'retention')).toBe(1);
    days(3);
    await tick();
    expect(await erased(id)).toBe(true);
  });

  it('are erased at once when they are withdrawn', async () => {
    const id = await stage.journey.draft();
    await attach(id);
    await withdrawSubmission(stage.world.app, stage.kari, id);
    await tick();
    expect(await erased(id)).toBe(true);
  });

  it('whose money is not back yet wait for it (rule 7)', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', {
      change: { payment: { agreement: 'nets', capture: 'now' } },
    });
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    await stage.world.nets.fault('refund', 'dead');
    await rejectSignature(stage.world.app, stage.kari, id);
    await withdrawSubmission(stage.world.app, stage.kari, id);
    for (let day = 0; day < 4; day++) {
      await reconcile(stage.world.app);
      days(1);
    }
    expect([await stage.journey.status(id), await erased(id)]).toEqual(['withdrawn', false]);
    await stage.world.nets.clearFaults();
    for (let day = 0; day < 3; day++) {
      await tick();
      days(1);
    }
    expect(await erased(id)).toBe(true);
    expect(await stage.world.nets.byReference(attempt.reference)).toMatchObject({ refunded: 30_000 });
  });
});

describe('cases that ended without being completed', () => {
  it('are erased after the days of a draft; money that comes after that goes back', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    // Cancelled as far as we know, and paid at the provider long after: the latest that money can come.
    await db().paymentAttempt.update({ where: { id: attempt.id }, data: { status: 'cancelled' } });
    days(16);
    await tick();
    expect([await stage.journey.status(id), await erased(id)]).toEqual(['expired', false]);
    days(31);
    await tick();
    expect(await erased(id)).toBe(true);
    const stored = await stage.journey.attempt(attempt.id);
    expect(stored.snapshot).toEqual({});
    expect(stored.snapshotHash).toMatch(/^[0-9a-f]{64}$/);
    await stage.world.nets.pay(attempt.providerPaymentId);
    await ask(stage.world, attempt);
    await tick();
    expect(await stage.journey.status(id)).toBe('expired');
    expect(await stage.world.nets.byReference(attempt.reference)).toMatchObject({
      charged: 30_000,
      refunded: 30_000,
    });
  });
});

describe('completed cases', () => {
  const retention = { submissionDays: 100, warnDays: 14 };

  async function completed(change = { retention }): Promise<string> {
    const id = await stage.journey.draft('pay_after_sign', { change });
    await attach(id);
    await confirmSubmission(stage.world.app, stage.kari, id, undefined);
    expect(await stage.journey.sign(id)).toBe('signed');
    await ask(stage.world, await stage.journey.paid(id));
    await tick();
    expect(await stage.journey.status(id)).toBe('completed');
    return id;
  }

  it('are warned of, erased after retention, and keep receipt, ledger, seal and hashes', async () => {
    const id = await completed();
    const reference = archiveReference(await caseOf(id));
    const kept = await db().receipt.findMany({ where: { submissionId: id } });
    const ledger = await db().ledgerEntry.count();
    days(90);
    await tick();
    expect([await stage.journey.messages(id, 'retention'), await erased(id)]).toEqual([1, false]);
    days(13);
    await tick();
    expect(await erased(id)).toBe(false);
    expect(await openArchive(db(), stage.kari, reference)).toMatchObject({ intact: true, erased: false });
    days(2);
    await tick();
    expect(await erased(id)).toBe(true);

    const archive = await openArchive(db(), stage.kari, reference);
    expect(archive).toMatchObject({ intact: true, erased: true });
    const gone = archive.files.filter(({ state }) => state === 'erased').map(({ name }) => name);
    expect(gone).toEqual(['answers.pdf', 'answers.json', 'attachment-01-plan.pdf', 'content.json']);
    await expect(readArchiveFile(db(), stage.kari, reference, 'answers.json')).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await readArchiveFile(db(), stage.kari, reference, 'receipt.pdf')).sizeBytes).toBeGreaterThan(
      1000,
    );
    expect(await db().receipt.findMany({ where: { submissionId: id } })).toEqual(kept);
    expect(await db().ledgerEntry.count()).toBe(ledger);
    const [signature] = await db().signatureRequest.findMany({ where: { submissionId: id } });
    expect(await readSealCheck(stage.world.app, stage.kari, signature?.id ?? '', 'nb')).toMatchObject({
      verdict: { state: 'content_deleted' },
    });
    const attempts = await stage.journey.attempts(id);
    expect(attempts.map(({ snapshot }) => snapshot)).toEqual([{}]);
  });

  it('are kept where the service does not say, and until they are delivered', async () => {
    const id = await stage.journey.confirmed();
    await ask(stage.world, await stage.journey.paid(id));
    const undelivered = await stage.journey.confirmed('submit_and_pay', {
      change: { retention: { submissionDays: 1 } },
    });
    await ask(stage.world, await stage.journey.paid(undelivered));
    for (let round = 0; round < 4; round++) {
      days(1000);
      await stage.world.work();
    }
    expect([await erased(id), await erased(undelivered)]).toEqual([false, false]);
    await tick();
    days(2);
    await tick();
    expect([await erased(id), await erased(undelivered)]).toEqual([false, true]);
  });

  it('the database gives up no file of the archive, and changes none, but for retention', async () => {
    const id = await completed();
    const reference = archiveReference(await caseOf(id));
    await expect(db().archiveFile.deleteMany({ where: { reference } })).rejects.toThrow(/written once/);
    await expect(
      db().archiveFile.updateMany({ where: { reference }, data: { contentType: 'text/html' } }),
    ).rejects.toThrow(/written once/);
  });
});
