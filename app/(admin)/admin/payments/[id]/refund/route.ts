import { readRefundForm } from '@/app/_server/read-refund-form.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { showPayment } from '@/app/_server/show-payment.tsx';
import { staffPost } from '@/app/_server/staff-post.tsx';
import type { Translate } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { refundPayment } from '@/lib/workflow/refunding/refund-payment.ts';

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
    if (result.kind === 'invalid') return showPayment(staff, id, { refund: { posted, problems: result } });
    const notice = (t: Translate) => ({ text: t('adminCase.refundChanged'), color: 'info' as const });
    return showPayment(staff, id, { refund: { posted } }, { status: 409, notice });
  });
}
