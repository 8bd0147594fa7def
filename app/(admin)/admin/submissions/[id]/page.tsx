import { caseView } from '@/app/_server/case-view.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { CasePage } from '@/components/admin/case-page.tsx';
import { app } from '@/lib/workflow/app.ts';
import { readCase } from '@/lib/workflow/staff/read-case.ts';

const notices = {
  begun: 'adminCase.begun',
  already: 'adminCase.begunAlready',
  not_completed: 'adminCase.notBegun',
} as const;

export const generateMetadata = staffTitle('admin.theCase');

/** One case: how it stands, what was answered, what it costs and what has happened. That it was read is kept on record. */
export default staffPage(['case_worker'], async function oneCase({ staff, t, param, query }) {
  const found = await readCase(app(), staff, param('id'));
  const notice = Object.entries(notices).find(([name]) => name === query('handling'))?.[1];
  return (
    <CasePage
      {...caseView(found, t)}
      notice={notice && { text: t(notice), color: notice === notices.begun ? 'success' : 'info' }}
      t={t}
    />
  );
});
