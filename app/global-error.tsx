'use client';

import { ErrorHelp } from '@/components/portal/error-help.tsx';
import { languages } from '@/lib/core/language.ts';

/** When even the frame breaks: nothing is known of the visitor, so it speaks all three languages. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="nb" data-color-scheme="light">
      <head>
        <title>Kvitt</title>
        <link rel="stylesheet" href="/styles/kvitt.css" />
      </head>
      <body>
        <main className="kv-main">
          <ErrorHelp languages={languages} code={error.digest} />
        </main>
      </body>
    </html>
  );
}
