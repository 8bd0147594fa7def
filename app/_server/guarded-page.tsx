import type { Metadata } from 'next';
import { unstable_rethrow as rethrowNext } from 'next/navigation';
import type { ReactNode } from 'react';
import { ErrorHelp } from '@/components/portal/error-help.tsx';
import { errorStatus, KvittError } from '@/lib/core/errors.ts';
import { log } from '@/lib/core/log.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { currentLanguage } from './current-language.ts';
import { NotFoundHelp } from './not-found-help.tsx';
import { pageFrameData } from './page-frame-data.ts';
import { ProblemHelp } from './problem-help.tsx';
import { answerWithStatus } from './response-status.ts';

/**
 * Around every page: what cannot be shown becomes a page that helps on, with the right status, drawn on the server,
 * so that it is there without scripts too. Await what may fail in `render` itself, not in a component below it.
 */
export function page<Props>(render: (props: Props) => Promise<ReactNode>) {
  return async (props: Props): Promise<ReactNode> => {
    try {
      return await render(props);
    } catch (error) {
      rethrowNext(error);
      return helpFor(error);
    }
  };
}

/** Around `generateMetadata` of such a page, which meets the same refusals. */
export function pageMetadata<Props>(of: (props: Props) => Promise<Metadata>) {
  return async (props: Props): Promise<Metadata> => {
    try {
      return await of(props);
    } catch (error) {
      rethrowNext(error);
      const code = error instanceof KvittError ? error.code : 'unavailable';
      const t = translator(await currentLanguage());
      return { title: t(code === 'not_found' ? 'portal.notFoundTitle' : `problem.${code}Title`) };
    }
  };
}

async function helpFor(error: unknown): Promise<ReactNode> {
  if (!(error instanceof KvittError)) {
    const { available, frame } = await pageFrameData();
    // Then the layout has said it, in place of every page.
    if (!available) return null;
    const code = app().ids.token(6);
    log.error({ err: error, code }, 'a page failed');
    answerWithStatus(500);
    return <ErrorHelp languages={[frame.language]} code={code} />;
  }
  answerWithStatus(errorStatus[error.code]);
  if (error.code === 'not_found') return <NotFoundHelp {...(await pageFrameData())} />;
  return <ProblemHelp error={error} t={translator(await currentLanguage())} />;
}
