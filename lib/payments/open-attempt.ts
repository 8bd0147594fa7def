import { addSeconds } from '@/lib/core/clock.ts';
import type { Ids } from '@/lib/core/ids.ts';
import type { SecretBox } from '@/lib/core/secret-box.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAgreement, Submission } from '@/lib/db/generated/client.ts';
import type { FrozenOrder } from './frozen-order.ts';
import { callLeaseSeconds, type SentOperation, sendCreate } from './operations.ts';
import type { CardType } from './payment-method.ts';

export interface NewAttempt {
  /** The reference that the payer may see at the provider begins with the case's own. */
  submission: Pick<Submission, 'id' | 'ownerId' | 'environment' | 'reference'>;
  order: FrozenOrder;
  agreement: Pick<PaymentAgreement, 'id' | 'provider'>;
  capture: 'now' | 'reserve';
  /** The provider's names of the methods that it may be paid with; empty means all. */
  methods: string[];
  /** Kinds of cards, likewise. */
  cardTypes: CardType[];
  /** What the payer chose before the payment page opens; null where the page asks. */
  choice: string | null;
  snapshot: object;
  snapshotHash: string;
}

/** An attempt that its provider is about to be asked to open. */
export interface NewPayment {
  attemptId: string;
  reference: string;
  capture: 'now' | 'reserve';
  messageSecret: string;
  operation: SentOperation;
}

/**
 * Writes a new attempt and its create operation before anything is asked of the provider. The database refuses a second
 * active attempt of the order (rule 8): the caller holds the submission's lock and found none.
 */
export async function openAttempt(
  tx: Transaction,
  ids: Ids,
  box: SecretBox,
  { submission, order, agreement, ...plan }: NewAttempt,
  now: Date,
): Promise<NewPayment> {
  const id = ids.uuid();
  const messageSecret = ids.token(16);
  const amountMinor = BigInt(order.totalMinor);
  const reference = `${submission.reference}-${await nextNumber(tx, submission.id, order.id)}`;
  await tx.paymentAttempt.createMany({
    data: {
      ...plan,
      id,
      ownerId: submission.ownerId,
      environment: submission.environment,
      orderId: order.id,
      agreementId: agreement.id,
      provider: agreement.provider,
      status: 'created',
      amountMinor,
      currency: order.currency,
      reference,
      messageSecret: box.seal(messageSecret, messageSecretContext(id)),
      nextCheckAt: addSeconds(now, callLeaseSeconds),
      createdAt: now,
      updatedAt: now,
    },
  });
  const operation = await sendCreate(tx, ids, { id, amountMinor }, now);
  return { attemptId: id, reference, capture: plan.capture, messageSecret, operation };
}

/**
 * The reference of the next attempt of an order, from one that it has: its own order's number stays, for there may be a newer order,
 * whose attempts count for themselves.
 */
export async function nextReference(
  tx: Transaction,
  { reference, orderId }: { reference: string; orderId: string },
): Promise<string> {
  const attempts = await tx.paymentAttempt.count({ where: { orderId } });
  return `${reference.slice(0, reference.lastIndexOf('-'))}-${attempts + 1}`;
}

/** References are burnt after one attempt at most providers: each attempt of each order has its own. */
async function nextNumber(tx: Transaction, submissionId: string, orderId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ orders: number; attempts: number }[]>`
    select (select count(*) from payment_order where submission_id = ${submissionId}::uuid)::int as orders,
           (select count(*) from payment_attempt where order_id = ${orderId}::uuid)::int as attempts`;
  return `${row?.orders ?? 1}-${(row?.attempts ?? 0) + 1}`;
}

/** The secret that the provider echoes, bound to its attempt. */
export function messageSecretContext(attemptId: string): string {
  return `attempt:${attemptId}`;
}
