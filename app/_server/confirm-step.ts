import { seenFields } from '@/components/submission/seen-fields.ts';
import type { Actor } from '@/lib/core/party.ts';
import { app } from '@/lib/workflow/app.ts';
import type { Seen } from '@/lib/workflow/engine/seen.ts';
import { confirmAndPay } from '@/lib/workflow/paying/confirm-and-pay.ts';
import { toPayment } from './save-pay-step.ts';
import { seeOther, withChoice } from './see-other.ts';

/** The post of the check page: confirms the case; whatever comes of it, the next page says it. */
export async function confirmStep(
  _request: Request,
  actor: Actor,
  submissionId: string,
  form: FormData,
): Promise<Response> {
  const here = `/submissions/${submissionId}`;
  const choice = choiceOf(form);
  const result = await confirmAndPay(app(), actor, submissionId, seenIn(form), choice);
  switch (result.kind) {
    case 'invalid':
      return seeOther(`${here}/check?errors=1`);
    case 'content_changed':
      return seeOther(withChoice(`${here}/check?changed=1`, choice));
    case 'price_changed':
      return seeOther(withChoice(`${here}/check?price=changed`, choice));
    case 'price_failed':
      return seeOther(`${here}/check?price=failed`);
    // The one button both sends in and pays: on to the payment page, where the case waits for payment now.
    default:
      return toPayment(submissionId, result, choice);
  }
}

/** What the payer chose on the page, where she was asked. */
function choiceOf(form: FormData): string | undefined {
  return textOf(form, 'choice') || undefined;
}

/** What the page showed, as it said itself. What is not said, as a price that could not be computed, nobody has seen. */
function seenIn(form: FormData): Seen {
  return { answers: textOf(form, seenFields.answers), price: textOf(form, seenFields.price) };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
