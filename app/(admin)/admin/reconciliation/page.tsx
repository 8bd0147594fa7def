import { reconciliationView } from '@/app/_server/reconciliation-view.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { ReconciliationPage, type ReconciliationPageProps } from '@/components/admin/reconciliation-page.tsx';
import { readCursor } from '@/lib/core/cursor.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { asDifferenceKind, differenceStates } from '@/lib/workflow/reconciling/list-differences.ts';

export const generateMetadata = staffTitle('reconciliation.title');

/** Reconciliation: hand in settlement reports, and see what does not agree. */
export default staffPage(['finance'], async function reconciliation({ staff, t, query }) {
  const view = await reconciliationView(staff, t, {
    state: differenceStates.find((state) => state === query('state')) ?? 'open',
    kind: asDifferenceKind(query('kind')),
    before: readCursor(query('before')),
  });
  return <ReconciliationPage {...view} notice={noticeOf(query, t)} t={t} />;
});

/** What has just been done; the name in the address is only shown, as text. */
function noticeOf(query: (name: string) => string, t: Translate): ReconciliationPageProps['notice'] {
  const reference = query('reference').slice(0, 100);
  switch (query('done')) {
    case 'taken_in':
      return { color: 'success', text: t('reconciliation.takenIn', { reference, lines: query('lines') }) };
    case 'known':
      return { color: 'info', text: t('reconciliation.known', { reference }) };
    case 'other_content':
      return { color: 'warning', text: t('reconciliation.otherContent', { reference }) };
    case 'no_terms':
      return { color: 'warning', text: t('reconciliation.noTerms') };
    case 'terms':
      return { color: 'success', text: t('reconciliation.termsSaved') };
    default:
      return undefined;
  }
}
