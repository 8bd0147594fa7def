import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Manifest } from '@/lib/receipts/archive-file.ts';
import { findReceipt, receiptIdOf } from '@/lib/receipts/find-receipt.ts';
import { listArchives, openArchive, readArchiveFile } from '@/lib/receipts/read-archive.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { startPayment } from '../paying/start-payment.ts';
import { verifyPayment } from '../paying/verify-payment.ts';
import { createWorld, type World } from '../testing/world.ts';
import { deliverCase } from './deliver-case.ts';

let world: World;
let kari: Actor;
let stranger: Actor;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  stranger = await world.person('Ola Ukjent');
});
afterAll(() => world?.close());

/** A case that is completed and not delivered; `count` 0 costs nothing. */
async function completed(count = '2'): Promise<string> {
  const { submissionId, firstPage } = await startSubmission(
    world.app,
    kari,
    await world.service('submit_and_pay'),
    'nb',
  );
  await saveAnswers(world.app, kari, submissionId, firstPage, { count: [count], _shown: ['count'] }, 0);
  await world.app.db.attachment.create({
    data: {
      id: world.app.ids.uuid(),
      submissionId,
      componentId: 'files',
      filename: '../../plan over tomta.pdf',
      contentType: 'application/pdf',
      sizeBytes: 4,
      sha256: sha256Hex('plan'),
      content: new TextEncoder().encode('plan'),
      createdAt: world.clock.now(),
    },
  });
  expect(await confirmSubmission(world.app, kari, submissionId, undefined)).toEqual({ kind: 'confirmed' });
  if (count !== '0') {
    await startPayment(world.app, kari, submissionId);
    const attempt = await world.app.db.paymentAttempt.findFirstOrThrow({
      where: { order: { submissionId } },
    });
    await world.nets.pay(attempt.providerPaymentId ?? '');
    await verifyPayment(world.app, attempt.id);
  }
  return submissionId;
}

const countsOf = async (submissionId: string) => ({
  archives: await world.app.db.archiveRecord.count({ where: { submissionId } }),
  messages: await world.app.db.message.count({ where: { submissionId, kind: 'receipt' } }),
  attachments: await world.app.db.messageAttachment.count({ where: { message: { submissionId } } }),
  notifications: await world.app.db.notification.count({
    where: { dedupeKey: { startsWith: 'message:receipt:' }, messageId: { not: null } },
  }),
  events: await world.app.db.submissionEvent.count({ where: { submissionId, type: 'case.delivered' } }),
});

async function referenceOf(submissionId: string): Promise<string> {
  return (await world.app.db.archiveRecord.findUniqueOrThrow({ where: { submissionId } })).reference;
}

describe('deliverCase', () => {
  it('rule 2: puts the receipt with its PDF into the message box and everything into the archive', async () => {
    const id = await completed();
    await deliverCase(world.app, id);
    const message = await world.app.db.message.findFirstOrThrow({
      where: { submissionId: id },
      include: { attachments: true },
    });
    expect(message).toMatchObject({
      partyId: kari.acting.id,
      kind: 'receipt',
      language: 'nb',
      subject: 'Kvittering: Prøvegebyr',
      ownerName: 'Testkommune',
      readAt: null,
    });
    expect(message.body).toContain('200,00\u00a0kr');
    expect(message.attachments).toMatchObject([
      { filename: 'kvittering-2026-000001.pdf', contentType: 'application/pdf' },
    ]);
    const opened = await openArchive(world.app.db, kari, await referenceOf(id));
    expect(opened.intact).toBe(true);
    expect(opened.files.map(({ name }) => name)).toEqual([
      'receipt.pdf',
      'receipt.json',
      'answers.pdf',
      'answers.json',
      'attachment-01-plan_over_tomta.pdf',
      'content.json',
      'order.json',
    ]);
    const stored = await bytesOf(kari, opened.reference, 'receipt.pdf');
    expect(stored.equals(Buffer.from(message.attachments[0]?.content ?? new Uint8Array()))).toBe(true);
    const attached = await bytesOf(kari, opened.reference, 'attachment-01-plan_over_tomta.pdf');
    expect(attached.toString()).toBe('plan');
    expect(opened.manifest.files.find(({ kind }) => kind === 'attachment')).toEqual({
      name: 'attachment-01-plan_over_tomta.pdf',
      kind: 'attachment',
      originalName: '../../plan over tomta.pdf',
      contentType: 'application/pdf',
      sizeBytes: 4,
      sha256: sha256Hex('plan'),
    });
  });

  it('rule 3: content.json of the archive hashes to what was frozen and paid for', async () => {
    const id = await completed();
    await deliverCase(world.app, id);
    const { contentHash } = await world.app.db.submission.findUniqueOrThrow({ where: { id } });
    expect(sha256Hex(await bytesOf(kari, await referenceOf(id), 'content.json'))).toBe(contentHash);
  });

  it('does nothing twice, and once when two workers begin at the same moment', async () => {
    const id = await completed();
    const before = (await countsOf(id)).notifications;
    await Promise.all([deliverCase(world.app, id), deliverCase(world.app, id), deliverCase(world.app, id)]);
    await deliverCase(world.app, id);
    expect(await countsOf(id)).toEqual({
      archives: 1,
      messages: 1,
      attachments: 1,
      notifications: before + 1,
      events: 1,
    });
  });

  it('confirms a case that cost nothing', async () => {
    const id = await completed('0');
    await deliverCase(world.app, id);
    const message = await world.app.db.message.findFirstOrThrow({ where: { submissionId: id } });
    expect(message.subject).toBe('Bekreftelse: Prøvegebyr');
  });

  it('delivers to every party of the case, and keeps the seals with the keys that they are checked with', async () => {
    const id = await completed();
    await world.app.db.caseParty.create({
      data: { submissionId: id, partyId: stranger.acting.id, role: 'reader' },
    });
    await world.app.db.signatureRequest.create({
      data: {
        id: world.app.ids.uuid(),
        submissionId: id,
        position: 0,
        partyId: kari.acting.id,
        acr: 'idporten-loa-high',
        status: 'signed',
        contentHash: 'x',
        createdAt: world.clock.now(),
        signedAt: world.clock.now(),
        seal: 'a.b.c',
      },
    });
    await deliverCase(world.app, id);
    expect(await world.app.db.message.count({ where: { submissionId: id, kind: 'receipt' } })).toBe(2);
    const reference = await referenceOf(id);
    expect((await openArchive(world.app.db, stranger, reference)).files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['seal-1.jws', 'seal-keys.json']),
    );
    expect((await bytesOf(stranger, reference, 'seal-1.jws')).toString()).toBe('a.b.c');
  });

  it('leaves a case alone that is not completed', async () => {
    const { submissionId } = await startSubmission(
      world.app,
      kari,
      await world.service('submit_and_pay'),
      'nb',
    );
    await deliverCase(world.app, submissionId);
    await deliverCase(world.app, world.app.ids.uuid());
    expect(await world.app.db.archiveRecord.count({ where: { submissionId } })).toBe(0);
  });
});

describe('receipt and archive', () => {
  it('rule 13: are not found by another party, exactly like an unknown id', async () => {
    const id = await completed();
    await deliverCase(world.app, id);
    const reference = await referenceOf(id);
    const receiptId = (await receiptIdOf(world.app.db, kari, id)) ?? '';
    expect((await findReceipt(world.app.db, kari, receiptId)).delivered).toBe(true);
    expect(await receiptIdOf(world.app.db, stranger, id)).toBeUndefined();
    const refused = { code: 'not_found' };
    await expect(findReceipt(world.app.db, stranger, receiptId)).rejects.toMatchObject(refused);
    await expect(findReceipt(world.app.db, kari, world.app.ids.uuid())).rejects.toMatchObject(refused);
    await expect(findReceipt(world.app.db, kari, "x' or 1=1")).rejects.toMatchObject(refused);
    await expect(openArchive(world.app.db, stranger, reference)).rejects.toMatchObject(refused);
    await expect(openArchive(world.app.db, kari, 'AR-XXXX-XXXX-XX')).rejects.toMatchObject(refused);
    await expect(readArchiveFile(world.app.db, stranger, reference, 'receipt.pdf')).rejects.toMatchObject(
      refused,
    );
    await expect(readArchiveFile(world.app.db, kari, reference, '../../receipt.pdf')).rejects.toMatchObject(
      refused,
    );
    expect((await listArchives(world.app.db, stranger)).archives.map((one) => one.reference)).not.toContain(
      reference,
    );
  });

  it('rule 7: the archive opens when service and submission are gone', async () => {
    const id = await completed();
    await deliverCase(world.app, id);
    const reference = await referenceOf(id);
    await forceDelete(id);
    expect(await world.app.db.submission.findUnique({ where: { id } })).toBeNull();
    const opened = await openArchive(world.app.db, kari, reference);
    expect(opened.intact).toBe(true);
    expect(opened.manifest.serviceTitle).toBe('Prøvegebyr');
  });

  it('says which file was changed, which is missing, and when the list itself was', async () => {
    const id = await completed();
    await deliverCase(world.app, id);
    const reference = await referenceOf(id);
    const { db } = world.app;
    await expect(
      db.archiveFile.update({
        where: { reference_name: { reference, name: 'answers.json' } },
        data: { contentType: 'text/html' },
      }),
    ).rejects.toThrow();
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.archiveFile.update({
        where: { reference_name: { reference, name: 'answers.json' } },
        data: { content: new TextEncoder().encode('{}') },
      });
      await tx.archiveFile.delete({ where: { reference_name: { reference, name: 'order.json' } } });
    });
    const changed = await openArchive(db, kari, reference);
    expect(changed.intact).toBe(false);
    expect(
      changed.files.filter(({ state }) => state !== 'intact').map(({ name, state }) => [name, state]),
    ).toEqual([
      ['answers.json', 'broken'],
      ['order.json', 'missing'],
    ]);
    expect(changed.manifestIntact).toBe(true);
    const record = await db.archiveRecord.findUniqueOrThrow({ where: { reference } });
    const manifest = { ...(record.manifest as unknown as Manifest), serviceTitle: 'Noe annet' };
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.archiveRecord.update({
        where: { reference },
        data: { manifest: manifest as unknown as object },
      });
    });
    expect((await openArchive(db, kari, reference)).manifestIntact).toBe(false);
  });

  it('lists copies newest first, page by page', async () => {
    const first = await listArchives(world.app.db, kari, { limit: 2 });
    const second = await listArchives(world.app.db, kari, { limit: 2, before: first.next });
    const seen = [...first.archives, ...second.archives].map(({ reference }) => reference);
    expect(seen.length).toBe(4);
    expect(new Set(seen).size).toBe(4);
  });
});

async function bytesOf(actor: Actor, reference: string, name: string): Promise<Buffer> {
  const { body } = await readArchiveFile(world.app.db, actor, reference, name);
  return Buffer.from(await new Response(body).arrayBuffer());
}

/** As if the service and its cases had been taken away, behind the back of every guard. */
async function forceDelete(submissionId: string): Promise<void> {
  await world.app.db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    const { serviceVersionId } = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } });
    await tx.receipt.deleteMany({ where: { submissionId } });
    await tx.attachment.deleteMany({ where: { submissionId } });
    await tx.caseParty.deleteMany({ where: { submissionId } });
    await tx.submission.delete({ where: { id: submissionId } });
    await tx.serviceVersion.delete({ where: { id: serviceVersionId } });
  });
}
