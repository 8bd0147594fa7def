import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { messageSecretContext } from '@/lib/payments/open-attempt.ts';
import { signTestWebhook } from '@/lib/sdk/nets/index.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { bundleCrashChild } from '../testing/bundle-crash-child.ts';
import type { Deed, Order } from '../testing/crash-child.ts';
import { ask, type Journey, newJourney, type OpenAttempt } from '../testing/journey.ts';
import { runJobs } from '../testing/run-jobs.ts';
import { testVariables } from '../testing/test-env.ts';
import { createWorld, type World } from '../testing/world.ts';
import { reconcile } from '../upkeep/reconcile.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import { receiveMessage } from './receive-message.ts';
import { startPayment } from './start-payment.ts';

vi.setConfig({ testTimeout: 120_000 });

let world: World;
let kari: Actor;
let journey: Journey;
let child: Awaited<ReturnType<typeof bundleCrashChild>>;
const folder = mkdtempSync(join(tmpdir(), 'kvitt-crash-'));
const mailFile = join(folder, 'mails.jsonl');

beforeAll(async () => {
  [world, child] = await Promise.all([createWorld(), bundleCrashChild()]);
  kari = await world.person();
  journey = newJourney(world, kari);
});
afterAll(async () => {
  await world?.close();
  child?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const db = () => world.app.db;
const now = { payment: { agreement: 'nets', capture: 'now' } } as const;

/** Does a deed in a process of its own that kills itself at a point, and waits until it is dead. */
async function killedAt(point: string, deed: Deed): Promise<void> {
  const order: Order = { deed, now: world.clock.now().toISOString(), mailFile };
  const dying = spawn(process.execPath, ['--no-warnings', child.entry, JSON.stringify(order)], {
    env: { ...testVariables(world.databaseUrl, world.sandboxUrl), NODE_ENV: 'test', KVITT_CRASH_AT: point },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [dying.stdout, dying.stderr])
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  const signal = await new Promise((resolve) => dying.once('close', (_code, killedBy) => resolve(killedBy)));
  expect(signal, `it did not come to ${point}: ${output}`).toBe('SIGKILL');
}

/** What is left is picked up as after a restart: the leases run out, then timer and queue do their work. */
async function restart(seconds = 61): Promise<void> {
  world.clock.forward(seconds);
  await world.work();
  await runJobs(world.app, world.databaseUrl);
}

const operationOf = async (attempt: OpenAttempt, kind: 'capture' | 'cancel' | 'refund'): Promise<Deed> => {
  const { id: operationId } = await db().paymentOperation.findFirstOrThrow({
    where: { attemptId: attempt.id, kind },
  });
  return { does: 'operate', operationId };
};

/** Nothing lost, nothing doubled: our books against the provider's, for one case. */
async function expectBooks(id: string, status: string): Promise<void> {
  expect(await journey.status(id)).toBe(status);
  const completed = status === 'completed';
  const attempts = await journey.attempts(id);
  const references = attempts.map(({ reference }) => reference);
  const payments = (await world.nets.all()).filter(({ reference }) => references.includes(reference));
  const theirs = payments.reduce((sum, { charged, refunded }) => sum + charged - refunded, 0);
  const ours = await Promise.all(attempts.map((one) => balance(db(), one.id, 'provider')));
  expect({ theirs, ours: ours.reduce((sum, one) => sum + one, 0) }).toEqual({
    theirs: completed ? 30_000 : 0,
    ours: completed ? 30_000 : 0,
  });
  // Each attempt made one payment at most, and none holds money that nobody is to have.
  expect(payments.map(({ creates }) => creates)).toEqual(payments.map(() => 1));
  for (const { reserved, charged, cancelled } of payments) expect([charged, cancelled]).toContain(reserved);
  const held = await Promise.all(attempts.map((one) => balance(db(), one.id, 'held')));
  expect(held.every((one) => one === 0)).toBe(true);
  expect(await db().receipt.count({ where: { submissionId: id } })).toBe(completed ? 1 : 0);
  const unfinished = await db().paymentOperation.findMany({
    where: { attempt: { order: { submissionId: id } }, status: { in: ['intent', 'sent', 'unknown'] } },
  });
  expect(unfinished).toEqual([]);
  if (completed) {
    await runJobs(world.app, world.databaseUrl);
    expect(await journey.messages(id, 'receipt')).toBe(1);
    expect(await db().archiveRecord.count({ where: { submissionId: id } })).toBe(1);
  }
}

async function reserved(): Promise<{ id: string; attempt: OpenAttempt }> {
  const id = await journey.confirmed('pay_before_sign');
  const attempt = await journey.paid(id);
  await ask(world, attempt);
  return { id, attempt };
}

describe('killed while the payment is opened', () => {
  it('before-create: nothing was opened; after the lease the payer pays once', async () => {
    const id = await journey.confirmed();
    await killedAt('before-create', { does: 'start-payment', actor: kari, submissionId: id });
    expect(await startPayment(world.app, kari, id)).toEqual({ kind: 'opening' });
    await restart();
    await ask(world, await journey.paid(id));
    expect((await journey.attempts(id)).map(({ status }) => status)).toEqual(['failed', 'captured']);
    await expectBooks(id, 'completed');
  });

  it('after-create: the page that nobody was shown stays unpaid; the payer pays once', async () => {
    const id = await journey.confirmed();
    await killedAt('after-create', { does: 'start-payment', actor: kari, submissionId: id });
    const [lost] = await journey.attempts(id);
    expect(await world.nets.byReference(lost?.reference ?? '')).toMatchObject({ charged: 0 });
    await restart();
    await ask(world, await journey.paid(id));
    expect(await world.nets.byReference(lost?.reference ?? '')).toMatchObject({ reserved: 0, charged: 0 });
    await expectBooks(id, 'completed');
  });
});

describe('killed while the evidence is taken in', () => {
  it.each(['after-fetch', 'before-commit-of-evidence'])(
    '%s: nothing of it is stored; the timer does it all',
    async (point) => {
      const id = await journey.confirmed();
      const attempt = await journey.paid(id);
      await killedAt(point, { does: 'verify', attemptId: attempt.id });
      expect(await journey.status(id)).toBe('awaiting_payment');
      expect((await journey.attempt(attempt.id)).status).toBe('pending');
      await restart();
      await expectBooks(id, 'completed');
    },
  );

  it('after-commit-of-evidence: all of it is stored, and asking again adds nothing', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    await killedAt('after-commit-of-evidence', { does: 'verify', attemptId: attempt.id });
    expect(await journey.status(id)).toBe('completed');
    await ask(world, attempt);
    await restart();
    await expectBooks(id, 'completed');
  });

  it.each(['the provider tells again', 'nobody tells again'])('after-message-stored, and %s', async (how) => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    const { endpointToken } = await db().paymentAgreement.findFirstOrThrow({ where: { name: 'nets' } });
    const authorization = world.app.box.open(attempt.messageSecret, messageSecretContext(attempt.id));
    const paymentId = attempt.providerPaymentId;
    const told = signTestWebhook({ event: 'payment.charge.created.v2', paymentId, authorization });
    await killedAt('after-message-stored', {
      does: 'receive',
      endpointToken,
      attemptId: attempt.id,
      ...told,
    });
    const stored = () => db().providerMessage.findMany({ where: { attemptId: attempt.id } });
    expect(await stored()).toMatchObject([{ handledAt: null, body: told.body }]);
    expect(await journey.status(id)).toBe('awaiting_payment');
    if (how === 'the provider tells again') {
      const message = { headers: new Headers(told.headers), body: told.body };
      expect(await receiveMessage(world.app, 'nets', endpointToken, attempt.id, message)).toBe('handled');
      expect(await stored()).toMatchObject([{ times: 2, handledAt: world.clock.now() }]);
    }
    await restart();
    await expectBooks(id, 'completed');
  });
});

describe('killed while an operation is carried out', () => {
  it.each(['before-capture', 'after-capture'])('%s: taken once', async (point) => {
    const { id, attempt } = await reserved();
    await journey.sign(id);
    await killedAt(point, await operationOf(attempt, 'capture'));
    expect(await journey.status(id)).toBe('awaiting_signature');
    await restart();
    await expectBooks(id, 'completed');
  });

  it.each(['before-cancel', 'after-cancel'])('%s: let go once', async (point) => {
    const { id, attempt } = await reserved();
    await withdrawSubmission(world.app, kari, id);
    await killedAt(point, await operationOf(attempt, 'cancel'));
    await restart();
    expect((await journey.attempt(attempt.id)).status).toBe('voided');
    await expectBooks(id, 'withdrawn');
  });

  it.each(['before-refund', 'after-refund'])('%s: given back once, and told once', async (point) => {
    const id = await journey.confirmed('pay_before_sign', { change: now });
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    await withdrawSubmission(world.app, kari, id);
    await killedAt(point, await operationOf(attempt, 'refund'));
    await restart();
    expect((await journey.attempt(attempt.id)).status).toBe('refunded');
    expect(await journey.messages(id, 'refunded')).toBe(1);
    await expectBooks(id, 'withdrawn');
  });

  it.each(['before-cancel', 'after-cancel'])(
    '%s while going back to the answers: nobody can pay the old sum',
    async (point) => {
      const id = await journey.confirmed();
      const attempt = await journey.open(id);
      await killedAt(point, { does: 'reopen', actor: kari, submissionId: id });
      expect(await journey.status(id)).toBe('awaiting_payment');
      await restart();
      expect((await world.nets.byReference(attempt.reference)).terminated).toBe(true);
      expect(await reopenSubmission(world.app, kari, id)).toEqual({ kind: 'reopened' });
      await expectBooks(id, 'draft');
    },
  );
});

describe('a worker killed with its job', () => {
  beforeEach(() => runJobs(world.app, world.databaseUrl));

  /** The queue keeps a dead worker's jobs from the others; time passes there by the database's own clock. */
  async function minutesPass(): Promise<void> {
    await db()
      .$executeRaw`update graphile_worker._private_jobs set locked_at = locked_at - interval '4 minutes'
      where locked_at is not null`;
    await reconcile(world.app);
  }

  it.each(['after-receipt-drawn', 'before-delivery-commit', 'after-delivery-commit'])(
    '%s: archive, message and mail once',
    async (point) => {
      const id = await journey.confirmed();
      await ask(world, await journey.paid(id));
      await killedAt(point, { does: 'jobs' });
      const delivered = point === 'after-delivery-commit' ? 1 : 0;
      expect(await db().archiveRecord.count({ where: { submissionId: id } })).toBe(delivered);
      await runJobs(world.app, world.databaseUrl);
      expect(await db().archiveRecord.count({ where: { submissionId: id } })).toBe(delivered);
      await minutesPass();
      await runJobs(world.app, world.databaseUrl);
      await expectBooks(id, 'completed');
      expect(await journey.events(id)).toContain('case.delivered');
      const { id: messageId } = await db().message.findFirstOrThrow({ where: { submissionId: id } });
      const notification = await db().notification.findFirstOrThrow({ where: { messageId } });
      expect(notification.status).toBe('sent');
      expect(world.mails.filter((mail) => mail.messageId.includes(notification.id))).toHaveLength(1);
    },
  );

  it('after-mail-sent: the mail goes again as the same mail, and then never more', async () => {
    const id = await journey.confirmed();
    await ask(world, await journey.paid(id));
    await killedAt('after-mail-sent', { does: 'jobs' });
    const notification = await db().notification.findFirstOrThrow({ where: { status: 'sending' } });
    world.clock.forward(300);
    await minutesPass();
    await runJobs(world.app, world.databaseUrl);
    expect(await db().notification.findUniqueOrThrow({ where: { id: notification.id } })).toMatchObject({
      status: 'sent',
    });
    const before = existsSync(mailFile) ? readFileSync(mailFile, 'utf8').trim().split('\n') : [];
    const ids = [...before.map((line) => JSON.parse(line) as { messageId: string }), ...world.mails]
      .map(({ messageId }) => messageId)
      .filter((messageId) => messageId.includes(notification.id));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    await minutesPass();
    await runJobs(world.app, world.databaseUrl);
    expect(world.mails.filter((mail) => mail.messageId.includes(notification.id))).toHaveLength(1);
    await expectBooks(id, 'completed');
  });
});
