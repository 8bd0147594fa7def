import { addSeconds } from '@/lib/core/clock.ts';
import type { Ids } from '@/lib/core/ids.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import { enqueue } from '@/lib/db/outbox.ts';
import type { Attempt } from './attempt.ts';
import { nextTry } from './check-schedule.ts';
import { refundedSoFar } from './refunds.ts';

/** What must be known of an operation to write down how it ended. */
export type SentOperation = Pick<PaymentOperation, 'id' | 'idempotencyKey' | 'tries' | 'providerOperationId'>;

export type OperationKind = PaymentOperation['kind'];

/**
 * For so many seconds what is asked of a provider is its taker's alone, and one that was sent and never answered is looked into
 * after them: longer than one call may take (`longestCallSeconds`). What makes more than one renews it in between.
 */
export const callLeaseSeconds = 60;

/** Not over: something may still come of them. */
export const openOperationStatuses = ['intent', 'sent', 'unknown'] as const;

/**
 * Writes down what we are about to ask the provider, before asking (rule 3, 4), with its own idempotency key, and wakes
 * the worker after commit. One open operation of a kind per attempt: asking twice gives the one that is under way.
 */
export async function planOperation(
  tx: Transaction,
  ids: Ids,
  attempt: Pick<Attempt, 'id'>,
  plan: { kind: Exclude<OperationKind, 'create'>; amountMinor: number; reason?: string; lines?: number[] },
  now: Date,
): Promise<PaymentOperation> {
  const underWay = await tx.paymentOperation.findFirst({
    where: { attemptId: attempt.id, kind: plan.kind, status: { in: [...openOperationStatuses] } },
  });
  if (underWay) return underWay;
  const id = ids.uuid();
  const operation = await tx.paymentOperation.create({
    data: {
      id,
      ...(plan.kind === 'refund' && { refundedBeforeMinor: await refundedSoFar(tx, attempt.id) }),
      lines: plan.lines ?? [],
      attemptId: attempt.id,
      kind: plan.kind,
      status: 'intent',
      idempotencyKey: id,
      amountMinor: BigInt(plan.amountMinor),
      reason: plan.reason ?? null,
      createdAt: now,
      nextTryAt: now,
    },
  });
  await enqueue(tx, { task: 'payment-operation', payload: { operationId: id }, key: `operation:${id}` });
  return operation;
}

/**
 * Writes down the create of a new attempt, as sent already: before its transaction commits nobody else can know of it, so
 * there is nothing to plan around and nobody to take it from.
 */
export async function sendCreate(
  tx: Transaction,
  ids: Ids,
  attempt: Pick<Attempt, 'id' | 'amountMinor'>,
  now: Date,
): Promise<SentOperation> {
  const id = ids.uuid();
  const sent = { id, idempotencyKey: id, tries: 1, providerOperationId: null };
  await tx.paymentOperation.createMany({
    data: {
      ...sent,
      attemptId: attempt.id,
      kind: 'create',
      status: 'sent',
      amountMinor: attempt.amountMinor,
      createdAt: now,
      sentAt: now,
      nextTryAt: addSeconds(now, callLeaseSeconds),
    },
  });
  return sent;
}

/** An operation that its taker alone is to send. */
export interface TakenOperation extends PaymentOperation {
  /** It was sent before, and nobody knows what came of it. */
  repeats: boolean;
}

/** Marks an operation as sent; undefined when somebody else has it, it is over, or it must not be sent again. */
export async function takeOperation(
  tx: Transaction,
  operationId: string,
  now: Date,
): Promise<TakenOperation | undefined> {
  const free = [
    { status: 'intent' as const },
    { status: 'unknown' as const, nextTryAt: { not: null } },
    { status: 'sent' as const, nextTryAt: { lte: now } },
  ];
  const found = await tx.paymentOperation.findFirst({
    where: { id: operationId, OR: free },
    select: { status: true, tries: true },
  });
  if (!found) return undefined;
  const [taken] = await tx.paymentOperation.updateManyAndReturn({
    // Free still: whoever has it may have renewed it since.
    where: { id: operationId, ...found, OR: free },
    data: {
      status: 'sent',
      sentAt: now,
      tries: { increment: 1 },
      nextTryAt: addSeconds(now, callLeaseSeconds),
    },
  });
  return taken && { ...taken, repeats: found.status !== 'intent' };
}

/**
 * Keeps an operation for as long again as one call may take, by compare-and-set.
 * @returns whether it is its taker's still: else somebody else has it, or it is over, and nothing may be sent for it.
 */
export async function renewOperation(
  reader: Reader,
  { id, tries }: SentOperation,
  now: Date,
): Promise<boolean> {
  const { count } = await reader.paymentOperation.updateMany({
    where: { id, tries, status: 'sent' },
    data: { nextTryAt: addSeconds(now, callLeaseSeconds) },
  });
  return count === 1;
}

/**
 * @param result `intent`: it was not carried out, and is to be sent again. An `unknown` one is sent again unless `final`.
 * `sent`: it is nobody's to send again before a call that is still being carried out must have come to its end. `nextKey`: what
 * was refused under one key is asked again under another.
 */
export async function finishOperation(
  tx: Transaction,
  operation: SentOperation,
  result: {
    status: 'done' | 'failed' | 'unknown' | 'intent' | 'sent';
    operationId?: string;
    errorCode?: string;
    final?: boolean;
    nextKey?: string;
  },
  now: Date,
): Promise<void> {
  const open = result.status !== 'done' && result.status !== 'failed';
  const next = nextTry(now, operation.tries);
  const rested = addSeconds(now, callLeaseSeconds);
  await tx.paymentOperation.updateMany({
    where: {
      id: operation.id,
      status: { in: [...openOperationStatuses] },
      // One that somebody else has taken since is that one's to try again; an end is an end, whoever learns of it.
      ...(open && { tries: operation.tries }),
    },
    data: {
      status: result.status,
      providerOperationId: result.operationId ?? operation.providerOperationId,
      errorCode: result.errorCode ?? null,
      finishedAt: open ? null : now,
      nextTryAt: open && !result.final ? (result.status === 'sent' && next < rested ? rested : next) : null,
      ...(result.nextKey && { idempotencyKey: result.nextKey }),
    },
  });
}

/**
 * A refund that its provider had accepted came to nothing: it is asked for again, as a call of its own, unless another was asked
 * for since. Learnt twice, it is done once.
 * @param providerOperationId the provider's id of the refund.
 * @returns the refund that is asked for again; undefined when there is none.
 */
export async function reopenRefund(
  tx: Transaction,
  ids: Ids,
  { attemptId, providerOperationId }: { attemptId: string; providerOperationId: string },
  now: Date,
): Promise<PaymentOperation | undefined> {
  const refund = { attemptId, kind: 'refund' as const };
  const accepted = await tx.paymentOperation.findFirst({
    where: { ...refund, status: 'done', providerOperationId },
  });
  if (!accepted) return undefined;
  const { id, createdAt, tries } = accepted;
  const since = await tx.paymentOperation.count({
    where: { ...refund, id: { not: id }, status: { not: 'failed' }, createdAt: { gte: createdAt } },
  });
  await tx.paymentOperation.update({
    where: { id },
    data: {
      errorCode: refundFailed,
      ...(since > 0
        ? { status: 'failed' }
        : {
            status: 'intent',
            idempotencyKey: ids.uuid(),
            providerOperationId: null,
            finishedAt: null,
            nextTryAt: nextTry(now, tries),
          }),
    },
  });
  return since > 0 ? undefined : accepted;
}

/** What the `error_code` says of a refund that was accepted and came to nothing. */
export const refundFailed = 'refund_failed';

export async function openOperations(tx: Transaction, attemptId: string): Promise<PaymentOperation[]> {
  return tx.paymentOperation.findMany({ where: { attemptId, status: { in: [...openOperationStatuses] } } });
}
