import { alarmView } from '@/app/_server/alarm-view.tsx';
import { staffLanguage } from '@/app/_server/current-staff.ts';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { AlarmPage } from '@/components/admin/alarm-page.tsx';
import { readAlarm } from '@/lib/audit/list-alarms.ts';
import { translator } from '@/lib/texts/translate.ts';
import { handleAlarm } from '@/lib/workflow/alarms/handle-alarm.ts';
import { app } from '@/lib/workflow/app.ts';

/** Marks an alarm as seen to, with what was done; words that cannot be used are shown again with what is wrong. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/alarms/${id}`;
  return staffPost(request, here, async (staff, form) => {
    const reason = form.get('reason') ?? '';
    const result = await handleAlarm(app(), staff, { id, reason });
    if (result.kind !== 'bad_reason') return seeOther(`${here}?done=${result.kind}`);
    const t = translator(await staffLanguage());
    const alarm = await readAlarm(app().db, staff, id);
    const view = alarmView(alarm, staff, t, { reason, problem: result.problem });
    return renderStaffDocument({ title: view.title, status: 422, body: <AlarmPage {...view} t={t} /> });
  });
}
