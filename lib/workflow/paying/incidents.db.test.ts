import { describe, expect, it, vi } from 'vitest';
import { osloDate } from '@/lib/core/clock.ts';
import { messageSecretContext } from '@/lib/payments/open-attempt.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { textOf } from '@/lib/receipts/pdf/pdf-text.test-helper.ts';
import { neutralMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import { readReport } from '@/lib/reconciliation/report/read-report.ts';
import type { App } from '../app.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { readPayment } from '../staff/read-payment.ts';
import { runJobs } from '../testing/run-jobs.ts';
import { reconcile } from '../upkeep/reconcile.ts';
import { checkPayment } from './check-payment.ts';
import { closeOpenPayment } from './close-open-payment.ts';
import { brokenBooks } from './contract/testing/broken-books.ts';
import {
  completed,
  confirmed,
  later,
  open,
  opened,
  payAfterAll,
  subjectOf,
  sums,
  usualMinor,
  visit,
  withProvider,
} from './contract/testing/stage.ts';
import { stageFor } from './contract/testing/stage-for.ts';
import { readPaymentView } from './payment-view.ts';
import { returnFromPayment } from './return-from-payment.ts';
import { startPayment } from './start-payment.ts';

/*
 * What happened to others, told in their issue threads and reports: each must not happen here. That the same holds for every
 * provider is what contract/ shows.
 */
vi.setConfig({ testTimeout: 60_000 });

/** What was sent to providers since the last look. */
const sent: string[] = [];
const recording: typeof fetch = async (input, init) => {
  if (typeof init?.body === 'string') sent.push(init.body);
  return fetch(input, init);
};
const { stage } = stageFor('nets', { fetch: recording });

const situation = async (id: string) => (await readPaymentView(stage.world.app, stage.kari, id))?.situation;
const deliver = () => runJobs(stage.world.app, stage.world.databaseUrl);

/** Receipts in the message box, and e-mails that tell of them. */
async function told(id: string) {
  const { app, mails } = stage.world;
  const messages = await app.db.message.findMany({ where: { submissionId: id, kind: 'receipt' } });
  const notifications = await app.db.notification.findMany({
    where: { messageId: { in: messages.map((message) => message.id) } },
  });
  const isTold = (messageId: string | undefined) =>
    notifications.some((notification) => messageId?.includes(notification.id));
  return { messages: messages.length, mails: mails.filter(({ messageId }) => isTold(messageId)).length };
}

describe('Altinn', () => {
  it('closes the page after paying: the case moves on, and the receipt lies in the message box', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'pay');
    await stage.provider.tell(attempt.reference);
    await deliver();
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await told(id)).toEqual({ messages: 1, mails: 1 });
  });

  it('is stuck on the payment step when no webhook comes: the payer’s own look moves it on, and so does time', async () => {
    const [looked, waited] = [await opened(stage), await opened(stage)];
    for (const { attempt } of [looked, waited]) await stage.provider.visit(attempt, 'pay');
    expect(await situation(looked.id)).toMatchObject({ kind: 'open' });
    await checkPayment(stage.world.app, stage.kari, looked.id);
    expect(await stage.journey.status(looked.id)).toBe('completed');
    await later(stage, 31);
    expect(await stage.journey.status(waited.id)).toBe('completed');
  });

  it('the provider rejects what it is told: a message, another try, and the way back', async () => {
    const { app } = stage.world;
    // A sum that its test environment answers with an error.
    const id = await confirmed(stage, { amountMinor: 133 });
    expect(await startPayment(app, stage.kari, id)).toEqual({ kind: 'refused' });
    expect(await situation(id)).toEqual({ kind: 'pay', because: 'create_refused' });
    expect((await readPaymentView(app, stage.kari, id))?.canEdit).toBe(true);
    expect(await stage.journey.alarms(id)).toEqual(['create_refused']);
    await stage.provider.fault('magic', 'off');
    await payAfterAll(stage, id);

    const other = await confirmed(stage, { amountMinor: 134 });
    await stage.provider.calm();
    expect(await startPayment(app, stage.kari, other)).toEqual({ kind: 'refused' });
    expect(await reopenSubmission(app, stage.kari, other)).toEqual({ kind: 'reopened' });
    expect(await stage.journey.status(other)).toBe('draft');
  });
});

describe('Open Forms', () => {
  it('return and webhook at once: exactly one e-mail', async () => {
    const { id, attempt } = await opened(stage);
    const { back } = await stage.provider.visit(attempt, 'pay');
    await Promise.all([
      stage.provider.tell(attempt.reference),
      returnFromPayment(stage.world.app, attempt.id, back),
      stage.provider.tell(attempt.reference),
      returnFromPayment(stage.world.app, attempt.id, back),
    ]);
    await Promise.all([deliver(), deliver()]);
    await deliver();
    expect(await told(id)).toEqual({ messages: 1, mails: 1 });
  });

  it('the first try failed, the second is captured: paid, and a late word of the first changes nothing', async () => {
    const payex = await withProvider(stage, subjectOf(providers.get('payex')));
    const { id, attempt } = await opened(payex);
    const failed = await payex.provider.failAtFirst?.(attempt);
    await returnFromPayment(stage.world.app, attempt.id, failed?.back);
    expect((await stage.journey.attempt(attempt.id)).status).toBe('failed');
    expect(await situation(id)).toEqual({ kind: 'pay', because: 'declined' });
    const second = await payAfterAll(payex, id);
    await payex.provider.tell(attempt.reference);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    const { where } = await readPayment(stage.world.app, stage.finance, second.id);
    expect(where).toEqual({ place: 'delivered', amountMinor: usualMinor });
    expect(await brokenBooks(payex, id)).toEqual([]);
    stage.ids.length = 0;
  });

  it('the webhook is missed and the provider silent: the owner sees why, and the timer tries until it knows', async () => {
    const { app, clock } = stage.world;
    const { id, attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'pay');
    await stage.provider.break('ask', '500');
    clock.forward(31);
    await reconcile(app);
    const unknown = await readPayment(app, stage.finance, attempt.id);
    expect(unknown.where.place).toBe('unknown');
    expect(await situation(id)).toEqual({ kind: 'unknown' });
    await stage.provider.calm();
    await later(stage, 31);
    expect(await stage.journey.status(id)).toBe('completed');
    const known = await readPayment(app, stage.finance, attempt.id);
    expect(known.where.place).toBe('delivered');
    expect(known.timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['started', 'payment.opened', 'captured', 'payment.captured']),
    );
  });
});

describe('FormSG', () => {
  it('two webhooks in the same instant: one receipt, one entry', async () => {
    const { id, attempt } = await opened(stage);
    await stage.provider.visit(attempt, 'pay');
    const answers = await Promise.all([1, 2, 3].map(() => stage.provider.tell(attempt.reference)));
    expect(new Set(answers.flat())).toEqual(new Set([200]));
    const { db } = stage.world.app;
    expect(await db.receipt.count({ where: { submissionId: id } })).toBe(1);
    expect(await db.ledgerEntry.count({ where: { attemptId: attempt.id, kind: 'captured' } })).toBe(2);
  });

  it('a webhook is marked as seen and the process ends before its effect: told again, it has it', async () => {
    const { world, door, provider } = stage;
    const { id, attempt } = await opened(stage);
    await provider.visit(attempt, 'pay');
    const ending: App = {
      ...world.app,
      openProvider: (agreement) => ({
        ...world.app.openProvider(agreement),
        fetch: () => new Promise(() => undefined),
      }),
    };
    door.behind((use) => Promise.race([use(ending), storedBy(attempt.id)]));
    expect(new Set(await provider.tell(attempt.reference))).toEqual(new Set([502]));
    door.behind((use) => use(world.app));
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(new Set(await provider.tell(attempt.reference))).toEqual(new Set([200]));
    expect(await stage.journey.status(id)).toBe('completed');
  });

  /** Until it is in the books and nothing more is; then the process is gone. */
  async function storedBy(attemptId: string): Promise<'stopped'> {
    const { db } = stage.world.app;
    await vi.waitUntil(() => db.providerMessage.count({ where: { attemptId, handledAt: null } }));
    return 'stopped';
  }
});

describe('DEFRA', () => {
  it('the reply to create is lost: the payer tries again, and there is no second payment', async () => {
    const { app } = stage.world;
    await stage.provider.break('create', 'lost-after-commit');
    const id = await confirmed(stage);
    expect(await startPayment(app, stage.kari, id)).toEqual({ kind: 'no_answer' });
    await stage.provider.calm();
    const [lost] = await stage.journey.attempts(id);
    if (!lost) throw new Error('No attempt');
    const second = await open(stage, id);
    expect((await open(stage, id)).id).toBe(second.id);
    await visit(stage, second);
    // Somebody is on the page that nobody was sent to, and it is told of.
    await stage.provider.visit(lost, 'decline');
    expect(new Set(await stage.provider.tell(lost.reference))).toEqual(new Set([200]));
    await stage.world.work();
    const { books } = await sums(stage, id);
    expect(books.map(({ charged, isOver }) => [charged, isOver])).toEqual([
      [0, true],
      [usualMinor, false],
    ]);
  });
});

describe('Umbraco', () => {
  it('the payment is created again: its secret stays, and each attempt is believed by its own', async () => {
    const { app } = stage.world;
    const { id, attempt } = await opened(stage);
    const secretOf = async (attemptId: string) => {
      const { messageSecret } = await stage.journey.attempt(attemptId);
      return app.box.open(messageSecret, messageSecretContext(attemptId));
    };
    const secret = await secretOf(attempt.id);
    await Promise.all([1, 2, 3].map(() => startPayment(app, stage.kari, id)));
    expect(await secretOf(attempt.id)).toBe(secret);
    await stage.provider.visit(attempt, 'decline');
    expect(await closeOpenPayment(app, id)).toBe('closed');
    const second = await open(stage, id);
    await stage.provider.visit(second, 'decline');
    expect(await secretOf(second.id)).not.toBe(secret);
    expect(await secretOf(attempt.id)).toBe(secret);
    for (const { reference } of [attempt, second])
      expect(new Set(await stage.provider.tell(reference))).toEqual(new Set([200]));
    await payAfterAll(stage, id);
  });
});

describe('599.80 kroner is 59980 øre', () => {
  const amountMinor = 59_980;

  it.each(providers.ids())('on the wire to %s, in our books and in its own', async (provider) => {
    const { db } = stage.world.app;
    const there = await withProvider(stage, subjectOf(providers.get(provider)));
    sent.length = 0;
    const { id, attempt } = await completed(there, {
      variant: 'submit_and_pay',
      capture: 'reserve',
      amountMinor,
    });
    const wire = [...sent, JSON.stringify(attempt.formFields)].join('\n');
    expect(wire).toMatch(/\b59980\b/);
    expect(wire).not.toMatch(/599[.,]8|[:"=](599|5998|59979)[,}"&]/);
    expect((await db.order.findFirstOrThrow({ where: { submissionId: id } })).totalMinor).toBe(59_980n);
    expect(await stage.journey.attempt(attempt.id)).toMatchObject({ capturedMinor: 59_980n });
    expect(await sums(there, id)).toMatchObject({ charged: amountMinor, kept: amountMinor });
    const ledger = await db.ledgerEntry.findMany({ where: { attemptId: attempt.id } });
    expect(new Set(ledger.map((entry) => Math.abs(Number(entry.amountMinor))))).toEqual(
      new Set([amountMinor]),
    );
    expect(await brokenBooks(there, id)).toEqual([]);
    stage.ids.length = 0;
  });

  it('in the words of the receipt and its PDF', async () => {
    const { id } = await completed(stage, { amountMinor });
    await deliver();
    const { db } = stage.world.app;
    const { data } = await db.receipt.findFirstOrThrow({ where: { submissionId: id } });
    expect(data).toMatchObject({ payment: { totalMinor: amountMinor } });
    const { reference } = await db.archiveRecord.findFirstOrThrow({ where: { submissionId: id } });
    const key = { reference, name: 'receipt.pdf' };
    const { content } = await db.archiveFile.findUniqueOrThrow({ where: { reference_name: key } });
    expect(textOf(content).replaceAll('\u00a0', ' ')).toContain('599,80');
  });

  it('in a settlement report', async () => {
    const { attempt } = await completed(stage, { amountMinor });
    const reply = await fetch(`${stage.world.sandboxUrl}/nets/settlements?date=${osloDate(new Date())}`);
    const report = await readReport([new Uint8Array(await reply.arrayBuffer())], neutralMapping);
    if (report.kind === 'problems') throw new Error(JSON.stringify(report.problems));
    expect(report.lines.filter(({ reference }) => reference === attempt.reference)).toMatchObject([
      { amountMinor },
    ]);
  });
});
