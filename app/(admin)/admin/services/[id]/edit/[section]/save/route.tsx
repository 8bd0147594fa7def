import { staffLanguage } from '@/app/_server/current-staff.ts';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { sectionView } from '@/app/_server/section-view.ts';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { SectionForm } from '@/components/admin/section-form.tsx';
import { notFound } from '@/lib/core/errors.ts';
import { requireRole } from '@/lib/core/staff-actor.ts';
import { findSection } from '@/lib/services/edit-section.ts';
import { findOwnService } from '@/lib/services/own-service.ts';
import { saveDraft } from '@/lib/services/save-draft.ts';
import { readSectionInput, sectionInput } from '@/lib/services/section-input.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { serviceKnown } from '@/lib/workflow/staff/service-known.ts';

/** Saves one section of a service into its draft; what cannot be saved is shown again as it was written. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; section: string }> },
): Promise<Response> {
  const { id, section: sectionId } = await params;
  const here = `/admin/services/${id}/edit/${sectionId}`;
  return staffPost(request, here, async (staff, posted) => {
    requireRole(staff, 'editor');
    const own = await findOwnService(app().db, staff, id);
    const definition = (own.draft ?? own.published)?.definition;
    const section = definition && findSection(definition, sectionId);
    if (!definition || !section) throw notFound('Section');
    const input = readSectionInput(definition, section, posted);
    const seen = posted.get('seen') ?? '';
    const known = await serviceKnown(app(), own, input.agreement);
    const result = await saveDraft(app(), staff, id, { section: sectionId, seen, input }, known);
    if (result.kind === 'saved' || result.kind === 'unchanged')
      return seeOther(`${here}?saved=${result.kind === 'saved' ? '1' : '0'}`);

    const t = translator(await staffLanguage());
    const form = { serviceId: id, definition, section, input, offer: known.offer };
    const stored = sectionInput(definition, section);
    const view =
      result.kind === 'conflict'
        ? sectionView({ ...form, stored: result.current, conflict: result }, t)
        : result.kind === 'unreadable'
          ? sectionView({ ...form, stored, problems: result.problems }, t)
          : sectionView({ ...form, stored, unsound: result.problems }, t);
    return renderStaffDocument({
      title: view.title,
      status: result.kind === 'conflict' ? 409 : 422,
      body: <SectionForm view={view} t={t} />,
    });
  });
}
