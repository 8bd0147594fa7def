import type { Actor } from '@/lib/core/party.ts';
import { app } from '@/lib/workflow/app.ts';
import { confirmAndPay } from '@/lib/workflow/paying/confirm-and-pay.ts';
import { toPayment } from './save-pay-step.ts';
import { seeOther } from './see-other.ts';

/** The post of the check page: confirms the case; whatever comes of it, the next page says it. */
export async function confirmStep(
  _request: Request,
  actor: Actor,
  submissionId: string,
  form: FormData,
): Promise<Response> {
  const here = `/submissions/${submissionId}`;
  const result = await confirmAndPay(app(), actor, submissionId, seenTotal(form), choiceOf(form));
  switch (result.kind) {
    case 'invalid':
      return seeOther(`${here}/check?errors=1`);
    case 'price_changed':
      return seeOther(`${here}/check?price=changed`);
    case 'price_failed':
      return seeOther(`${here}/check?price=failed`);
    // The one button both sends in and pays: on to the payment page, where the case waits for payment now.
    default:
      return toPayment(submissionId, result);
  }
}

/** What the payer chose on the page, where she was asked. */
function choiceOf(form: FormData): string | undefined {
  const choice = form.get('choice');
  return typeof choice === 'string' ? choice : undefined;
}

/** Minor units that the page showed. None, as when it could not be computed, counts as a sum that nobody has seen yet. */
function seenTotal(form: FormData): number {
  const seen = form.get('seenTotal');
  return typeof seen === 'string' && /^\d{1,15}$/.test(seen) ? Number(seen) : Number.NaN;
}
