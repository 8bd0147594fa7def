import { redirect } from 'next/navigation';
import { cache } from 'react';
import { KvittError } from '@/lib/core/errors.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import { app } from '@/lib/workflow/app.ts';
import { type Draft, nextDraftStep, readDraft } from '@/lib/workflow/filling/read-draft.ts';
import { requireActor } from './current-actor.ts';

/** The draft, or the way to the step that the case's state says; the address never decides. Once per request. */
export const loadDraft = cache(async (id: string, step: string): Promise<Draft> => {
  const actor = await requireActor(`/submissions/${id}/${step}`);
  const draft = await readDraft(app(), actor, id).catch((error: unknown) => {
    if (error instanceof KvittError && error.code === 'step_up_required')
      redirect(higherSignIn(`/submissions/${id}/${step}`, error));
    throw error;
  });
  if (!draft) redirect(`/submissions/${id}`);
  const isVisible = visibleForm(draft.form, draft.answers).pages.some((page) => page.id === step);
  if (step !== 'check' && !isVisible) redirect(`/submissions/${id}/${nextDraftStep(draft)}`);
  return draft;
});

/** Where a page sends a person whose sign-in is below what the case's service asks for. */
export function higherSignIn(next: string, { details }: KvittError): string {
  return `/sign-in?${new URLSearchParams({ next, level: details.acr ?? '' })}`;
}
