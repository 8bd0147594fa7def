import { environments, messageStates } from '@/app/_server/agreement-view.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { AgreementList } from '@/components/admin/agreement-list.tsx';
import { hasRole } from '@/lib/core/staff-actor.ts';
import { listAgreements } from '@/lib/workflow/agreements/read-agreements.ts';
import { app } from '@/lib/workflow/app.ts';

export const generateMetadata = staffTitle('agreements.title');

/** The owner's agreements with payment providers. */
export default staffPage(['finance', 'editor'], async function agreements({ staff, t }) {
  const found = await listAgreements(app().db, staff);
  return (
    <AgreementList
      agreements={found.map(({ id, displayName, providerTitle, environment, messages }) => ({
        id,
        name: displayName,
        provider: providerTitle,
        environment: t(environments[environment]),
        messages: t(messageStates[messages]),
      }))}
      mayAdd={hasRole(staff, 'finance')}
      t={t}
    />
  );
});
