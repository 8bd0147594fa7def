import type { Actor } from '@/lib/core/party.ts';
import { handOverOf } from '@/lib/payments/hand-over.ts';
import type { HandOver } from '@/lib/payments/provider.ts';
import { findCase } from '@/lib/submissions/find-case.ts';
import type { App } from '../app.ts';

/** The payment page that is open for a case, if any; `opening` while another request is getting it. Reads only. */
export async function openPaymentUrl(
  app: App,
  actor: Actor,
  submissionId: string,
): Promise<{ kind: 'open'; handOver: HandOver } | { kind: 'opening' } | { kind: 'none' }> {
  await findCase(app.db, actor, submissionId, ['filler', 'payer']);
  const attempt = await app.db.paymentAttempt.findFirst({
    where: { order: { submissionId, voidedAt: null }, status: { in: ['created', 'pending'] } },
    orderBy: { createdAt: 'desc' },
    select: { redirectUrl: true, formFields: true },
  });
  if (!attempt) return { kind: 'none' };
  const handOver = handOverOf(attempt);
  return handOver ? { kind: 'open', handOver } : { kind: 'opening' };
}
