import type { Cursor } from '@/lib/core/cursor.ts';
import { type Currency, minor } from '@/lib/core/money.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { AttemptStatus } from '@/lib/payments/attempt-machine.ts';

export const paymentStatuses = [
  'created',
  'pending',
  'authorized',
  'captured',
  'partially_refunded',
  'refunded',
  'failed',
  'cancelled',
  'expired',
  'voided',
] as const satisfies AttemptStatus[];

export interface PaymentSummary {
  id: string;
  reference: string;
  status: AttemptStatus;
  amountMinor: number;
  refundedMinor: number;
  currency: Currency;
  /** Set when something is not as it should be. */
  problem: string | null;
  createdAt: Date;
  caseTitle: string;
}

/** The owner's payments, newest first, page by page by key. @throws KvittError `forbidden` without the role. */
export async function listPayments(
  reader: Reader,
  staff: StaffActor,
  { status, before, limit = 25 }: { status?: AttemptStatus; before?: Cursor; limit?: number } = {},
): Promise<{ payments: PaymentSummary[]; next?: Cursor }> {
  requireRole(staff, 'finance', 'case_worker');
  const rows = await reader.paymentAttempt.findMany({
    where: {
      ownerId: staff.ownerId,
      ...(status && { status }),
      ...(before && {
        OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { gt: before.id } }],
      }),
    },
    include: { order: { include: { submission: { select: { title: true } } } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const payments = rows.slice(0, limit).map((row) => ({
    id: row.id,
    reference: row.reference,
    status: row.status,
    amountMinor: minor(row.amountMinor),
    refundedMinor: minor(row.refundedMinor),
    currency: row.currency as Currency,
    problem: row.problem,
    createdAt: row.createdAt,
    caseTitle: row.order.submission.title,
  }));
  const last = rows.length > limit ? payments.at(-1) : undefined;
  return { payments, ...(last && { next: { createdAt: last.createdAt, id: last.id } }) };
}

export function asPaymentStatus(value: unknown): AttemptStatus | undefined {
  return paymentStatuses.find((status) => status === value);
}
