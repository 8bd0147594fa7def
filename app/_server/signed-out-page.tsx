import type { ReactNode } from 'react';
import { SignedOutPost } from '@/components/submission/signed-out-post.tsx';
import type { Language } from '@/lib/core/language.ts';
import { translator } from '@/lib/texts/translate.ts';
import { fieldEntries, type PostedForm } from './read-posted-form.ts';

/** The 401 document for a form page that was posted after the session had ended: what was written goes into it and is not lost. */
export function signedOutPage(
  { id, step, form }: { id: string; step: string; form: PostedForm },
  language: Language,
): { title: string; body: ReactNode; status: number } {
  const t = translator(language);
  const pageUrl = `/submissions/${encodeURIComponent(id)}/${encodeURIComponent(step)}`;
  return {
    status: 401,
    title: t('form.signedOutTitle'),
    body: (
      <SignedOutPost
        saveUrl={`${pageUrl}/save`}
        signInUrl={`/sign-in?${new URLSearchParams({ next: '/inbox/in-progress' })}`}
        fields={fieldEntries(form)}
        filenames={form.files.map(({ filename }) => filename)}
        t={t}
      />
    ),
  };
}
