import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import { listMessages } from '@/lib/messages/list-messages.ts';
import { listArchives } from '@/lib/receipts/read-archive.ts';
import { deliverCase } from '../delivering/deliver-case.ts';
import { listInProgress } from '../delivering/list-in-progress.ts';
import { openCopy, openCopyFile } from '../delivering/open-copy.ts';
import { openMessageFile } from '../delivering/open-message-file.ts';
import { openReceipt } from '../delivering/open-receipt.ts';
import { readAttachment } from '../filling/read-attachment.ts';
import { checkPayment } from '../paying/check-payment.ts';
import { openPaymentUrl } from '../paying/open-payment-url.ts';
import { readPaymentView } from '../paying/payment-view.ts';
import { returnFromPayment } from '../paying/return-from-payment.ts';
import { startPayment } from '../paying/start-payment.ts';
import { readSealCheck } from '../signing/read-seal-check.ts';
import { readSignView } from '../signing/read-sign-view.ts';
import { rejectSignature } from '../signing/reject-signature.ts';
import { signSubmission } from '../signing/sign-submission.ts';
import { ask, type Journey, newJourney } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { readWithdrawal } from '../withdrawing/read-withdrawal.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';

/* Of a service that asks for the high level: one case that waits for a signature, one for payment, and one that is delivered. */
const change = { signIn: { acr: 'idporten-loa-high' as const } };
const seen = { contentHash: '', textHash: '', language: 'nb' as const };
let world: World;
let kari: Actor;
let journey: Journey;
const at = { signing: '', paying: '', file: '', receipt: '', copy: '', messageFile: '', signature: '' };

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
  at.signing = await journey.confirmed('pay_after_sign', { change });
  at.paying = await journey.confirmed('submit_and_pay', { change });
  at.file = await attached(at.paying);
  await delivered();
});
afterAll(() => world?.close());

async function attached(submissionId: string): Promise<string> {
  const { id } = await world.app.db.attachment.create({
    data: {
      id: world.app.ids.uuid(),
      submissionId,
      componentId: 'files',
      filename: 'plan.pdf',
      contentType: 'application/pdf',
      sizeBytes: 4,
      sha256: sha256Hex('plan'),
      content: new TextEncoder().encode('plan'),
      createdAt: world.clock.now(),
    },
  });
  return id;
}

async function delivered(): Promise<void> {
  const { db } = world.app;
  const submissionId = await journey.confirmed('pay_after_sign', { change });
  await journey.sign(submissionId);
  await ask(world, await journey.paid(submissionId));
  await deliverCase(world.app, submissionId);
  at.receipt = (await db.receipt.findFirstOrThrow({ where: { submissionId } })).id;
  at.copy = (await db.archiveRecord.findUniqueOrThrow({ where: { submissionId } })).reference;
  at.messageFile = (await db.messageAttachment.findFirstOrThrow({ where: { message: { submissionId } } })).id;
  at.signature = (await db.signatureRequest.findFirstOrThrow({ where: { submissionId } })).id;
}

const uses: [string, (actor: Actor) => Promise<unknown>][] = [
  ['an attachment', (actor) => readAttachment(world.app, actor, at.paying, at.file)],
  ['the payment step', (actor) => readPaymentView(world.app, actor, at.paying)],
  ['paying', (actor) => startPayment(world.app, actor, at.paying)],
  ['the way to the payment page', (actor) => openPaymentUrl(world.app, actor, at.paying)],
  ['asking about the payment', (actor) => checkPayment(world.app, actor, at.paying)],
  ['withdrawing', (actor) => readWithdrawal(world.app, actor, at.paying)],
  ['having withdrawn', (actor) => withdrawSubmission(world.app, actor, at.paying, 'not told')],
  ['the signing step', (actor) => readSignView(world.app, actor, at.signing, { language: 'nb' })],
  ['signing', (actor) => signSubmission(world.app, actor, at.signing, { seen })],
  ['refusing to sign', (actor) => rejectSignature(world.app, actor, at.signing)],
  ['a seal', (actor) => readSealCheck(world.app, actor, at.signature, 'nb')],
  ['a receipt', (actor) => openReceipt(world.app.db, actor, at.receipt)],
  ['an archived copy', (actor) => openCopy(world.app.db, actor, at.copy)],
  ['a file of a copy', (actor) => openCopyFile(world.app.db, actor, at.copy, 'answers.json')],
  ['a file of a message', (actor) => openMessageFile(world.app.db, actor, at.messageFile)],
];

describe('rule 13: the level that a service asks for is asked for wherever its cases can be read or moved', () => {
  // Were it not asked for, signing would go on to the session: this is one.
  beforeAll(() => journey.readyToSign(at.signing));

  it.each(uses)('%s', async (_what, use) => {
    for (const acr of ['idporten-loa-substantial', 'idporten-loa-low', 'unknown'])
      await expect(use({ ...kari, acr })).rejects.toMatchObject({
        code: 'step_up_required',
        details: { acr: 'idporten-loa-high' },
      });
    // Foreign comes before level: nobody learns from the answer that the case exists.
    const other = { ...(await world.person('Ola')), acr: 'idporten-loa-low' };
    await expect(use(other)).rejects.toMatchObject({ code: 'not_found' });
    await use(kari);
  });

  it('of a case that is gone, whose service nobody can tell, its copy asks for the highest', async () => {
    const { db, ids } = world.app;
    const record = await db.archiveRecord.findUniqueOrThrow({ where: { reference: at.copy } });
    const reference = 'AR-GONE-GONE-GO';
    await db.archiveRecord.create({
      data: { ...record, manifest: record.manifest as object, reference, submissionId: ids.uuid() },
    });
    await expect(openCopy(db, { ...kari, acr: 'idporten-loa-substantial' }, reference)).rejects.toMatchObject(
      { code: 'step_up_required' },
    );
    expect((await openCopy(db, kari, reference)).reference).toBe(reference);
  });
});

describe('at a lower level', () => {
  const low = () => ({ ...kari, acr: 'idporten-loa-substantial' });

  it('titles are listed', async () => {
    const { app } = world;
    expect((await listMessages(app.db, low(), 'inbox')).messages).not.toHaveLength(0);
    expect((await listArchives(app.db, low())).archives).not.toHaveLength(0);
    expect((await listInProgress(app, low())).cases).not.toHaveLength(0);
  });

  it('rule 2: the browser that comes back from the payment page moves the case, whoever sits there', async () => {
    const id = await journey.confirmed('submit_and_pay', { change });
    const attempt = await journey.paid(id);
    await returnFromPayment(world.app, attempt.id);
    expect(await journey.status(id)).toBe('completed');
  });
});
