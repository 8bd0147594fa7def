import { osloDate } from '@/lib/core/clock.ts';
import { minor } from '@/lib/core/money.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { PaymentFacts } from '../compare/facts.ts';

interface Row {
  id: string;
  submissionId: string;
  reference: string;
  paymentId: string | null;
  currency: string;
  attemptCaptured: bigint;
  attemptRefunded: bigint;
  captured: bigint;
  capturedAt: Date | null;
  /** Amounts and milliseconds, as pairs in two arrays. */
  refundAmounts: bigint[] | null;
  refundTimes: Date[] | null;
  underWay: bigint;
  completed: boolean;
  archived: boolean;
  allocated: boolean;
  paidOtherwise: boolean;
  waitsUntil: string | null;
}

/** Our side of some payments in one statement: attempt, ledger, open refunds, and what has become of the case. */
export async function readPayments(
  reader: Reader,
  agreementId: string,
  attemptIds: readonly string[],
): Promise<PaymentFacts[]> {
  const rows = await reader.$queryRaw<Row[]>`
    with mine as (
      select a.id, a.order_id, a.reference, a.provider_payment_id, a.currency, a.captured_minor, a.refunded_minor
      from payment_attempt a where a.agreement_id = ${agreementId}::uuid and a.id = any(${attemptIds}::uuid[])),
    captured as (
      select attempt_id, sum(amount_minor)::bigint as amount, min(at) as at from ledger_entry
      where attempt_id = any(${attemptIds}::uuid[]) and account = 'provider' and kind = 'captured' group by attempt_id),
    refund as (
      select attempt_id, at, -sum(amount_minor)::bigint as amount from ledger_entry
      where attempt_id = any(${attemptIds}::uuid[]) and account = 'provider' and kind = 'refunded' group by attempt_id, at),
    refunds as (
      select attempt_id, array_agg(amount order by at) as amounts, array_agg(at order by at) as times from refund group by attempt_id),
    under_way as (
      select attempt_id, sum(amount_minor)::bigint as amount from payment_operation
      where attempt_id = any(${attemptIds}::uuid[]) and kind = 'refund' and status in ('intent', 'sent', 'unknown') group by attempt_id)
    select m.id, o.submission_id as "submissionId", m.reference, m.provider_payment_id as "paymentId", m.currency,
      m.captured_minor as "attemptCaptured", m.refunded_minor as "attemptRefunded",
      coalesce(c.amount, 0) as captured, c.at as "capturedAt", r.amounts as "refundAmounts", r.times as "refundTimes",
      coalesce(u.amount, 0) as "underWay", s.completed_at is not null as completed,
      exists (select 1 from archive_record where submission_id = s.id) as archived,
      exists (select 1 from allocation where attempt_id = m.id) as allocated,
      coalesce((select sum(amount_minor) from allocation where order_id = o.id), 0) >= o.total_minor as "paidOtherwise",
      case when s.status = 'awaiting_signature'
        then coalesce(to_char(s.deadline_at at time zone 'Europe/Oslo', 'YYYY-MM-DD'), '2999-12-31') end as "waitsUntil"
    from mine m join payment_order o on o.id = m.order_id join submission s on s.id = o.submission_id
      left join captured c on c.attempt_id = m.id left join refunds r on r.attempt_id = m.id
      left join under_way u on u.attempt_id = m.id`;
  return rows.map(factsOf);
}

function factsOf(row: Row): PaymentFacts {
  const times = row.refundTimes ?? [];
  return {
    attemptId: row.id,
    submissionId: row.submissionId,
    reference: row.reference,
    paymentId: row.paymentId,
    currency: row.currency,
    attempt: { capturedMinor: minor(row.attemptCaptured), refundedMinor: minor(row.attemptRefunded) },
    capturedMinor: minor(row.captured),
    capturedOn: row.capturedAt && osloDate(row.capturedAt),
    refunds: (row.refundAmounts ?? []).map((amount, at) => ({
      amountMinor: minor(amount),
      on: osloDate(times[at] ?? new Date(Number.NaN)),
    })),
    refundUnderWayMinor: minor(row.underWay),
    // Of a case that a reopening gave another order, this payment is not what it was delivered for.
    delivered: row.completed && row.archived && row.allocated,
    waitsUntil: row.waitsUntil,
    paidByAnother: !row.allocated && (row.paidOtherwise || row.completed),
  };
}
