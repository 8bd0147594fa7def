import { addSeconds } from '@/lib/core/clock.ts';
import { callLeaseSeconds, openOperationStatuses } from '@/lib/payments/operations.ts';
import type { App } from '../app.ts';
import { checkAttempt } from '../paying/check-attempt.ts';
import { performOperation } from '../paying/perform-operation.ts';
import { expireCase } from './expire-case.ts';
import { type Lane, openPayments } from './lane.ts';
import { type Due, type GoOn, workOff } from './work-off.ts';

const batch = 50;

/**
 * One round of what the timer asks of a provider: how payments stand that are due to be asked about, operations that were left
 * behind, and whether a payment has come before its case expires. Nothing here trusts that a webhook or a job came (rule 6).
 */
export function reconcilePayments(app: App, lane: Lane, goOn?: GoOn): Promise<{ handled: number }> {
  return workOff(
    app,
    [
      { due: (except) => dueAttempts(app, lane, except), work: (id) => checkClaimed(app, id) },
      { due: (except) => dueOperations(app, lane, except), work: (id) => performOperation(app, id) },
      { due: (except) => dueCases(app, lane, except), work: (id) => expireCase(app, id) },
    ],
    goOn,
  );
}

type Except = readonly string[];

function dueAttempts(app: App, { provider, environment }: Lane, except: Except): Promise<Due[]> {
  return app.db.paymentAttempt.findMany({
    where: {
      provider,
      environment,
      agreementId: { notIn: [...except] },
      nextCheckAt: { lte: app.clock.now() },
    },
    select: { id: true, agreementId: true },
    orderBy: { nextCheckAt: 'asc' },
    take: batch,
  });
}

/** Claimed when its turn comes, and not before: other workers are kept off for a minute from then on. */
async function checkClaimed(app: App, id: string): Promise<unknown> {
  const now = app.clock.now();
  const { count } = await app.db.paymentAttempt.updateMany({
    where: { id, nextCheckAt: { lte: now } },
    data: { nextCheckAt: addSeconds(now, callLeaseSeconds), checks: { increment: 1 } },
  });
  return count === 1 ? checkAttempt(app, id) : 'not_mine';
}

async function dueOperations(app: App, { provider, environment }: Lane, except: Except): Promise<Due[]> {
  const rows = await app.db.paymentOperation.findMany({
    where: {
      kind: { not: 'create' },
      status: { in: [...openOperationStatuses] },
      nextTryAt: { lte: app.clock.now() },
      attempt: { provider, environment, agreementId: { notIn: [...except] } },
    },
    select: { id: true, attempt: { select: { agreementId: true } } },
    orderBy: { nextTryAt: 'asc' },
    take: batch,
  });
  return rows.map(({ id, attempt: { agreementId } }) => ({ id, agreementId }));
}

function dueCases(app: App, { provider, environment }: Lane, except: Except): Promise<Due[]> {
  return app.db.$queryRaw<Due[]>`
    select s.id, a.agreement_id as "agreementId"
      from submission s join lateral (${openPayments}) a on true
     where s.status = 'awaiting_payment' and s.deadline_at <= ${app.clock.now()}
       and a.provider = ${provider} and a.environment::text = ${environment}
       and a.agreement_id <> all (${except}::uuid[])
     order by s.deadline_at limit ${batch}`;
}
