import { differenceView } from '@/app/_server/difference-view.tsx';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { DifferencePage } from '@/components/admin/difference-page.tsx';
import { app } from '@/lib/workflow/app.ts';
import { readDifference } from '@/lib/workflow/reconciling/list-differences.ts';

const notices = {
  resolved: { key: 'reconciliation.resolved', color: 'success' },
  not_open: { key: 'reconciliation.notOpen', color: 'info' },
} as const;

export const generateMetadata = staffTitle('reconciliation.theDifference');

/** One difference: what does not agree, what to do about it, and the way to close it. */
export default staffPage(['finance'], async function oneDifference({ staff, t, param, query }) {
  const difference = await readDifference(app().db, staff, param('id'));
  const notice = Object.entries(notices).find(([name]) => name === query('done'))?.[1];
  return (
    <DifferencePage
      {...differenceView(difference, t)}
      notice={notice && { text: t(notice.key), color: notice.color }}
      t={t}
    />
  );
});
