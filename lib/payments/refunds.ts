import type { Reader } from '@/lib/db/client.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import type { Attempt } from './attempt.ts';

type Refund = Pick<PaymentOperation, 'kind' | 'status' | 'amountMinor' | 'refundedBeforeMinor'>;

/**
 * Whether a refund is planned, sent, or accepted and not to be seen in the provider's books yet: until it is, nobody can say what
 * is left to give back.
 */
export function isOnItsWay(
  { kind, status, amountMinor, refundedBeforeMinor }: Refund,
  { refundedMinor }: Pick<Attempt, 'refundedMinor'>,
): boolean {
  if (kind !== 'refund' || status === 'failed') return false;
  if (status !== 'done') return true;
  return refundedBeforeMinor !== null && refundedBeforeMinor + amountMinor > refundedMinor;
}

/** The refund of an attempt that is on its way; there is one at a time. */
export async function refundOnItsWay(
  reader: Reader,
  attempt: Pick<Attempt, 'id' | 'refundedMinor'>,
): Promise<PaymentOperation | undefined> {
  const refunds = await reader.paymentOperation.findMany({
    where: { attemptId: attempt.id, kind: 'refund', status: { not: 'failed' } },
    orderBy: { createdAt: 'desc' },
  });
  return refunds.find((refund) => isOnItsWay(refund, attempt));
}

/**
 * The operation that asked for what has just gone back of an attempt; undefined when only the provider knows why.
 * @param beforeMinor what had gone back before it.
 */
export async function askedRefund(
  reader: Reader,
  attemptId: string,
  beforeMinor: number,
): Promise<PaymentOperation | undefined> {
  const refunds = await reader.paymentOperation.findMany({
    where: { attemptId, kind: 'refund' },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return refunds.find(({ refundedBeforeMinor: from, amountMinor }) =>
    from === null ? true : from <= beforeMinor && beforeMinor < from + amountMinor,
  );
}

/** Minor units of an attempt that have gone back, as our books have it. */
export async function refundedSoFar(reader: Reader, attemptId: string): Promise<bigint> {
  const { refundedMinor } = await reader.paymentAttempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { refundedMinor: true },
  });
  return refundedMinor;
}
