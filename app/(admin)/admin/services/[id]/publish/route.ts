import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { findOwnService } from '@/lib/services/own-service.ts';
import { publishDraft } from '@/lib/services/publish-draft.ts';
import { app } from '@/lib/workflow/app.ts';
import { serviceKnown } from '@/lib/workflow/staff/service-known.ts';

/** Publishes the draft that was looked at; a refusal leads back to the page, which says exactly what is missing. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/services/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const known = await serviceKnown(app(), await findOwnService(app().db, staff, id));
    const seen = { version: Number(form.get('version')), revision: Number(form.get('revision')) };
    const result = await publishDraft(app(), staff, id, seen, known);
    switch (result.kind) {
      case 'published':
        return seeOther(`${here}?published=${result.version}`);
      case 'refused':
        return seeOther(`${here}#blocking`);
      case 'changed_since':
        return seeOther(`${here}?notice=changed`);
      case 'no_draft':
        return seeOther(`${here}?notice=none`);
    }
  });
}
