import { receiversView } from '@/app/_server/alarm-view.tsx';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { AlarmReceiversPage } from '@/components/admin/alarm-receivers-page.tsx';
import { readReceivers, receiverRoles } from '@/lib/workflow/alarms/alarm-receivers.ts';
import { app } from '@/lib/workflow/app.ts';

export const generateMetadata = staffTitle('alarms.mailTitle');

/** Who gets an e-mail when there is an alarm. */
export default staffPage(receiverRoles, async function alarmMail({ staff, t, query }) {
  const { addresses, language } = await readReceivers(app().db, staff);
  const view = receiversView({ addresses: addresses.join('\n'), language }, t);
  return <AlarmReceiversPage {...view} saved={query('saved') === '1'} t={t} />;
});
