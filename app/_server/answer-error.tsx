import { errorStatus, KvittError } from '@/lib/core/errors.ts';
import { log } from '@/lib/core/log.ts';
import { translator } from '@/lib/texts/translate.ts';
import { currentLanguage } from './current-language.ts';
import { asksForLevel, higherSignIn } from './higher-sign-in.ts';
import { ProblemHelp } from './problem-help.tsx';
import { renderDocument } from './render-document.tsx';
import { seeOther } from './see-other.ts';

/**
 * Runs a route handler's work; a refused request becomes a page that helps on, in one place, and nothing becomes a bare 500.
 * @param next where a person whose sign-in is too low comes back to after signing in at the level; without it a page tells them.
 */
export async function answerError(work: () => Promise<Response>, next?: string): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isFromNext(error)) throw error;
    if (next && asksForLevel(error)) return seeOther(higherSignIn(next, error));
    const code = error instanceof KvittError ? error.code : 'unavailable';
    if (!(error instanceof KvittError)) log.error({ err: error }, 'a route failed');
    const translate = translator(await currentLanguage());
    return renderDocument({
      title: translate(`problem.${code}Title`),
      status: errorStatus[code],
      body: <ProblemHelp error={error instanceof KvittError ? error : undefined} t={translate} />,
    });
  }
}

/** `redirect()` and `notFound()` work by throwing. */
function isFromNext(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');
}
