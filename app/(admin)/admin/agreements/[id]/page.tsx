import { agreementView } from '@/app/_server/agreement-view.ts';
import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { AgreementPage, type AgreementPageProps } from '@/components/admin/agreement-page.tsx';
import type { TextKey } from '@/lib/texts/messages.ts';
import { readAgreement } from '@/lib/workflow/agreements/read-agreements.ts';
import { app } from '@/lib/workflow/app.ts';

/** What was done, by the query `done`. */
const done: Readonly<Record<string, [TextKey, NonNullable<AgreementPageProps['notice']>['color']]>> = {
  added: ['agreements.added', 'success'],
  added_unasked: ['agreements.addedNotAsked', 'success'],
  ways: ['agreements.waysSaved', 'success'],
  unchanged: ['agreements.unchanged', 'success'],
  keys: ['agreements.keysSaved', 'success'],
  keys_unasked: ['agreements.keysSavedNotAsked', 'success'],
  dropped: ['agreements.oldKeysDropped', 'success'],
  registered: ['agreements.registered', 'success'],
  not_needed: ['agreements.registerNotNeeded', 'success'],
  no_answer: ['agreements.registerNoAnswer', 'warning'],
  changed_since: ['agreements.changedSince', 'warning'],
};

export const generateMetadata = staffTitle('agreements.agreement');

/** One agreement: what it allows, its keys, and whether messages find their way. */
export default staffPage(['finance', 'editor'], async function agreement({ staff, t, param, query }) {
  const view = agreementView(await readAgreement(app(), staff, param('id')), t);
  const [text, color] = (Object.hasOwn(done, query('done')) && done[query('done')]) || [];
  return <AgreementPage {...view} notice={text && color && { text: t(text), color }} t={t} />;
});
