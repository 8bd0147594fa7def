import { staffLanguage } from '@/app/_server/current-staff.ts';
import { paymentView } from '@/app/_server/payment-view.tsx';
import { readRefundForm } from '@/app/_server/read-refund-form.ts';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { PaymentPage } from '@/components/admin/payment-page.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { refundPayment } from '@/lib/workflow/refunding/refund-payment.ts';
import { readPayment } from '@/lib/workflow/staff/read-payment.ts';

/** Gives a payment back, or a part of it, with a reason; what cannot be done is shown again with what is wrong. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/payments/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const { posted, request: wish } = readRefundForm(form);
    const result = await refundPayment(app(), staff, { attemptId: id, ...wish });
    if (result.kind !== 'invalid' && result.kind !== 'changed')
      return seeOther(`${here}?refund=${result.kind}`);
    const t = translator(await staffLanguage());
    const problems = result.kind === 'invalid' ? result : undefined;
    const view = paymentView(await readPayment(app(), staff, id), t, { refund: { posted, problems } });
    return renderStaffDocument({
      title: view.title,
      status: problems ? 422 : 409,
      body: (
        <PaymentPage
          {...view}
          notice={problems ? undefined : { text: t('adminCase.refundChanged'), color: 'info' }}
          t={t}
        />
      ),
    });
  });
}
