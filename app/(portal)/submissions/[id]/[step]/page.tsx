import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { CheckStep } from '@/app/_server/check-step.tsx';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { FormStep, type StepQuery } from '@/app/_server/form-step.tsx';
import { KvittError } from '@/lib/core/errors.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { type Draft, nextDraftStep, readDraft } from '@/lib/workflow/filling/read-draft.ts';
import { calculatePrice } from '../actions.ts';

interface Props {
  params: Promise<{ id: string; step: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The draft, or the way to the step that the case's state says; the address never decides. */
const loadDraft = cache(async (id: string, step: string): Promise<Draft> => {
  const actor = await requireActor(`/submissions/${id}/${step}`);
  const draft = await readDraft(app(), actor, id).catch((error: unknown) => {
    if (error instanceof KvittError && error.code === 'not_found') notFound();
    if (error instanceof KvittError && error.code === 'step_up_required')
      redirect(higherSignIn(id, step, error));
    throw error;
  });
  if (!draft) redirect(`/submissions/${id}`);
  const isVisible = visibleForm(draft.form, draft.answers).pages.some((page) => page.id === step);
  if (step !== 'check' && !isVisible) redirect(`/submissions/${id}/${nextDraftStep(draft)}`);
  return draft;
});

function higherSignIn(id: string, step: string, { details }: KvittError): string {
  const next = `/submissions/${id}/${step}`;
  return `/sign-in?${new URLSearchParams({ next, level: details.acr ?? '' })}`;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id, step } = await params;
  const draft = await loadDraft(id, step);
  const language = await currentLanguage();
  const t = translator(language);
  const text = serviceText(draft.definition, language);
  const page = draft.form.pages.find((each) => each.id === step);
  const title = page ? text(page.textResourceBindings.title) : t('form.checkTitle');
  const { errors, file } = await searchParams;
  return {
    title: `${errors || file ? `${t('form.errorPrefix')}: ` : ''}${title} · ${text('service.title')}`,
  };
}

/** A page of a form, or the check page, of a case that is being filled in. */
export default async function StepPage({ params, searchParams }: Props) {
  const { id, step } = await params;
  const draft = await loadDraft(id, step);
  const actor = await requireActor(`/submissions/${id}/${step}`);
  const query = oneOfEach(await searchParams);
  const shared = { draft, actor, language: await currentLanguage(), now: app().clock.now(), query };
  if (step === 'check') return <CheckStep {...shared} />;
  return <FormStep {...shared} pageId={step} calculatePrice={calculatePrice.bind(null, id, step)} />;
}

function oneOfEach(query: Record<string, string | string[] | undefined>): StepQuery & { price?: string } {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()[0]]));
}
