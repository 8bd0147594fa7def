import type { PaymentRecord } from './model.ts';
import { approveWithoutApp } from './pay-payment.ts';
import { parseBody, problem, type Reply } from './replies.ts';
import { approveSchema } from './schemas.ts';
import type { Vipps } from './vipps.ts';

/**
 * `POST /epayment/v1/test/payments/{reference}/approve`: as if the payer had approved. The real one wants a test user who
 * has approved by hand once; that rule is not played.
 */
export function forceApprove(vipps: Vipps, payment: PaymentRecord, body: unknown): Reply {
  const parsed = parseBody(vipps.context, approveSchema, body);
  if (!parsed.ok) return parsed.reply;
  if (payment.state === 'AUTHORIZED') return problem(vipps.context, 'alreadyReserved');
  if (parsed.value.token !== undefined && parsed.value.token !== payment.token) {
    return problem(vipps.context, 'approveFailed', { detail: 'The token belongs to another payment.' });
  }
  const outcome = approveWithoutApp(vipps, payment);
  if (outcome.kind === 'paid' || outcome.kind === 'unknown') return { status: 200 };
  const detail = outcome.kind === 'declined' ? outcome.reason : `The payment is ${payment.state}.`;
  return problem(vipps.context, 'approveFailed', { detail });
}
