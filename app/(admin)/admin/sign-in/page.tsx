import { redirect } from 'next/navigation';
import { currentStaff, staffLanguage } from '@/app/_server/current-staff.ts';
import { page } from '@/app/_server/guarded-page.tsx';
import { staffTitle } from '@/app/_server/staff-page.tsx';
import { staffNextPath } from '@/app/_server/staff-path.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import type { StaffSignInProblem } from '@/lib/identity/staff/finish-staff-sign-in.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { translator } from '@/lib/texts/translate.ts';

const problems: Record<StaffSignInProblem, TextKey> = {
  cancelled: 'admin.errorCancelled',
  failed: 'admin.errorFailed',
  unavailable: 'admin.errorUnavailable',
  level: 'admin.errorLevel',
  no_organisation: 'admin.errorNoOrganisation',
  unknown_owner: 'admin.errorUnknownOwner',
};

export const generateMetadata = staffTitle('admin.signInTitle');

/** The employees' door: one form post, which works without JavaScript. `next` and `error` come in the query. */
export default page(async function StaffSignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await searchParams;
  const next = staffNextPath(query.next);
  const problem = Object.hasOwn(problems, String(query.error))
    ? problems[query.error as StaffSignInProblem]
    : undefined;
  if (!problem && (await currentStaff())) redirect(next);
  const t = translator(await staffLanguage());
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <Heading level={1}>{t('admin.signInTitle')}</Heading>
      {query.signedOut === '1' ? (
        <Alert color="success">
          <p>{t('admin.signedOut')}</p>
        </Alert>
      ) : null}
      {problem ? (
        <Alert color={query.error === 'cancelled' ? 'info' : 'warning'} title={t('identity.errorTitle')}>
          <p>{t(problem)}</p>
        </Alert>
      ) : null}
      <p>{t('admin.signInLead')}</p>
      <form method="post" action="/admin/sign-in/start" className="kv-actions">
        <input type="hidden" name="next" value={next} />
        <Button>{t('admin.signInButton')}</Button>
      </form>
      <p>
        <a className="ds-link" href="/">
          {t('admin.toPortal')}
        </a>
      </p>
    </div>
  );
});
