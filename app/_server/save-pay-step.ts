import { seenFields } from '@/components/submission/seen-fields.ts';
import type { Actor } from '@/lib/core/party.ts';
import { app } from '@/lib/workflow/app.ts';
import { reopenSubmission } from '@/lib/workflow/filling/reopen-submission.ts';
import { checkPayment } from '@/lib/workflow/paying/check-payment.ts';
import { type StartPaymentResult, startPayment } from '@/lib/workflow/paying/start-payment.ts';
import { redirectTo, seeOther, withChoice } from './see-other.ts';

/** A form post from the payment step: pay, go back to the answers, or look for an answer now. */
export async function savePayStep(
  actor: Actor,
  submissionId: string,
  form: URLSearchParams,
): Promise<Response> {
  const here = `/submissions/${submissionId}`;
  switch (form.get('action')) {
    case 'edit': {
      const reopened = await reopenSubmission(app(), actor, submissionId);
      return seeOther(reopened.kind === 'no_answer' ? `${here}/pay?problem=edit` : here);
    }
    case 'check':
      await checkPayment(app(), actor, submissionId);
      return seeOther(here);
    case 'pay': {
      const seen = { price: form.get(seenFields.price) ?? '' };
      const choice = form.get('choice') ?? undefined;
      const started = await startPayment(app(), actor, submissionId, choice, seen);
      return toPayment(submissionId, started, choice);
    }
    default:
      return seeOther(here);
  }
}

/** Sends the browser to the payment that was opened; whatever else came of it, the case's own page says it. */
export function toPayment(submissionId: string, started: StartPaymentResult, choice?: string): Response {
  if (started.kind === 'open' && started.handOver.kind === 'redirect')
    return redirectTo(started.handOver.url);
  if (started.kind === 'changed')
    return seeOther(withChoice(`/submissions/${submissionId}/pay?changed=${started.what}`, choice));
  if (started.kind === 'choose') return seeOther(`/submissions/${submissionId}/pay?problem=choose`);
  if (started.kind === 'opening' || started.kind === 'open')
    return seeOther(`/submissions/${submissionId}/to-payment`);
  return seeOther(`/submissions/${submissionId}`);
}
