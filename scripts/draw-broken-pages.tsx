import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { HeadLinks } from '@/app/_server/head-links.tsx';
import { ProblemHelp } from '@/app/_server/problem-help.tsx';
import GlobalError from '@/app/global-error.tsx';
import { StaffFrame } from '@/components/admin/staff-frame.tsx';
import { ErrorHelp } from '@/components/portal/error-help.tsx';
import { PageFrame } from '@/components/portal/page-frame.tsx';
import { Unavailable } from '@/components/portal/unavailable.tsx';
import { KvittError } from '@/lib/core/errors.ts';
import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import { translator } from '@/lib/texts/translate.ts';

/*
 * Writes the pages of a Kvitt that is broken, which a sound one can't be brought to show, as JSON: name to document. Run as
 * a process of its own, as the browser test's compiler has its own idea of JSX. Takes the language.
 */
const language = asLanguage(process.argv[2]) ?? defaultLanguage;
const t = translator(language);
const frame = { language, path: '/', demo: true };
const error = new Error('Broken on purpose');
const tooLow = new KvittError('step_up_required', 'A higher level', { acr: 'idporten-loa-high' });

const inPortal = (body: ReactNode) =>
  inDocument(
    <PageFrame frame={frame} t={t}>
      {body}
    </PageFrame>,
  );
const pages = {
  unavailable: inPortal(<Unavailable path="/inbox" t={t} />),
  unavailableForStaff: inDocument(
    <StaffFrame frame={{ ...frame, path: '/admin' }} t={t}>
      <Unavailable path="/admin" t={t} />
    </StaffFrame>,
  ),
  tooLow: inPortal(<ProblemHelp error={tooLow} t={t} />),
  error: inPortal(<ErrorHelp languages={[language]} code="ABC123" />),
  globalError: renderToStaticMarkup(<GlobalError error={error} />),
};
console.log(JSON.stringify(pages));

function inDocument(body: ReactNode): string {
  return renderToStaticMarkup(
    <html lang={language} data-color-scheme="light">
      {/* biome-ignore lint/style/noHeadElement: a whole document */}
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Kvitt</title>
        <HeadLinks />
      </head>
      <body>{body}</body>
    </html>,
  );
}
