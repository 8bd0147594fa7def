import type { ReactNode } from 'react';
import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { errorStatus, KvittError } from '@/lib/core/errors.ts';
import type { Translate } from '@/lib/texts/translate.ts';

/** What an employee is told when a request is refused; undefined for what is no refusal. Unknown ids and another owner's get the same. */
export function staffHelp(
  error: unknown,
  t: Translate,
): { status: number; title: string; body: ReactNode } | undefined {
  if (!(error instanceof KvittError)) return undefined;
  const [title, text] =
    error.code === 'not_found'
      ? [t('admin.notFoundTitle'), t('admin.notFoundText')]
      : [t(`problem.${error.code}Title`), t(`problem.${error.code}Body`)];
  const body = (
    <HelpPage title={title} paragraphs={[text]}>
      <LinkButton href="/admin">{t('admin.toOverview')}</LinkButton>
    </HelpPage>
  );
  return { status: errorStatus[error.code], title, body };
}
