import type { Actor } from '@/lib/core/party.ts';
import { app } from '@/lib/workflow/app.ts';
import { reopenSubmission } from '@/lib/workflow/filling/reopen-submission.ts';
import { checkPayment } from '@/lib/workflow/paying/check-payment.ts';
import { startPayment } from '@/lib/workflow/paying/start-payment.ts';
import { redirectTo, seeOther } from './see-other.ts';

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
    case 'pay':
      return toPayment(actor, submissionId);
    default:
      return seeOther(here);
  }
}

/** Opens the payment and sends the browser there; whatever else comes of it, the payment step says it. */
export async function toPayment(actor: Actor, submissionId: string): Promise<Response> {
  const started = await startPayment(app(), actor, submissionId);
  if (started.kind === 'open' && started.handOver.kind === 'redirect')
    return redirectTo(started.handOver.url);
  if (started.kind === 'opening' || started.kind === 'open')
    return seeOther(`/submissions/${submissionId}/to-payment`);
  return seeOther(`/submissions/${submissionId}`);
}
