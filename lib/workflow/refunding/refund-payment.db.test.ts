import { describe, expect, it, vi } from 'vitest';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import { findReceipt } from '@/lib/receipts/find-receipt.ts';
import type { App } from '../app.ts';
import { readIssuedPdf } from '../delivering/read-issued-pdf.ts';
import { verifyPayment } from '../paying/verify-payment.ts';
import { rejectSignature } from '../signing/reject-signature.ts';
import { readPayment } from '../staff/read-payment.ts';
import { ask } from '../testing/journey.ts';
import { db, journeyStage } from '../testing/journey-stage.ts';
import { refundPayment } from './refund-payment.ts';
import { completed, dataOf, messagesOf, noteRows, reason, settle } from './testing/refund-stage.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = journeyStage();

describe('an owner refunds a completed case', () => {
  it('gives the money back once, with ledger, credit note, message and e-mail', async () => {
    const { id, attemptId, reference } = await completed(stage);
    await settle(stage);
    stage.world.mails.length = 0;
    expect(await refundPayment(stage.world.app, stage.finance, { attemptId, reason })).toMatchObject({
      kind: 'under_way',
      amountMinor: 30_000,
    });
    // Nothing is asked of the provider by the request itself.
    expect(await stage.world.nets.byReference(reference)).toMatchObject({ refunded: 0 });
    await settle(stage);

    expect(await stage.world.nets.byReference(reference)).toMatchObject({
      charged: 30_000,
      refunded: 30_000,
    });
    expect(await stage.journey.attempt(attemptId)).toMatchObject({
      status: 'refunded',
      refundedMinor: 30_000n,
    });
    for (const account of ['provider', 'held', 'earned'] as const)
      expect(await balance(db(stage), attemptId, account)).toBe(0);
    expect(await db(stage).allocation.count({ where: { attemptId } })).toBe(0);
    expect(await stage.journey.status(id)).toBe('completed');

    const [note, ...more] = await noteRows(stage, id);
    if (!note) throw new Error('No credit note');
    expect(more).toEqual([]);
    const receipt = await db(stage).receipt.findFirstOrThrow({
      where: { submissionId: id, series: 'receipt' },
    });
    expect(dataOf(note)).toMatchObject({
      series: 'credit_note',
      credit: { receiptNumber: dataOf(receipt).number, reason },
      payment: { totalMinor: -30_000 },
      lines: [{ grossMinor: -30_000 }],
    });
    const [message, ...others] = await messagesOf(stage, id);
    expect(others).toEqual([]);
    expect(message?.partyId).toBe(stage.kari.acting.id);
    expect(message?.body).toContain(
      '300,00\u00a0kr ble betalt tilbake 10. mars 2026 til Visa-kortet du betalte med (••••\u00a00004).',
    );
    expect(message?.body).toContain(`Grunn: ${reason}`);
    expect(message?.body).toContain(`Kreditnota ${dataOf(note).number}`);
    expect(message?.attachments).toMatchObject([
      { filename: `kreditnota-${dataOf(note).number}.pdf`, contentType: 'application/pdf' },
    ]);
    expect(stage.world.mails).toHaveLength(1);
    // The page's PDF is the one in the box, byte for byte; the archive's is the receipt's.
    const found = await findReceipt(db(stage), stage.kari, note.id);
    const drawn = await readIssuedPdf(db(stage), stage.kari, found);
    expect(drawn?.sha256).toBe(message?.attachments[0]?.sha256);
    expect(await stage.journey.events(id)).toEqual(
      expect.arrayContaining(['payment.refund_requested', 'payment.refunded', 'credit_note.delivered']),
    );
  });

  it('refunds once, however often and at once it is asked, and whatever the timer finds later', async () => {
    const { id, attemptId, reference } = await completed(stage);
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => refundPayment(stage.world.app, stage.finance, { attemptId, reason })),
    );
    expect(new Set(asked.map((one) => one.kind === 'under_way' && one.operationId)).size).toBe(1);
    await settle(stage);
    expect(await refundPayment(stage.world.app, stage.finance, { attemptId, reason })).toEqual({
      kind: 'already_refunded',
    });
    for (let day = 0; day < 3; day++) {
      stage.world.clock.forward(86_400);
      await ask(stage.world, { id: attemptId });
      await settle(stage);
    }
    expect(await stage.world.nets.byReference(reference)).toMatchObject({ refunded: 30_000 });
    expect(await db(stage).paymentOperation.count({ where: { attemptId, kind: 'refund' } })).toBe(1);
    expect(await noteRows(stage, id)).toHaveLength(1);
    expect(await messagesOf(stage, id)).toHaveLength(1);
    expect(await stage.journey.alarms(id)).toEqual([]);
  });

  it('tells nobody before the provider shows it, and survives a lost reply', async () => {
    const { id, attemptId, reference } = await completed(stage);
    await stage.world.nets.fault('refund', 'lost-after-commit', { reference, times: 1 });
    await refundPayment(stage.world.app, stage.finance, { attemptId, reason });
    await settle(stage);
    stage.world.clock.forward(120);
    await settle(stage);
    expect(await stage.world.nets.byReference(reference)).toMatchObject({ refunded: 30_000 });
    expect(await noteRows(stage, id)).toHaveLength(1);

    const slow = await completed(stage);
    await stage.world.nets.fault('refund', 'pending', { reference: slow.reference });
    await refundPayment(stage.world.app, stage.finance, { attemptId: slow.attemptId, reason });
    await settle(stage);
    expect(await noteRows(stage, slow.id)).toEqual([]);
    expect(await messagesOf(stage, slow.id)).toEqual([]);
  });

  it('numbers credit notes without gaps in a series of their own, per Oslo year', async () => {
    const before = await db(stage).receipt.count({ where: { series: 'credit_note' } });
    const cases = [await completed(stage), await completed(stage), await completed(stage)];
    await Promise.all(
      cases.map(({ attemptId }) => refundPayment(stage.world.app, stage.finance, { attemptId, reason })),
    );
    await settle(stage);
    const notes = await db(stage).receipt.findMany({ where: { series: 'credit_note', year: 2026 } });
    expect(notes.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: before + 3 }, (_, index) => index + 1),
    );
    const last = await completed(stage);
    const now = stage.world.clock.now().getTime();
    // 23:30 UTC on 31 December is next year in Oslo.
    stage.world.clock.forward((new Date('2026-12-31T23:30:00Z').getTime() - now) / 1000);
    await refundPayment(stage.world.app, stage.finance, { attemptId: last.attemptId, reason });
    await settle(stage);
    expect(await noteRows(stage, last.id)).toMatchObject([{ year: 2027, number: 1 }]);
  });

  it('credits each part of what the provider gives back by itself', async () => {
    const { id, attemptId } = await completed(stage);
    for (const amountMinor of [10_000, 20_000]) {
      const attempt = await stage.journey.attempt(attemptId);
      await db(stage).$transaction((tx) =>
        planOperation(
          tx,
          stage.world.app.ids,
          attempt,
          { kind: 'refund', amountMinor },
          stage.world.clock.now(),
        ),
      );
      await settle(stage);
    }
    expect((await noteRows(stage, id)).map((note) => dataOf(note).payment?.totalMinor)).toEqual([
      -10_000, -20_000,
    ]);
    expect(await messagesOf(stage, id)).toHaveLength(2);
    expect(await stage.journey.attempt(attemptId)).toMatchObject({ status: 'refunded' });
  });
});

describe('who may refund, and what', () => {
  it('is hidden from other owners and refused without the role', async () => {
    const { attemptId } = await completed(stage);
    const stranger = { ...stage.finance, ownerId: stage.world.app.ids.uuid() };
    await expect(refundPayment(stage.world.app, stranger, { attemptId, reason })).rejects.toMatchObject({
      code: 'not_found',
    });
    for (const id of [stage.world.app.ids.uuid(), 'x', ''])
      await expect(
        refundPayment(stage.world.app, stage.finance, { attemptId: id, reason }),
      ).rejects.toMatchObject({
        code: 'not_found',
      });
    const editor: StaffActor = { ...stage.finance, roles: ['editor', 'case_worker'] };
    await expect(refundPayment(stage.world.app, editor, { attemptId, reason })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await db(stage).paymentOperation.count({ where: { attemptId, kind: 'refund' } })).toBe(0);
  });

  it('wants a reason that can be printed, and money to give back', async () => {
    const { attemptId } = await completed(stage);
    for (const [wrong, problem] of [
      ['  ', 'too_short'],
      ['x'.repeat(301), 'too_long'],
      ['null\u0000tegn', 'characters'],
    ] as const)
      expect(await refundPayment(stage.world.app, stage.finance, { attemptId, reason: wrong })).toEqual({
        kind: 'invalid',
        reason: problem,
      });
    const open = await stage.journey.open(await stage.journey.confirmed());
    expect(await refundPayment(stage.world.app, stage.finance, { attemptId: open.id, reason })).toEqual({
      kind: 'nothing_taken',
    });
  });
});

describe('refunds of cases without a receipt', () => {
  it('a case that counted on the money waits for payment again, its signatures kept; there is nothing to credit', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', {
      change: { payment: { agreement: 'nets', capture: 'now' } },
    });
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    expect(await stage.journey.status(id)).toBe('awaiting_signature');
    await refundPayment(stage.world.app, stage.finance, { attemptId: attempt.id, reason });
    await settle(stage);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(await noteRows(stage, id)).toEqual([]);
    expect(await messagesOf(stage, id)).toMatchObject([{ attachments: [] }]);
    await ask(stage.world, await stage.journey.paid(id));
    expect(await stage.journey.sign(id)).toBe('signed');
    await settle(stage);
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('a refused signature: the message tells amount, date and why', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', {
      change: { payment: { agreement: 'nets', capture: 'now' } },
    });
    await ask(stage.world, await stage.journey.paid(id));
    await rejectSignature(stage.world.app, stage.kari, id);
    await settle(stage);
    const [message] = await messagesOf(stage, id);
    expect(message?.body).toContain('300,00\u00a0kr ble betalt tilbake');
    expect(message?.body).toContain('Grunn: Det du sendte inn, ble ikke signert.');
    expect(await noteRows(stage, id)).toEqual([]);
  });
});

describe('a provider that tells of disputes', () => {
  it('is believed once: booked, told to the owner, and what is left is all that can be given back', async () => {
    const { id, attemptId } = await completed(stage);
    const disputed = (chargedBackMinor: number): App => ({
      ...stage.world.app,
      openProvider: (agreement) => {
        const provider = stage.world.app.openProvider(agreement);
        const fetch = provider.fetch;
        return {
          ...provider,
          ...(fetch && { fetch: async (payment) => ({ ...(await fetch(payment)), chargedBackMinor }) }),
        };
      },
    });
    for (const told of [10_000, 10_000, 12_000, 10_000]) await verifyPayment(disputed(told), attemptId);
    expect(await stage.journey.attempt(attemptId)).toMatchObject({
      status: 'captured',
      chargedBackMinor: 12_000n,
    });
    expect(await balance(db(stage), attemptId, 'provider')).toBe(18_000);
    expect(await stage.journey.alarms(id)).toEqual(['payment_disputed']);
    const { timeline, refund, where } = await readPayment(stage.world.app, stage.finance, attemptId);
    expect(timeline.filter(({ what }) => what === 'charged_back').map((one) => one.amountMinor)).toEqual([
      10_000, 2000,
    ]);
    expect(where).toEqual({ place: 'charged_back', amountMinor: 12_000 });
    expect(refund?.leftMinor).toBe(18_000);
    await refundPayment(stage.world.app, stage.finance, { attemptId, reason });
    await settle(stage);
    expect((await noteRows(stage, id)).map((note) => dataOf(note).payment?.totalMinor)).toEqual([-18_000]);
    expect(await balance(db(stage), attemptId, 'provider')).toBe(0);
    expect(await balance(db(stage), attemptId, 'earned')).toBe(0);
  });
});
