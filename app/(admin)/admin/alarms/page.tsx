import { alarmWords } from '@/app/_server/alarm-words.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { ListFrame } from '@/components/admin/list-frame.tsx';
import { roleNames } from '@/components/admin/role-names.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Table } from '@/components/ui/table.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import { countOpenAlarms, listOpenAlarms } from '@/lib/audit/list-alarms.ts';
import { hasRole } from '@/lib/core/staff-actor.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { readReceivers, receiverRoles } from '@/lib/workflow/alarms/alarm-receivers.ts';
import { app } from '@/lib/workflow/app.ts';

export const generateMetadata = staffTitle('admin.alarmsTitle');

/** The owner's open alarms, each with what it is about, and who is told of them by e-mail. */
export default staffPage([], async function alarms({ staff, language, t }) {
  const { db } = app();
  const [rows, open, { addresses }] = await Promise.all([
    listOpenAlarms(db, staff),
    countOpenAlarms(db, staff),
    readReceivers(db, staff),
  ]);
  return (
    <ListFrame path="/admin/alarms" title={t('admin.alarmsTitle')} t={t}>
      <MailNotice addresses={addresses} mayChange={hasRole(staff, ...receiverRoles)} t={t} />
      {open > rows.length ? <p>{t('admin.alarmsCut', { shown: rows.length, total: open })}</p> : null}
      {rows.length === 0 ? (
        <p>{t('admin.noAlarms')}</p>
      ) : (
        <Table
          stacks
          caption={t('admin.alarmsTitle')}
          hideCaption
          columns={[
            { header: t('admin.alarmKind') },
            { header: t('admin.alarmDetail') },
            { header: t('admin.alarmOpened') },
            { header: t('admin.alarmLink') },
          ]}
          rows={rows.map(({ id, kind, values, openedAt, submissionId, attemptId }) => {
            const { title, text } = alarmWords({ kind, values }, t);
            return [
              <TextLink key="alarm" href={`/admin/alarms/${id}`}>
                {title}
              </TextLink>,
              text,
              formatDateTime(openedAt, language),
              submissionId || attemptId ? (
                <span key="links" className="kv-row">
                  {submissionId ? (
                    <TextLink href={`/admin/submissions/${submissionId}`}>{t('admin.theCase')}</TextLink>
                  ) : null}
                  {attemptId ? (
                    <TextLink href={`/admin/payments/${attemptId}`}>{t('admin.thePayment')}</TextLink>
                  ) : null}
                </span>
              ) : null,
            ];
          })}
        />
      )}
      <p>
        <TextLink href="/admin/alarms/past">{t('alarms.seePast')}</TextLink>
      </p>
    </ListFrame>
  );
});

/** Who gets an e-mail; that nobody does must be seen. */
function MailNotice({
  addresses,
  mayChange,
  t,
}: {
  addresses: readonly string[];
  mayChange: boolean;
  t: Translate;
}) {
  const none = addresses.length === 0;
  return (
    <Alert color={none ? 'warning' : 'info'}>
      <p>
        {none ? t('alarms.mailNobody') : t('alarms.mailTo', { addresses: addresses.join(', ') })}{' '}
        {mayChange ? (
          <TextLink href="/admin/alarms/mail">{t(none ? 'alarms.setMail' : 'alarms.changeMail')}</TextLink>
        ) : (
          t('alarms.mailRoles', { roles: roleNames(receiverRoles, t) })
        )}
      </p>
    </Alert>
  );
}
