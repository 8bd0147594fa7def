import { staffLanguage } from '@/app/_server/current-staff.ts';
import { differenceView } from '@/app/_server/difference-view.tsx';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { DifferencePage } from '@/components/admin/difference-page.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { readDifference } from '@/lib/workflow/reconciling/list-differences.ts';
import { resolveDifference } from '@/lib/workflow/reconciling/resolve-difference.ts';

/** Closes a difference with a reason; a reason that cannot be used is shown again with what is wrong. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/reconciliation/differences/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const reason = form.get('reason') ?? '';
    const result = await resolveDifference(app(), staff, { id, reason });
    if (result.kind !== 'bad_reason') return seeOther(`${here}?done=${result.kind}`);
    const t = translator(await staffLanguage());
    const difference = await readDifference(app().db, staff, id);
    const view = differenceView(difference, t, { reason, problem: result.problem });
    return renderStaffDocument({
      title: view.title,
      status: 422,
      body: <DifferencePage {...view} t={t} />,
    });
  });
}
