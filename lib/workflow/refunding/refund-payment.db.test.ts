import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import { findReceipt } from '@/lib/receipts/find-receipt.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import { readIssuedPdf } from '../delivering/read-issued-pdf.ts';
import { rejectSignature } from '../signing/reject-signature.ts';
import { ask, type Journey, newJourney } from '../testing/journey.ts';
import { runJobs } from '../testing/run-jobs.ts';
import { createWorld, type World } from '../testing/world.ts';
import { refundPayment } from './refund-payment.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let kari: Actor;
let journey: Journey;
let finance: StaffActor;
const reason = 'Søknaden gjaldt en tjeneste som er nedlagt';

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
  const { id: ownerId } = await world.app.db.owner.findFirstOrThrow();
  finance = { staffId: world.app.ids.uuid(), name: 'Finn Prøvesen', ownerId, roles: ['finance'] };
});
afterAll(() => world?.close());
afterEach(() => world.nets.clearFaults());

const db = () => world.app.db;
const noteRows = (submissionId: string) =>
  db().receipt.findMany({ where: { submissionId, series: 'credit_note' }, orderBy: { number: 'asc' } });
const dataOf = ({ data }: { data: unknown }) => data as ReceiptData;
const messagesOf = (submissionId: string) =>
  db().message.findMany({ where: { submissionId, kind: 'refunded' }, include: { attachments: true } });

/** Carries out what is planned, and lets a worker draw, post and notify. */
async function settle(): Promise<void> {
  await world.work();
  await runJobs(world.app, world.databaseUrl);
}

/** A completed case of 300 kr with its receipt. */
async function completed(): Promise<{ id: string; attemptId: string; reference: string }> {
  const id = await journey.confirmed();
  const attempt = await journey.paid(id);
  await ask(world, attempt);
  expect(await journey.status(id)).toBe('completed');
  return { id, attemptId: attempt.id, reference: attempt.reference };
}

describe('an owner refunds a completed case', () => {
  it('gives the money back once, with ledger, credit note, message and e-mail', async () => {
    const { id, attemptId, reference } = await completed();
    await settle();
    world.mails.length = 0;
    expect(await refundPayment(world.app, finance, { attemptId, reason })).toMatchObject({
      kind: 'under_way',
      amountMinor: 30_000,
    });
    // Nothing is asked of the provider by the request itself.
    expect(await world.nets.byReference(reference)).toMatchObject({ refunded: 0 });
    await settle();

    expect(await world.nets.byReference(reference)).toMatchObject({ charged: 30_000, refunded: 30_000 });
    expect(await journey.attempt(attemptId)).toMatchObject({ status: 'refunded', refundedMinor: 30_000n });
    for (const account of ['provider', 'held', 'earned'] as const)
      expect(await balance(db(), attemptId, account)).toBe(0);
    expect(await db().allocation.count({ where: { attemptId } })).toBe(0);
    expect(await journey.status(id)).toBe('completed');

    const [note, ...more] = await noteRows(id);
    if (!note) throw new Error('No credit note');
    expect(more).toEqual([]);
    const receipt = await db().receipt.findFirstOrThrow({ where: { submissionId: id, series: 'receipt' } });
    expect(dataOf(note)).toMatchObject({
      series: 'credit_note',
      credit: { receiptNumber: dataOf(receipt).number, reason },
      payment: { totalMinor: -30_000 },
      lines: [{ grossMinor: -30_000 }],
    });
    const [message, ...others] = await messagesOf(id);
    expect(others).toEqual([]);
    expect(message?.partyId).toBe(kari.acting.id);
    expect(message?.body).toContain('300,00\u00a0kr ble betalt tilbake 10. mars 2026');
    expect(message?.body).toContain(`Grunn: ${reason}`);
    expect(message?.body).toContain(`Kreditnota ${dataOf(note).number}`);
    expect(message?.attachments).toMatchObject([
      { filename: `kreditnota-${dataOf(note).number}.pdf`, contentType: 'application/pdf' },
    ]);
    expect(world.mails).toHaveLength(1);
    // The page's PDF is the one in the box, byte for byte; the archive's is the receipt's.
    const found = await findReceipt(db(), kari, note.id);
    const drawn = await readIssuedPdf(db(), kari, found);
    expect(drawn?.sha256).toBe(message?.attachments[0]?.sha256);
    expect(await journey.events(id)).toEqual(
      expect.arrayContaining(['payment.refund_requested', 'payment.refunded', 'credit_note.delivered']),
    );
  });

  it('refunds once, however often and at once it is asked, and whatever the timer finds later', async () => {
    const { id, attemptId, reference } = await completed();
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => refundPayment(world.app, finance, { attemptId, reason })),
    );
    expect(new Set(asked.map((one) => one.kind === 'under_way' && one.operationId)).size).toBe(1);
    await settle();
    expect(await refundPayment(world.app, finance, { attemptId, reason })).toEqual({
      kind: 'already_refunded',
    });
    for (let day = 0; day < 3; day++) {
      world.clock.forward(86_400);
      await ask(world, { id: attemptId });
      await settle();
    }
    expect(await world.nets.byReference(reference)).toMatchObject({ refunded: 30_000 });
    expect(await db().paymentOperation.count({ where: { attemptId, kind: 'refund' } })).toBe(1);
    expect(await noteRows(id)).toHaveLength(1);
    expect(await messagesOf(id)).toHaveLength(1);
    expect(await journey.alarms(id)).toEqual([]);
  });

  it('tells nobody before the provider shows it, and survives a lost reply', async () => {
    const { id, attemptId, reference } = await completed();
    await world.nets.fault('refund', 'lost-after-commit', { reference, times: 1 });
    await refundPayment(world.app, finance, { attemptId, reason });
    await settle();
    world.clock.forward(120);
    await settle();
    expect(await world.nets.byReference(reference)).toMatchObject({ refunded: 30_000 });
    expect(await noteRows(id)).toHaveLength(1);

    const slow = await completed();
    await world.nets.fault('refund', 'pending', { reference: slow.reference });
    await refundPayment(world.app, finance, { attemptId: slow.attemptId, reason });
    await settle();
    expect(await noteRows(slow.id)).toEqual([]);
    expect(await messagesOf(slow.id)).toEqual([]);
  });

  it('numbers credit notes without gaps in a series of their own, per Oslo year', async () => {
    const before = await db().receipt.count({ where: { series: 'credit_note' } });
    const cases = [await completed(), await completed(), await completed()];
    await Promise.all(cases.map(({ attemptId }) => refundPayment(world.app, finance, { attemptId, reason })));
    await settle();
    const notes = await db().receipt.findMany({ where: { series: 'credit_note', year: 2026 } });
    expect(notes.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: before + 3 }, (_, index) => index + 1),
    );
    const last = await completed();
    const now = world.clock.now().getTime();
    // 23:30 UTC on 31 December is next year in Oslo.
    world.clock.forward((new Date('2026-12-31T23:30:00Z').getTime() - now) / 1000);
    await refundPayment(world.app, finance, { attemptId: last.attemptId, reason });
    await settle();
    expect(await noteRows(last.id)).toMatchObject([{ year: 2027, number: 1 }]);
  });

  it('credits each part of what the provider gives back by itself', async () => {
    const { id, attemptId } = await completed();
    for (const amountMinor of [10_000, 20_000]) {
      const attempt = await journey.attempt(attemptId);
      await db().$transaction((tx) =>
        planOperation(tx, world.app.ids, attempt, { kind: 'refund', amountMinor }, world.clock.now()),
      );
      await settle();
    }
    expect((await noteRows(id)).map((note) => dataOf(note).payment?.totalMinor)).toEqual([-10_000, -20_000]);
    expect(await messagesOf(id)).toHaveLength(2);
    expect(await journey.attempt(attemptId)).toMatchObject({ status: 'refunded' });
  });
});

describe('who may refund, and what', () => {
  it('is hidden from other owners and refused without the role', async () => {
    const { attemptId } = await completed();
    const stranger = { ...finance, ownerId: world.app.ids.uuid() };
    await expect(refundPayment(world.app, stranger, { attemptId, reason })).rejects.toMatchObject({
      code: 'not_found',
    });
    for (const id of [world.app.ids.uuid(), 'x', ''])
      await expect(refundPayment(world.app, finance, { attemptId: id, reason })).rejects.toMatchObject({
        code: 'not_found',
      });
    const editor: StaffActor = { ...finance, roles: ['editor', 'case_worker'] };
    await expect(refundPayment(world.app, editor, { attemptId, reason })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await db().paymentOperation.count({ where: { attemptId, kind: 'refund' } })).toBe(0);
  });

  it('wants a reason that can be printed, and money to give back', async () => {
    const { attemptId } = await completed();
    for (const [wrong, problem] of [
      ['  ', 'too_short'],
      ['x'.repeat(301), 'too_long'],
      ['null\u0000tegn', 'characters'],
    ] as const)
      expect(await refundPayment(world.app, finance, { attemptId, reason: wrong })).toEqual({
        kind: 'bad_reason',
        problem,
      });
    const open = await journey.open(await journey.confirmed());
    expect(await refundPayment(world.app, finance, { attemptId: open.id, reason })).toEqual({
      kind: 'nothing_taken',
    });
  });
});

describe('refunds of cases without a receipt', () => {
  it('a case that counted on the money waits for payment again, its signatures kept; there is nothing to credit', async () => {
    const id = await journey.confirmed('pay_before_sign', {
      change: { payment: { agreement: 'nets', capture: 'now' } },
    });
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    expect(await journey.status(id)).toBe('awaiting_signature');
    await refundPayment(world.app, finance, { attemptId: attempt.id, reason });
    await settle();
    expect(await journey.status(id)).toBe('awaiting_payment');
    expect(await noteRows(id)).toEqual([]);
    expect(await messagesOf(id)).toMatchObject([{ attachments: [] }]);
    await ask(world, await journey.paid(id));
    expect(await journey.sign(id)).toBe('signed');
    await settle();
    expect(await journey.status(id)).toBe('completed');
  });

  it('a refused signature: the message tells amount, date and why', async () => {
    const id = await journey.confirmed('pay_before_sign', {
      change: { payment: { agreement: 'nets', capture: 'now' } },
    });
    await ask(world, await journey.paid(id));
    await rejectSignature(world.app, kari, id);
    await settle();
    const [message] = await messagesOf(id);
    expect(message?.body).toContain('300,00\u00a0kr ble betalt tilbake');
    expect(message?.body).toContain('Grunn: Det du sendte inn, ble ikke signert.');
    expect(await noteRows(id)).toEqual([]);
  });
});
