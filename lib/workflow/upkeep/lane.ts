import { type PaymentAgreement, Prisma } from '@/lib/db/generated/client.ts';
import type { App } from '../app.ts';

/** What is asked of one provider in one environment: one address, which answers or hangs as a whole. */
export type Lane = Pick<PaymentAgreement, 'provider' | 'environment'>;

/** Lanes in which there is something to do now. */
export function dueLanes(app: App): Promise<Lane[]> {
  const now = app.clock.now();
  return app.db.$queryRaw<Lane[]>`
    select a.provider, a.environment from payment_attempt a where a.next_check_at <= ${now}
    union
    select a.provider, a.environment from payment_operation p join payment_attempt a on a.id = p.attempt_id
     where p.kind <> 'create' and p.status in ('intent', 'sent', 'unknown') and p.next_try_at <= ${now}
    union
    select a.provider, a.environment from submission s join lateral (${openPayments}) a on true
     where s.status = 'awaiting_payment' and s.deadline_at <= ${now}`;
}

/** Of a case `s`: its provider is asked before it expires. */
export const openPayments = Prisma.sql`
  select t.provider, t.environment, t.agreement_id from payment_order o join payment_attempt t on t.order_id = o.id
   where o.submission_id = s.id and t.status in ('created', 'pending', 'authorized')`;
