import { osloDate } from '@/lib/core/clock.ts';
import { minor } from '@/lib/core/money.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import type { UnpaidDelivery } from '../compare/facts.ts';

interface Row {
  submissionId: string;
  orderId: string;
  attemptId: string | null;
  reference: string;
  currency: string;
  total: bigint;
  settled: bigint;
  completedAt: Date;
}

/**
 * Completed cases with an order that is not settled, where the money was to come by this agreement: that of the latest
 * attempt, else the one that the service names. Since `since`, and those that a difference is open for.
 */
export async function readUnpaid(
  reader: Reader,
  agreement: Pick<PaymentAgreement, 'id' | 'ownerId' | 'environment' | 'name'>,
  since: Date,
): Promise<UnpaidDelivery[]> {
  const rows = await reader.$queryRaw<Row[]>`
    select s.id as "submissionId", o.id as "orderId", latest.id as "attemptId", s.reference, o.currency, o.total_minor as total,
      paid.amount as settled, s.completed_at as "completedAt"
    from submission s join payment_order o on o.submission_id = s.id and o.voided_at is null and o.kind <> 'credit'
      join service_version v on v.id = s.service_version_id
      cross join lateral (
        select coalesce((select sum(captured_minor) from payment_attempt where order_id = o.id), 0)::bigint
          + coalesce((select sum(amount_minor) from allocation where order_id = o.id and kind <> 'payment'), 0)::bigint as amount) paid
      left join lateral (
        select id, agreement_id from payment_attempt where order_id = o.id order by created_at desc, id limit 1) latest on true
    where s.owner_id = ${agreement.ownerId}::uuid and s.environment = ${agreement.environment}::"Environment"
      and s.status = 'completed' and o.total_minor > paid.amount
      and (s.completed_at >= ${since} or exists (select 1 from settlement_difference d
        where d.agreement_id = ${agreement.id}::uuid and d.state = 'open' and d.subject = 'order:' || o.id))
      and case when latest.id is null then v.definition -> 'payment' ->> 'agreement' = ${agreement.name}
        else latest.agreement_id = ${agreement.id}::uuid end`;
  return rows.map(({ total, settled, completedAt, ...row }) => ({
    ...row,
    totalMinor: minor(total),
    settledMinor: minor(settled),
    completedOn: osloDate(completedAt),
  }));
}
