import { redirect } from 'next/navigation';
import { currentIdentity } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { nextPath } from '@/app/_server/next-path.ts';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import type { SignInProblem } from '@/lib/identity/finish-sign-in.ts';
import { isAtLeast, signInLevel } from '@/lib/identity/levels.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { translator } from '@/lib/texts/translate.ts';

const problems: Record<SignInProblem, TextKey> = {
  cancelled: 'identity.errorCancelled',
  level: 'identity.errorLevel',
  failed: 'identity.errorFailed',
  unavailable: 'identity.errorUnavailable',
};

export const generateMetadata = pageMetadata(async () => {
  return { title: translator(await currentLanguage())('identity.signInTitle') };
});

/** The door to ID-porten: one form post, which works without JavaScript. `next`, `level` and `error` come in the query. */
export default page(async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await searchParams;
  const next = nextPath(query.next);
  const level = signInLevel(query.level);
  const problem = Object.hasOwn(problems, String(query.error))
    ? problems[query.error as SignInProblem]
    : undefined;
  const identity = await currentIdentity();
  if (identity && !problem && isAtLeast(identity.self.acr, level)) redirect(next);

  const t = translator(await currentLanguage());
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <Heading level={1}>{t('identity.signInTitle')}</Heading>
      {problem ? (
        <Alert
          color={query.error === 'cancelled' ? 'info' : 'warning'}
          title={t('identity.errorTitle')}
          role="alert"
        >
          <p>{t(problem)}</p>
        </Alert>
      ) : null}
      <div className="kv-stack" data-gap="sm">
        <p>{t('identity.signInLead')}</p>
        {level === 'idporten-loa-high' ? (
          <p>{t(identity ? 'identity.signInHigherThanNow' : 'identity.signInHigh')}</p>
        ) : null}
        <p>{t('identity.signInPrivacy')}</p>
      </div>
      <form method="post" action="/sign-in/start" className="kv-actions">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="level" value={level} />
        <Button>{t('identity.signInButton')}</Button>
      </form>
    </div>
  );
});
