import { addSeconds } from '@/lib/core/clock.ts';
import { log } from '@/lib/core/log.ts';
import type { App } from '../app.ts';
import { checkAttempt } from '../paying/check-attempt.ts';
import { performOperation } from '../paying/perform-operation.ts';
import { eraseContent } from '../retention/erase-content.ts';
import { warnOfErasure } from '../retention/warn-of-erasure.ts';
import { dropStaleUploads } from './drop-stale-uploads.ts';
import { dueReminders } from './due-reminders.ts';
import { expireCase } from './expire-case.ts';
import { remindOfPayment } from './remind-of-payment.ts';
import { sendBack, strandedMoney, type Watched } from './stranded-money.ts';

const batch = 50;
const leaseSeconds = 60;
const lostJobSeconds = 180;

/**
 * What the timer does, every few seconds in every worker: asks about payments that are due to be asked about, carries on
 * operations that were left behind, expires, reminds, warns and erases, and looks for money that is neither delivered nor on
 * its way back.
 * Nothing here trusts that a webhook or a job came (rule 6). One failing case never stops the others.
 * @param options.watch among which payments stray money is looked for, if at all: that costs, so not in every round.
 * @returns how many were handled without an error: while it is more than none, there may be more to do at once.
 */
export async function reconcile(
  app: App,
  { watch = 'all' }: { watch?: Watched | 'none' } = {},
): Promise<{ handled: number }> {
  const jobs: (() => Promise<unknown>)[] = [
    ...(await dueAttempts(app)).map((id) => () => checkAttempt(app, id)),
    ...(await dueOperations(app)).map((id) => () => performOperation(app, id)),
    // A draft is warned of before it may expire.
    ...(await dueWarnings(app)).map((id) => () => warnOfErasure(app, id)),
    ...(await dueCases(app)).map((id) => () => expireCase(app, id)),
    ...(await dueReminders(app, batch)).map((id) => () => remindOfPayment(app, id)),
    ...(watch === 'none' ? [] : await strandedMoney(app, watch)).map((id) => () => sendBack(app, id)),
    ...(await dueErasures(app)).map((id) => () => eraseContent(app, id)),
  ];
  await freeLostJobs(app);
  await dropStaleUploads(app);
  let handled = 0;
  for (const job of jobs) {
    await job().then(
      () => {
        handled += 1;
      },
      (error: unknown) => log.error({ err: error }, 'a case could not be reconciled'),
    );
  }
  return { handled };
}

/**
 * Jobs of a worker that died while it had them, which the queue itself would keep from the others for four hours. No job
 * takes this long, and all of them may run twice.
 */
async function freeLostJobs(app: App): Promise<void> {
  await app.db.$queryRaw`
    select count(graphile_worker.force_unlock_workers(array[locked_by])) from graphile_worker.jobs
    where locked_at < now() - make_interval(secs => ${lostJobSeconds})`;
}

/** Attempts whose time to be asked has come; claiming them keeps other workers off for a minute. */
async function dueAttempts(app: App): Promise<string[]> {
  const now = app.clock.now();
  const rows = await app.db.$queryRaw<{ id: string }[]>`
    update payment_attempt set next_check_at = ${addSeconds(now, leaseSeconds)}, checks = checks + 1 where id in (
      select id from payment_attempt where next_check_at <= ${now} order by next_check_at limit ${batch} for update skip locked)
    returning id`;
  return rows.map((row) => row.id);
}

async function dueOperations(app: App): Promise<string[]> {
  const rows = await app.db.paymentOperation.findMany({
    where: {
      kind: { not: 'create' },
      status: { in: ['intent', 'sent', 'unknown'] },
      nextTryAt: { lte: app.clock.now() },
    },
    select: { id: true },
    orderBy: { nextTryAt: 'asc' },
    take: batch,
  });
  return rows.map((row) => row.id);
}

async function dueCases(app: App): Promise<string[]> {
  const rows = await app.db.submission.findMany({
    where: {
      status: { in: ['draft', 'awaiting_payment', 'awaiting_signature'] },
      deadlineAt: { lte: app.clock.now() },
    },
    select: { id: true },
    orderBy: { deadlineAt: 'asc' },
    take: batch,
  });
  return rows.map((row) => row.id);
}

async function dueWarnings(app: App): Promise<string[]> {
  const rows = await app.db.submission.findMany({
    where: { warnAt: { lte: app.clock.now() } },
    select: { id: true },
    orderBy: { warnAt: 'asc' },
    take: batch,
  });
  return rows.map((row) => row.id);
}

async function dueErasures(app: App): Promise<string[]> {
  const rows = await app.db.submission.findMany({
    where: { eraseAt: { lte: app.clock.now() } },
    select: { id: true },
    orderBy: { eraseAt: 'asc' },
    take: batch,
  });
  return rows.map((row) => row.id);
}
