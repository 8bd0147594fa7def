import { staffLanguage } from '@/app/_server/current-staff.ts';
import { paymentView } from '@/app/_server/payment-view.tsx';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { PaymentPage } from '@/components/admin/payment-page.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { settleMismatch } from '@/lib/workflow/paying/settle-mismatch.ts';
import { readPayment } from '@/lib/workflow/staff/read-payment.ts';

/** Takes an employee's word that money which did not match has been settled at the provider. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/payments/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const reason = form.get('reason') ?? '';
    const result = await settleMismatch(app(), staff, { attemptId: id, reason });
    if (result.kind !== 'invalid') return seeOther(`${here}?mismatch=${result.kind}`);
    const t = translator(await staffLanguage());
    const mismatch = { reason, problem: result.reason };
    const view = paymentView(await readPayment(app(), staff, id), t, { mismatch });
    return renderStaffDocument({ title: view.title, status: 422, body: <PaymentPage {...view} t={t} /> });
  });
}
