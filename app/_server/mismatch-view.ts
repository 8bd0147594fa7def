import type { MismatchFormView } from '@/components/admin/mismatch-form.tsx';
import type { ReasonProblem } from '@/lib/forms/written-reason.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { StaffPayment } from '@/lib/workflow/staff/read-payment.ts';
import { badReasons } from './bad-reasons.ts';

/** What was written, and what is wrong with it. */
export interface TriedMismatch {
  reason: string;
  problem: ReasonProblem;
}

/** The form that says that money which did not match is settled, in words. */
export function mismatchView(payment: StaffPayment, t: Translate, tried?: TriedMismatch): MismatchFormView {
  return {
    lead: t('adminCase.mismatchLead', {
      provider: providers.get(payment.provider).title,
      reference: payment.reference,
    }),
    allowed: payment.mayRefund,
    reason: tried?.reason,
    errors: { ...(tried && { 'mismatch-reason': t(badReasons[tried.problem]) }) },
  };
}
