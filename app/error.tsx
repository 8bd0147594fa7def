'use client';

import { ErrorHelp } from '@/components/portal/error-help.tsx';
import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';

/** When a page breaks. It runs in the browser, so it brings its own few words and reads the language off the document. */
export default function PageError({ error }: { error: Error & { digest?: string } }) {
  const language =
    typeof document === 'undefined'
      ? defaultLanguage
      : (asLanguage(document.documentElement.lang) ?? defaultLanguage);
  return <ErrorHelp languages={[language]} code={error.digest} />;
}
