import { sectionView } from '@/app/_server/section-view.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { SectionForm } from '@/components/admin/section-form.tsx';
import { notFound } from '@/lib/core/errors.ts';
import { paymentHints, paymentMisfits } from '@/lib/services/definition-problems.ts';
import { findSection } from '@/lib/services/edit-section.ts';
import { findOwnService } from '@/lib/services/own-service.ts';
import { sectionInput } from '@/lib/services/section-input.ts';
import { app } from '@/lib/workflow/app.ts';
import { serviceKnown } from '@/lib/workflow/staff/service-known.ts';

export const generateMetadata = staffTitle('adminService.editTitle');

/** The form of one section: what the draft says, or what is published while there is no draft. */
export default staffPage(['editor'], async function editSection({ staff, t, param, query }) {
  const own = await findOwnService(app().db, staff, param('id'));
  const definition = (own.draft ?? own.published)?.definition;
  const section = definition && findSection(definition, param('section'));
  if (!definition || !section) throw notFound('Section');
  const input = sectionInput(definition, section);
  const { offer, ...known } = await serviceKnown(app(), own);
  const notice =
    query('saved') === '1'
      ? t('adminService.saved')
      : query('saved') === '0'
        ? t('adminService.unchanged')
        : undefined;
  const misfits = paymentMisfits(definition, known);
  const hints = paymentHints(definition, known);
  const shown = { definition, section, input, stored: input, offer, misfits, hints, notice };
  const form = { serviceId: own.service.id, ...shown };
  return <SectionForm view={sectionView(form, t)} t={t} />;
});
