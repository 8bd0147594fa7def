import { seeOther } from '@/app/_server/see-other.ts';
import { showPayment } from '@/app/_server/show-payment.tsx';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { app } from '@/lib/workflow/app.ts';
import { settleMismatch } from '@/lib/workflow/paying/settle-mismatch.ts';

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
    return showPayment(staff, id, { mismatch: { reason, problem: result.reason } });
  });
}
