import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { errorStatus, KvittError } from '@/lib/core/errors.ts';
import { log } from '@/lib/core/log.ts';
import { translator } from '@/lib/texts/translate.ts';
import { currentLanguage } from './current-language.ts';
import { renderDocument } from './render-document.tsx';

/** Runs a route handler's work; a refused request becomes a page that helps on, in one place, and nothing becomes a bare 500. */
export async function answerError(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isFromNext(error)) throw error;
    const code = error instanceof KvittError ? error.code : 'unavailable';
    if (!(error instanceof KvittError)) log.error({ err: error }, 'a route failed');
    const translate = translator(await currentLanguage());
    return renderDocument({
      title: translate(`problem.${code}Title`),
      status: errorStatus[code],
      body: (
        <HelpPage title={translate(`problem.${code}Title`)} paragraphs={[translate(`problem.${code}Body`)]}>
          {error instanceof KvittError && code === 'step_up_required' ? (
            <LinkButton
              href={`/sign-in?${new URLSearchParams({ next: '/inbox', level: error.details.acr ?? '' })}`}
            >
              {translate('identity.signInButton')}
            </LinkButton>
          ) : null}
          <LinkButton href="/inbox">{translate('payment.toInbox')}</LinkButton>
        </HelpPage>
      ),
    });
  }
}

/** `redirect()` and `notFound()` work by throwing. */
function isFromNext(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');
}
