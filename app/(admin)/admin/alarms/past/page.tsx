import { alarmState } from '@/app/_server/alarm-view.tsx';
import { alarmWords } from '@/app/_server/alarm-words.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { ListFrame } from '@/components/admin/list-frame.tsx';
import { Table } from '@/components/ui/table.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import { listPastAlarms } from '@/lib/audit/list-alarms.ts';
import { readCursor, writeCursor } from '@/lib/core/cursor.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { app } from '@/lib/workflow/app.ts';

export const generateMetadata = staffTitle('alarms.pastTitle');

/** The owner's alarms that somebody has handled, or that mended themselves. */
export default staffPage([], async function pastAlarms({ staff, language, t, query }) {
  const before = readCursor(query('before'));
  const { alarms, next } = await listPastAlarms(app().db, staff, { before });
  return (
    <ListFrame
      path="/admin/alarms/past"
      title={t('alarms.pastTitle')}
      before={before && writeCursor(before)}
      next={next && writeCursor(next)}
      t={t}
    >
      <p>
        <TextLink href="/admin/alarms">{t('alarms.backToList')}</TextLink>
      </p>
      {alarms.length === 0 ? (
        <p>{t('alarms.noPast')}</p>
      ) : (
        <Table
          stacks
          caption={t('alarms.pastTitle')}
          hideCaption
          columns={[
            { header: t('admin.alarmKind') },
            { header: t('admin.alarmOpened') },
            { header: t('alarms.state') },
            { header: t('alarms.handledBy') },
            { header: t('alarms.handling') },
          ]}
          rows={alarms.map((alarm) => [
            <TextLink key={alarm.id} href={`/admin/alarms/${alarm.id}`}>
              {alarmWords(alarm, t).title}
            </TextLink>,
            formatDateTime(alarm.openedAt, language),
            alarmState(alarm, t),
            alarm.handledBy,
            alarm.handling,
          ])}
        />
      )}
    </ListFrame>
  );
});
