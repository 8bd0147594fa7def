import { minor } from '@/lib/core/money.ts';
import type { Reader } from '@/lib/db/client.ts';
import { columnsOf } from '@/lib/db/columns-of.ts';
import { type Order as OrderRow, Prisma } from '@/lib/db/generated/client.ts';
import { type Attempt, withoutSnapshot } from './attempt.ts';
import { type FrozenOrder, readOrder } from './frozen-order.ts';

/** How the order in force of a case stands; what is in hand of it need not be read again. */
export interface Standing {
  /** Undefined before the case is confirmed. */
  order: FrozenOrder | undefined;
  /** Minor units of it that are settled by allocations. */
  settledMinor: number;
  /** The attempt whose money settles it, or is held for it in full. */
  attempt?: Attempt;
}

/** Nothing to pay, or paid in full. */
export function isSettled({ order, settledMinor }: Standing): boolean {
  return !order || settledMinor >= order.totalMinor;
}

export interface PaidOrder {
  order: FrozenOrder;
  attempt: Attempt;
}

/** What was paid, and how; undefined when there was nothing to pay. */
export function paidOrder({ order, attempt }: Standing): PaidOrder | undefined {
  return order && order.totalMinor > 0 && attempt ? { order, attempt } : undefined;
}

const orderColumns = columnsOf(Prisma.OrderScalarFieldEnum, 'o');

/** The order in force and what is settled of it, in one statement. */
export async function readOrderStanding(
  reader: Reader,
  submissionId: string,
): Promise<Omit<Standing, 'attempt'>> {
  const [row] = await reader.$queryRaw<(OrderRow & { settled: bigint })[]>`
    select ${orderColumns},
           (select coalesce(sum(l.amount_minor), 0)::bigint from allocation l where l.order_id = o.id) as settled
      from payment_order o
     where o.submission_id = ${submissionId}::uuid and o.kind = 'original' and o.voided_at is null`;
  return row
    ? { order: readOrder(row), settledMinor: minor(row.settled) }
    : { order: undefined, settledMinor: 0 };
}

/** The order in force, and the attempt that has paid it or holds its sum. */
export async function readStanding(reader: Reader, submissionId: string): Promise<Standing> {
  const standing = await readOrderStanding(reader, submissionId);
  const { order } = standing;
  if (!order || order.totalMinor === 0) return standing;
  const attempt = await reader.paymentAttempt.findFirst({
    where: {
      orderId: order.id,
      ...(isSettled(standing) ? { allocations: { some: {} } } : { status: 'authorized' }),
    },
    omit: withoutSnapshot,
  });
  return attempt ? { ...standing, attempt } : standing;
}
