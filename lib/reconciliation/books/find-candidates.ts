import type { Reader } from '@/lib/db/client.ts';

/** A payment that a comparison looks at. */
export interface Candidate {
  id: string;
  reference: string;
  paymentId: string | null;
}

/**
 * The agreement's payments that a comparison has to look at: whose money has moved, or of whom a report has told, since
 * `since`; who have an open difference; and whose money waits for a case that is not completed. Everything older was compared
 * when it was young, and nothing has happened to it.
 */
export async function findCandidates(reader: Reader, agreementId: string, since: Date): Promise<Candidate[]> {
  return reader.$queryRaw<Candidate[]>`
    with told as (
      select l.reference, l.payment_id from settlement_report r join settlement_line l on l.report_id = r.id
      where r.agreement_id = ${agreementId}::uuid and r.taken_in_at >= ${since})
    select a.id, a.reference, a.provider_payment_id as "paymentId" from payment_attempt a
    where a.agreement_id = ${agreementId}::uuid and a.id in (
      select id from payment_attempt where agreement_id = ${agreementId}::uuid and updated_at >= ${since}
        and (captured_minor > 0 or refunded_minor > 0)
      union select p.id from payment_attempt p join told t on t.reference = p.reference
      union select p.id from payment_attempt p join told t on t.payment_id = p.provider_payment_id
        where p.agreement_id = ${agreementId}::uuid
      union select attempt_id from settlement_difference
        where agreement_id = ${agreementId}::uuid and state = 'open' and attempt_id is not null
      union select p.id from payment_attempt p
        join payment_order o on o.id = p.order_id join submission s on s.id = o.submission_id
        where p.agreement_id = ${agreementId}::uuid and p.captured_minor > p.refunded_minor and s.completed_at is null)
    order by a.id`;
}
