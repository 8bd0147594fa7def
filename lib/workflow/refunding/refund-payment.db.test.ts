import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { OperationRequest } from '@/lib/payments/provider.ts';
import { findReceipt } from '@/lib/receipts/find-receipt.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import type { App } from '../app.ts';
import { readIssuedPdf } from '../delivering/read-issued-pdf.ts';
import { performOperation } from '../paying/perform-operation.ts';
import { settleOperation } from '../paying/settle-operation.ts';
import { verifyPayment } from '../paying/verify-payment.ts';
import { rejectSignature } from '../signing/reject-signature.ts';
import { readPayment } from '../staff/read-payment.ts';
import { ask, type Journey, newJourney } from '../testing/journey.ts';
import { runJobs } from '../testing/run-jobs.ts';
import { createWorld, type World } from '../testing/world.ts';
import { refundPayment } from './refund-payment.ts';

type Change = NonNullable<Parameters<Journey['confirmed']>[1]>['change'];

/** A provider that answers nothing more than the call itself. */
const deaf: App['openProvider'] = (agreement) => ({
  ...world.app.openProvider(agreement),
  fetch: () => Promise.reject(new Error('no answer')),
});
const overheard =
  (asked: OperationRequest[]): App['openProvider'] =>
  (agreement) => {
    const { refund, ...provider } = world.app.openProvider(agreement);
    return {
      ...provider,
      ...(refund && {
        refund: (request) => {
          asked.push(request);
          return refund(request);
        },
      }),
    };
  };
const onlyWhole: App['openProvider'] = (agreement) => {
  const provider = world.app.openProvider(agreement);
  return { ...provider, capabilities: { ...provider.capabilities, partialRefund: false } };
};

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
async function completed(change?: Change): Promise<{ id: string; attemptId: string; reference: string }> {
  const id = await journey.confirmed('submit_and_pay', { change });
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
    expect(message?.body).toContain(
      '300,00\u00a0kr ble betalt tilbake 10. mars 2026 til Visa-kortet du betalte med (••••\u00a00004).',
    );
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

describe('a part of a payment', () => {
  /** Three lines: 300 kr without VAT, 250 kr with 25 %, and 111,99 kr with 15 %. */
  const threeLines = {
    pricing: {
      currency: 'NOK',
      includesVat: true,
      dateBasis: 'submitted',
      rules: [
        { id: 'fee', type: 'countTimesUnit', text: 'fee', vat: 'outside', count: 'count', unitMinor: 10_000 },
        { id: 'copy', type: 'fixed', text: 'fee', vat: '25', amountMinor: 25_000 },
        { id: 'food', type: 'fixed', text: 'fee', vat: '15', amountMinor: 11_199 },
      ],
    },
  } satisfies Change;
  const total = 66_199;
  const part = (amountMinor: number) => ({ kind: 'amount' as const, amountMinor });

  /** Σ of notes per VAT code, as positive amounts. */
  async function credited(id: string) {
    const sums: Record<string, [net: number, vat: number, gross: number]> = {};
    for (const note of await noteRows(id))
      for (const { vatCode, netMinor, vatMinor, grossMinor } of dataOf(note).lines) {
        const [net, vat, gross] = sums[vatCode] ?? [0, 0, 0];
        sums[vatCode] = [net - netMinor, vat - vatMinor, gross - grossMinor];
      }
    return sums;
  }

  async function balances(attemptId: string) {
    return Promise.all(
      (['provider', 'held', 'earned'] as const).map((account) => balance(db(), attemptId, account)),
    );
  }

  it('several times until nothing is left: a credit note each, right VAT sums, and never one øre beyond', async () => {
    const { id, attemptId, reference } = await completed(threeLines);
    const ask = (wish: Partial<Parameters<typeof refundPayment>[2]>) =>
      refundPayment(world.app, finance, { attemptId, reason, ...wish });
    expect(await ask({ part: part(total + 1) })).toEqual({ kind: 'invalid', part: 'too_much' });
    let left = total;
    for (const amountMinor of [1, 10_000, 33_333]) {
      expect(await ask({ part: part(amountMinor), seenMinor: left })).toMatchObject({
        kind: 'under_way',
        amountMinor,
      });
      await settle();
      left -= amountMinor;
      expect(await journey.attempt(attemptId)).toMatchObject({
        status: 'partially_refunded',
        refundedMinor: BigInt(total - left),
      });
      expect(await balances(attemptId)).toEqual([left, 0, -left]);
    }
    expect(await ask({ part: part(left + 1), seenMinor: left })).toEqual({
      kind: 'invalid',
      part: 'too_much',
    });
    expect(await ask({ seenMinor: left })).toMatchObject({ kind: 'under_way', amountMinor: left });
    await settle();
    expect(await ask({ part: part(1) })).toEqual({ kind: 'already_refunded' });
    expect(await world.nets.byReference(reference)).toMatchObject({ refunded: total });
    expect(await balances(attemptId)).toEqual([0, 0, 0]);

    const receipt = await db().receipt.findFirstOrThrow({ where: { submissionId: id, series: 'receipt' } });
    const notes = await noteRows(id);
    expect(notes.map((note) => -(dataOf(note).payment?.totalMinor ?? 0))).toEqual([1, 10_000, 33_333, left]);
    expect(notes.map((note) => dataOf(note).credit?.shared ?? false)).toEqual([true, true, true, false]);
    expect(await credited(id)).toEqual(
      Object.fromEntries(
        dataOf(receipt).lines.map((line) => [line.vatCode, [line.netMinor, line.vatMinor, line.grossMinor]]),
      ),
    );
    expect(await messagesOf(id)).toHaveLength(4);
    expect(await journey.alarms(id)).toEqual([]);
  });

  it('by order line: that line alone, with its VAT, and the reason of each refund on its own note', async () => {
    const { id, attemptId } = await completed(threeLines);
    const ask = (lines: number[], why: string) =>
      refundPayment(world.app, finance, { attemptId, reason: why, part: { kind: 'lines', lines } });
    expect(await ask([], reason)).toEqual({ kind: 'invalid', part: 'no_lines' });
    const first = await ask([1], 'Kopien kom aldri');
    if (first.kind !== 'under_way') throw new Error(first.kind);
    // The provider is told the same VAT as the credit note tells.
    const asked: OperationRequest[] = [];
    await performOperation({ ...world.app, openProvider: overheard(asked) }, first.operationId);
    expect(asked).toMatchObject([{ operationMinor: 25_000, operationVatMinor: 5000 }]);
    await settle();
    // Nothing of it is left.
    expect(await ask([1], reason)).toEqual({ kind: 'invalid', part: 'no_lines' });
    expect(await ask([1, 2, 7], 'Maten var kald')).toMatchObject({ amountMinor: 11_199 });
    await settle();
    const notes = (await noteRows(id)).map(dataOf);
    expect(notes.map(({ lines }) => lines.map(({ grossMinor, vatMinor }) => [grossMinor, vatMinor]))).toEqual(
      [
        [
          [0, 0],
          [-25_000, -5000],
          [0, 0],
        ],
        [
          [0, 0],
          [0, 0],
          [-11_199, -1461],
        ],
      ],
    );
    expect(notes.map(({ credit }) => credit?.reason)).toEqual(['Kopien kom aldri', 'Maten var kald']);
    expect(await balances(attemptId)).toEqual([30_000, 0, -30_000]);
  });

  it('two employees at once: one refund, and the other is told that it was not begun', async () => {
    const { id, attemptId, reference } = await completed();
    const wishes = [10_000, 12_000, 10_000, 5000].map((amountMinor) =>
      refundPayment(world.app, finance, {
        attemptId,
        reason,
        part: part(amountMinor),
        seenMinor: 30_000,
      }),
    );
    const kinds = (await Promise.all(wishes)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'busy').length).toBeGreaterThanOrEqual(2);
    expect(await db().paymentOperation.count({ where: { attemptId, kind: 'refund' } })).toBe(1);
    await settle();
    // The same form once more, after it was carried out: what it showed is not so any more.
    expect(
      await refundPayment(world.app, finance, { attemptId, reason, part: part(10_000), seenMinor: 30_000 }),
    ).toEqual({ kind: 'changed' });
    expect((await world.nets.byReference(reference)).refunded).toBeLessThanOrEqual(12_000);
    expect(await noteRows(id)).toHaveLength(1);
  });

  it('waits while an accepted refund is not to be seen at the provider yet', async () => {
    const { attemptId, reference } = await completed();
    await world.nets.fault('refund', 'pending', { reference });
    await refundPayment(world.app, finance, { attemptId, reason, part: part(10_000) });
    await settle();
    expect(await refundPayment(world.app, finance, { attemptId, reason, part: part(20_000) })).toEqual({
      kind: 'busy',
      amountMinor: 10_000,
    });
    expect((await readPayment(world.app, finance, attemptId)).unsettled).toBeUndefined();
    // A day later it has most likely come to nothing; only a person who has looked can say so.
    world.clock.forward(86_400);
    const { unsettled } = await readPayment(world.app, finance, attemptId);
    expect(unsettled?.outcomes).toEqual(['not_carried_out']);
    const said = { attemptId, operationId: unsettled?.operationId ?? '', reason: 'Avvist av banken' };
    expect(await settleOperation(world.app, finance, { ...said, outcome: 'carried_out' })).toEqual({
      kind: 'moved_on',
    });
    expect(await settleOperation(world.app, finance, { ...said, outcome: 'not_carried_out' })).toMatchObject({
      kind: 'settled',
    });
    expect((await readPayment(world.app, finance, attemptId)).refund?.onItsWayMinor).toBeUndefined();
  });

  it('a lost reply of a part, of which a message told first, is not asked for once more', async () => {
    const { id, attemptId, reference } = await completed();
    await world.nets.fault('refund', 'lost-after-commit', { reference });
    const asked = await refundPayment(world.app, finance, { attemptId, reason, part: part(10_000) });
    if (asked.kind !== 'under_way') throw new Error(asked.kind);
    expect(await performOperation({ ...world.app, openProvider: deaf }, asked.operationId)).toBe('unknown');
    await world.nets.clearFaults();
    await ask(world, { id: attemptId });
    expect(await journey.attempt(attemptId)).toMatchObject({ refundedMinor: 10_000n });
    world.clock.forward(120);
    const again: OperationRequest[] = [];
    const listening = { ...world.app, openProvider: overheard(again) };
    expect(await performOperation(listening, asked.operationId)).toBe('done');
    expect(again).toEqual([]);
    await settle();
    expect(await world.nets.byReference(reference)).toMatchObject({ refunded: 10_000 });
    expect(await noteRows(id)).toHaveLength(1);
  });

  it('of a provider that can only give back all: said in words, and only the whole is taken', async () => {
    const { attemptId } = await completed();
    const whole = { ...world.app, openProvider: onlyWhole };
    const ask = (wish: Parameters<typeof refundPayment>[2]['part']) =>
      refundPayment(whole, finance, { attemptId, reason, part: wish });
    expect(await ask(part(10_000))).toEqual({ kind: 'invalid', part: 'only_whole' });
    expect((await readPayment(whole, finance, attemptId)).refund).toMatchObject({ onlyWhole: 'provider' });
    expect(await ask(part(30_000))).toMatchObject({ kind: 'under_way' });
  });

  it('a case that is not completed: only the whole, for there is no receipt to credit', async () => {
    const id = await journey.confirmed('pay_before_sign', {
      change: { payment: { agreement: 'nets', capture: 'now' } },
    });
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    expect(
      await refundPayment(world.app, finance, { attemptId: attempt.id, reason, part: part(100) }),
    ).toEqual({ kind: 'invalid', part: 'only_whole' });
    // At the provider somebody gives a part back all the same: the case goes on, and its receipt is credited at once.
    await db().$transaction((tx) =>
      planOperation(tx, world.app.ids, attempt, { kind: 'refund', amountMinor: 100 }, world.clock.now()),
    );
    await settle();
    expect(await journey.sign(id)).toBe('signed');
    await settle();
    expect((await noteRows(id)).map((note) => dataOf(note).payment?.totalMinor)).toEqual([-100]);
    expect(await balances(attempt.id)).toEqual([29_900, 0, -29_900]);
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
        kind: 'invalid',
        reason: problem,
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

describe('a provider that tells of disputes', () => {
  it('is believed once: booked, told to the owner, and what is left is all that can be given back', async () => {
    const { id, attemptId } = await completed();
    const disputed = (chargedBackMinor: number): App => ({
      ...world.app,
      openProvider: (agreement) => {
        const provider = world.app.openProvider(agreement);
        const fetch = provider.fetch;
        return {
          ...provider,
          ...(fetch && { fetch: async (payment) => ({ ...(await fetch(payment)), chargedBackMinor }) }),
        };
      },
    });
    for (const told of [10_000, 10_000, 12_000, 10_000]) await verifyPayment(disputed(told), attemptId);
    expect(await journey.attempt(attemptId)).toMatchObject({ status: 'captured', chargedBackMinor: 12_000n });
    expect(await balance(db(), attemptId, 'provider')).toBe(18_000);
    expect(await journey.alarms(id)).toEqual(['payment_disputed']);
    const { timeline, refund, where } = await readPayment(world.app, finance, attemptId);
    expect(timeline.filter(({ what }) => what === 'charged_back').map((one) => one.amountMinor)).toEqual([
      10_000, 2000,
    ]);
    expect(where).toEqual({ place: 'charged_back', amountMinor: 12_000 });
    expect(refund?.leftMinor).toBe(18_000);
    await refundPayment(world.app, finance, { attemptId, reason });
    await settle();
    expect((await noteRows(id)).map((note) => dataOf(note).payment?.totalMinor)).toEqual([-18_000]);
    expect(await balance(db(), attemptId, 'provider')).toBe(0);
    expect(await balance(db(), attemptId, 'earned')).toBe(0);
  });
});
