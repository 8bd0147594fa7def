import type { ReactNode } from 'react';
import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { type ErrorCode, errorStatus, KvittError } from '@/lib/core/errors.ts';
import type { Translate } from '@/lib/texts/translate.ts';

/** What an employee is told when a request is refused; undefined for what is no refusal. Unknown ids and another owner's get the same. */
export function staffHelp(
  error: unknown,
  t: Translate,
): { status: number; title: string; body: ReactNode } | undefined {
  if (!(error instanceof KvittError)) return undefined;
  const [title, text] = words(error.code, t);
  const body = (
    <HelpPage title={title} paragraphs={[text]}>
      <LinkButton href="/admin">{t('admin.toOverview')}</LinkButton>
    </HelpPage>
  );
  return { status: errorStatus[error.code], title, body };
}

/** What is not there is the same for everybody who may not see it; and an employee pays for nothing. */
function words(code: ErrorCode, t: Translate): [title: string, text: string] {
  if (code === 'not_found') return [t('admin.notFoundTitle'), t('admin.notFoundText')];
  const title = t(`problem.${code}Title`);
  return [title, t(code === 'unavailable' ? 'admin.unavailableText' : `problem.${code}Body`)];
}
