import { alarmWords } from '@/app/_server/alarm-words.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { ListFrame } from '@/components/admin/list-frame.tsx';
import { Table } from '@/components/ui/table.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import { listOpenAlarms } from '@/lib/audit/list-alarms.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { app } from '@/lib/workflow/app.ts';

export const generateMetadata = staffTitle('admin.alarmsTitle');

/** The owner's open alarms, each with what it is about. */
export default staffPage([], async function alarms({ staff, language, t }) {
  const rows = await listOpenAlarms(app().db, staff);
  return (
    <ListFrame path="/admin/alarms" title={t('admin.alarmsTitle')} t={t}>
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
          rows={rows.map(({ kind, values, openedAt, submissionId, attemptId }) => {
            const { title, text } = alarmWords({ kind, values }, t);
            return [
              title,
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
    </ListFrame>
  );
});
