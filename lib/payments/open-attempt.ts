import { addSeconds } from '@/lib/core/clock.ts';
import type { Ids } from '@/lib/core/ids.ts';
import { minor } from '@/lib/core/money.ts';
import type { SecretBox } from '@/lib/core/secret-box.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Order, PaymentAgreement, PaymentAttempt, PaymentOperation } from '@/lib/db/generated/client.ts';
import { callLeaseSeconds, planOperation, takeOperation } from './operations.ts';

export interface NewAttempt {
  order: Order;
  agreement: PaymentAgreement;
  capture: 'now' | 'reserve';
  /** The provider's names of the methods that it may be paid with; empty means all. */
  methods: string[];
  /** Prefix of the reference that the payer may see at the provider: the case's own. */
  reference: string;
  snapshot: object;
  snapshotHash: string;
}

/**
 * Writes a new attempt and its create operation before anything is asked of the provider. The database refuses a second
 * active attempt of the order (rule 8): the caller holds the submission's lock and found none.
 */
export async function openAttempt(
  tx: Transaction,
  ids: Ids,
  box: SecretBox,
  plan: NewAttempt,
  now: Date,
): Promise<{ attempt: PaymentAttempt; operation: PaymentOperation }> {
  const id = ids.uuid();
  const earlier = await tx.paymentAttempt.count({ where: { orderId: plan.order.id } });
  const orders = await tx.order.count({ where: { submissionId: plan.order.submissionId } });
  const attempt = await tx.paymentAttempt.create({
    data: {
      id,
      ownerId: plan.order.ownerId,
      environment: plan.order.environment,
      orderId: plan.order.id,
      agreementId: plan.agreement.id,
      provider: plan.agreement.provider,
      status: 'created',
      amountMinor: plan.order.totalMinor,
      currency: plan.order.currency,
      // References are burnt after one attempt at most providers: each attempt of each order has its own.
      reference: `${plan.reference}-${orders}-${earlier + 1}`,
      capture: plan.capture,
      methods: plan.methods,
      snapshot: plan.snapshot,
      snapshotHash: plan.snapshotHash,
      messageSecret: box.seal(ids.token(16), messageSecretContext(id)),
      nextCheckAt: addSeconds(now, callLeaseSeconds),
      createdAt: now,
      updatedAt: now,
    },
  });
  const operation = await planOperation(
    tx,
    ids,
    attempt,
    { kind: 'create', amountMinor: minor(attempt.amountMinor) },
    now,
  );
  await takeOperation(tx, operation.id, now);
  return { attempt, operation };
}

/** The secret that the provider echoes, bound to its attempt. */
export function messageSecretContext(attemptId: string): string {
  return `attempt:${attemptId}`;
}
