import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { discardDraft } from '@/lib/services/publish-draft.ts';
import { app } from '@/lib/workflow/app.ts';

const notices = { discarded: 'discarded', changed_since: 'changed', no_draft: 'none' } as const;

/** Throws the draft away that was looked at. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/services/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const seen = { version: Number(form.get('version')), revision: Number(form.get('revision')) };
    const { kind } = await discardDraft(app(), staff, id, seen);
    return seeOther(`${here}?notice=${notices[kind]}`);
  });
}
