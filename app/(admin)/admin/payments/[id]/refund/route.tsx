import { staffLanguage } from '@/app/_server/current-staff.ts';
import { paymentView } from '@/app/_server/payment-view.tsx';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { PaymentPage } from '@/components/admin/payment-page.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { refundPayment } from '@/lib/workflow/refunding/refund-payment.ts';
import { readPayment } from '@/lib/workflow/staff/read-payment.ts';

/** Gives all of a payment back, with a reason; a reason that cannot be used is shown again with what is wrong. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/payments/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const reason = form.get('reason') ?? '';
    const result = await refundPayment(app(), staff, { attemptId: id, reason });
    if (result.kind !== 'bad_reason') return seeOther(`${here}?refund=${result.kind}`);
    const t = translator(await staffLanguage());
    const view = paymentView(await readPayment(app(), staff, id), t, { reason, problem: result.problem });
    return renderStaffDocument({
      title: view.title,
      status: 422,
      body: <PaymentPage {...view} t={t} />,
    });
  });
}
