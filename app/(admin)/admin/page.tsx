import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { roleNames } from '@/components/admin/role-names.ts';
import { ServiceList } from '@/components/admin/service-list.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import { countOpenAlarms } from '@/lib/audit/list-alarms.ts';
import { ownOwner } from '@/lib/services/own-owner.ts';
import { listOwnServices } from '@/lib/services/own-service.ts';
import { ownerName } from '@/lib/services/owner-name.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { app } from '@/lib/workflow/app.ts';

export const generateMetadata = staffTitle('admin.services');

/** The owner's services and alarms. */
export default staffPage([], async function overview({ staff, language, t, query }) {
  const { db } = app();
  const [owner, services, alarms] = await Promise.all([
    ownOwner(db, staff),
    listOwnServices(db, staff),
    countOpenAlarms(db, staff),
  ]);
  const rows = services.map(({ service, published, draft }) => {
    const definition = (published ?? draft)?.definition;
    return {
      id: service.id,
      title: definition ? serviceText(definition, language)('service.title') : service.slug,
      closed: service.closedAt !== null,
      publishedVersion: published?.row.version,
      draftVersion: draft?.row.version,
    };
  });
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <div className="kv-stack" data-gap="xs">
        <Heading level={1}>{t('admin.overviewTitle', { owner: ownerName(owner, language) })}</Heading>
        <p className="kv-muted">{t('admin.yourRoles', { roles: roleNames(staff.roles, t) })}</p>
      </div>
      {query('problem') === 'role' ? (
        <Alert color="warning">
          <p>{t('admin.lackingRole')}</p>
        </Alert>
      ) : null}
      <Alert color={alarms > 0 ? 'warning' : 'info'}>
        <p>
          {t('admin.openAlarms', { count: alarms })}{' '}
          {alarms > 0 ? <TextLink href="/admin/alarms">{t('admin.seeAlarms')}</TextLink> : null}
        </p>
      </Alert>
      <ServiceList rows={rows} t={t} />
    </div>
  );
});
