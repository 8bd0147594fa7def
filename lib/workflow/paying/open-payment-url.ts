import { type Currency, type Money, minor } from '@/lib/core/money.ts';
import type { Actor } from '@/lib/core/party.ts';
import { handOverOf } from '@/lib/payments/hand-over.ts';
import type { HandOver } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';
import { openCase } from '../engine/open-case.ts';

/** `title` and `language` are the case's. */
export type OpenPayment =
  | { kind: 'open'; handOver: HandOver; title: string; language: string; amount: Money }
  | { kind: 'opening' }
  | { kind: 'none' };

/** The payment page that is open for a case, if any; `opening` while another request is getting it. Reads only. */
export async function openPaymentUrl(app: App, actor: Actor, submissionId: string): Promise<OpenPayment> {
  const { title, language } = await openCase(app.db, actor, submissionId, ['filler', 'payer']);
  const attempt = await app.db.paymentAttempt.findFirst({
    where: { order: { submissionId, voidedAt: null }, status: { in: ['created', 'pending'] } },
    orderBy: { createdAt: 'desc' },
    select: { redirectUrl: true, formFields: true, amountMinor: true, currency: true },
  });
  if (!attempt) return { kind: 'none' };
  const handOver = handOverOf(attempt);
  if (!handOver) return { kind: 'opening' };
  const amount = { amountMinor: minor(attempt.amountMinor), currency: attempt.currency as Currency };
  return { kind: 'open', handOver, title, language, amount };
}
