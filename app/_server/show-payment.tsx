import { PaymentPage, type PaymentPageProps } from '@/components/admin/payment-page.tsx';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { readPayment } from '@/lib/workflow/staff/read-payment.ts';
import { staffLanguage } from './current-staff.ts';
import { paymentView, type TriedPayment } from './payment-view.tsx';
import { renderStaffDocument } from './render-staff-document.tsx';

/** The page of a payment as the answer to a post that came to nothing, with what was filled in and what is wrong with it. */
export async function showPayment(
  staff: StaffActor,
  id: string,
  tried: TriedPayment,
  { status = 422, notice }: { status?: number; notice?: (t: Translate) => PaymentPageProps['notice'] } = {},
): Promise<Response> {
  const t = translator(await staffLanguage());
  const view = paymentView(await readPayment(app(), staff, id), t, tried);
  return renderStaffDocument({
    title: view.title,
    status,
    body: <PaymentPage {...view} notice={notice?.(t)} t={t} />,
  });
}
