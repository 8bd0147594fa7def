import { staffLanguage } from '@/app/_server/current-staff.ts';
import { paymentView } from '@/app/_server/payment-view.tsx';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { PaymentPage } from '@/components/admin/payment-page.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { settleOperation } from '@/lib/workflow/paying/settle-operation.ts';
import { readPayment } from '@/lib/workflow/staff/read-payment.ts';

/** Takes an employee's word for what became of an operation that nobody can be asked about. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/payments/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const posted = { outcome: form.get('outcome') ?? undefined, reason: form.get('reason') ?? '' };
    const result = await settleOperation(app(), staff, {
      attemptId: id,
      operationId: form.get('operation') ?? '',
      outcome:
        posted.outcome === 'carried_out' || posted.outcome === 'not_carried_out' ? posted.outcome : undefined,
      reason: posted.reason,
    });
    if (result.kind !== 'invalid') return seeOther(`${here}?settled=${result.kind}`);
    const t = translator(await staffLanguage());
    const settlement = { posted, problems: result };
    const view = paymentView(await readPayment(app(), staff, id), t, { settlement });
    return renderStaffDocument({
      title: view.title,
      status: 422,
      body: <PaymentPage {...view} t={t} />,
    });
  });
}
