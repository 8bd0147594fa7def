import { setTimeout as wait } from 'node:timers/promises';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { awaitedCookie, awaitedVersion } from '@/lib/core/awaited-version.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import { app } from '@/lib/workflow/app.ts';
import { type Draft, nextDraftStep } from '@/lib/workflow/filling/read-draft.ts';
import { readSavedDraft } from '@/lib/workflow/filling/read-saved-draft.ts';
import { requireActor } from './current-actor.ts';
import { atItsLevel } from './higher-sign-in.ts';

/** Between looks at whether a save has come: all of them together are three seconds. */
const pauseMs = 50;

/** The draft, or the way to the step that the case's state says; the address never decides. Once per request. */
export const loadDraft = cache(async (id: string, step: string): Promise<Draft> => {
  const actor = await requireActor(`/submissions/${id}/${step}`);
  const awaited = awaitedVersion((await cookies()).get(awaitedCookie)?.value);
  const draft = await atItsLevel(
    `/submissions/${id}/${step}`,
    readSavedDraft(app(), actor, id, awaited, () => wait(pauseMs)),
  );
  if (!draft) redirect(`/submissions/${id}`);
  const isVisible = visibleForm(draft.form, draft.answers).pages.some((page) => page.id === step);
  if (step !== 'check' && !isVisible) redirect(`/submissions/${id}/${nextDraftStep(draft)}`);
  return draft;
});
