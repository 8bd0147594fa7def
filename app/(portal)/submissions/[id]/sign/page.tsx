import { redirect } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { atItsLevel } from '@/app/_server/higher-sign-in.ts';
import { SignStep } from '@/app/_server/sign-step-page.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { readSignView } from '@/lib/workflow/signing/read-sign-view.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadView = cache(async (id: string, stepUpId: string | undefined) => {
  const here = `/submissions/${id}/sign`;
  const actor = await requireActor(here);
  const language = await currentLanguage();
  const view = await atItsLevel(here, readSignView(app(), actor, id, { language, stepUpId }));
  return { actor, language, view: view ?? redirect(`/submissions/${id}`) };
});

export const generateMetadata = pageMetadata(async ({ params, searchParams }: Props) => {
  const { view, language } = await loadView((await params).id, first((await searchParams).stepUp));
  return { title: `${translator(language)('signing.title')} · ${view.title}` };
});

/** The signing step of a case that waits for a signature; otherwise the way to the step that its state says. */
export default page(async function SignStepPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const { view, actor, language } = await loadView(id, first(query.stepUp));
  return <SignStep view={view} actor={actor} language={language} problem={first(query.problem)} />;
});

function first(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0];
}
