import { seeOther } from '@/app/_server/see-other.ts';
import { showPayment } from '@/app/_server/show-payment.tsx';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { app } from '@/lib/workflow/app.ts';
import { settleOperation } from '@/lib/workflow/paying/settle-operation.ts';

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
    return showPayment(staff, id, { settlement: { posted, problems: result } });
  });
}
