import { agreementName } from '@/app/_server/difference-view.tsx';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { termGroups, termValues } from '@/app/_server/terms-form.ts';
import { SettlementTermsPage } from '@/components/admin/settlement-terms-page.tsx';
import { osloDate } from '@/lib/core/clock.ts';
import { app } from '@/lib/workflow/app.ts';
import { readTermsOf } from '@/lib/workflow/reconciling/read-terms.ts';

export const generateMetadata = staffTitle('reconciliation.setUp');

/** How an agreement's settlement reports are written, and what was agreed. */
export default staffPage(['finance'], async function settlementTerms({ staff, t, param }) {
  const { agreement, terms } = await readTermsOf(app().db, staff, param('id'));
  const name = agreementName({ agreement: agreement.displayName, environment: agreement.environment }, t);
  return (
    <SettlementTermsPage
      action={`/admin/reconciliation/agreements/${agreement.id}/terms/save`}
      title={t('reconciliation.termsTitle', { name })}
      groups={termGroups(termValues(terms, osloDate(app().clock.now())), [], t)}
      t={t}
    />
  );
});
