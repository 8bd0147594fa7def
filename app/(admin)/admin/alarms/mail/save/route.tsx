import { receiversView } from '@/app/_server/alarm-view.tsx';
import { staffLanguage } from '@/app/_server/current-staff.ts';
import { renderStaffDocument } from '@/app/_server/render-staff-document.tsx';
import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { AlarmReceiversPage } from '@/components/admin/alarm-receivers-page.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { saveReceivers } from '@/lib/workflow/alarms/alarm-receivers.ts';
import { app } from '@/lib/workflow/app.ts';

/** Saves who gets e-mail about alarms; what cannot be used is shown again, with what is wrong. */
export async function POST(request: Request): Promise<Response> {
  return staffPost(request, '/admin/alarms/mail', async (staff, form) => {
    const written = { addresses: form.get('addresses') ?? '', language: form.get('language') ?? '' };
    const result = await saveReceivers(app(), staff, written);
    if (result.kind === 'saved') return seeOther('/admin/alarms/mail?saved=1');
    const t = translator(await staffLanguage());
    return renderStaffDocument({
      title: t('alarms.mailTitle'),
      status: 422,
      body: <AlarmReceiversPage {...receiversView(written, t, result)} t={t} />,
    });
  });
}
