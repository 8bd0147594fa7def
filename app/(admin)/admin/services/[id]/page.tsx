import { changeRows, publishProblems } from '@/app/_server/publish-view.ts';
import { sectionTitle } from '@/app/_server/section-view.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { ServicePage } from '@/components/admin/service-page.tsx';
import { notFound } from '@/lib/core/errors.ts';
import { hasRole } from '@/lib/core/staff-actor.ts';
import { editSections } from '@/lib/services/edit-section.ts';
import { findOwnService } from '@/lib/services/own-service.ts';
import { draftProblems } from '@/lib/services/publish-draft.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { app } from '@/lib/workflow/app.ts';
import { serviceKnown } from '@/lib/workflow/staff/service-known.ts';

export const generateMetadata = staffTitle('admin.serviceColumn');

const notices = {
  changed: 'adminService.changedSince',
  none: 'adminService.noDraftNow',
  discarded: 'adminService.discarded',
} as const;

/** One service: what is published, what the draft would change, what keeps it from being published, and its parts to edit. */
export default staffPage([], async function service({ staff, language, t, param, query }) {
  const own = await findOwnService(app().db, staff, param('id'));
  const { draft, published, owner } = own;
  const definition = (draft ?? published)?.definition;
  if (!definition) throw notFound('Service');
  const known = await serviceKnown(app(), own);
  const problems = draftProblems(own, known);
  const at = (instant: Date | null) => (instant ? formatDateTime(instant, language) : '');
  const done = Number(query('published'));
  const notice = Object.entries(notices).find(([name]) => name === query('notice'))?.[1];
  const { id } = own.service;
  return (
    <ServicePage
      t={t}
      id={id}
      slug={own.service.slug}
      title={serviceText(definition, language)('service.title')}
      notice={
        done > 0
          ? { color: 'success', text: t('adminService.published', { version: done }) }
          : notice && { color: notice === notices.discarded ? 'success' : 'warning', text: t(notice) }
      }
      published={published && { version: published.row.version, at: at(published.row.publishedAt) }}
      draft={
        draft && {
          version: draft.row.version,
          revision: draft.row.revision,
          at: at(draft.row.updatedAt ?? draft.row.createdAt),
          by: draft.row.updatedBy ?? '',
        }
      }
      changes={
        draft && published ? changeRows(published.definition, draft.definition, known.offer, t) : undefined
      }
      problems={publishProblems({ id, state: owner.kind === 'state', definition }, problems, t)}
      sections={editSections(definition).map((section) => ({
        href: `/admin/services/${id}/edit/${section.id}`,
        title: sectionTitle(section, definition, t),
      }))}
      mayEdit={hasRole(staff, 'editor')}
    />
  );
});
