import { alarmView } from '@/app/_server/alarm-view.tsx';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { AlarmPage } from '@/components/admin/alarm-page.tsx';
import { readAlarm } from '@/lib/audit/list-alarms.ts';
import { app } from '@/lib/workflow/app.ts';

const notices = {
  handled: { key: 'alarms.handled', color: 'success' },
  not_open: { key: 'alarms.notOpen', color: 'info' },
  under_way: { key: 'alarms.underWay', color: 'info' },
} as const;

export const generateMetadata = staffTitle('alarms.theAlarm');

/** One alarm: what has happened, what to do about it, and the way to say that it has been seen to. */
export default staffPage([], async function oneAlarm({ staff, t, param, query }) {
  const alarm = await readAlarm(app().db, staff, param('id'));
  const notice = Object.entries(notices).find(([name]) => name === query('done'))?.[1];
  return (
    <AlarmPage
      {...alarmView(alarm, staff, t)}
      notice={notice && { text: t(notice.key), color: notice.color }}
      t={t}
    />
  );
});
