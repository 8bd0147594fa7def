import { newAgreementView } from '@/app/_server/new-agreement-view.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { ChooseProvider, NewAgreementPage } from '@/components/admin/new-agreement-page.tsx';
import { providers } from '@/lib/payments/providers/registry.ts';

export const generateMetadata = staffTitle('agreements.newTitle');

/** A new agreement: with whom, then its keys and what it allows. */
export default staffPage(['finance'], async function newAgreement({ t, query }) {
  const provider = providers.find(query('provider'));
  return provider ? (
    <NewAgreementPage {...newAgreementView(provider, t)} t={t} />
  ) : (
    <ChooseProvider providers={providers.all().map(({ id, title }) => ({ id, title }))} t={t} />
  );
});
