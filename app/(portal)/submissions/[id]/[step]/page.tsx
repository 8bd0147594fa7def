import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { FormStep } from '@/app/_server/form-step.tsx';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { loadDraft } from '@/app/_server/load-draft.ts';
import { oneOfEach } from '@/app/_server/one-of-each.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { askAgain } from '@/lib/workflow/prefill/ask-again.ts';
import { earlierOffer } from '@/lib/workflow/prefill/earlier-answers.ts';
import { calculatePrice } from '../actions.ts';

interface Props {
  params: Promise<{ id: string; step: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageMetadata(async ({ params, searchParams }: Props) => {
  const { id, step } = await params;
  const draft = await loadDraft(id, step);
  const language = await currentLanguage();
  const t = translator(language);
  const text = serviceText(draft.definition, language);
  const page = draft.form.pages.find((each) => each.id === step);
  const title = page ? `${text(page.textResourceBindings.title)} · ` : '';
  const { errors, file, lookup } = await searchParams;
  return {
    title: `${errors || file || lookup ? `${t('form.errorPrefix')}: ` : ''}${title}${text('service.title')}`,
  };
});

/** A page of a form of a case that is being filled in. */
export default page(async function StepPage({ params, searchParams }: Props) {
  const { id, step } = await params;
  const loaded = await loadDraft(id, step);
  const actor = await requireActor(`/submissions/${id}/${step}`);
  const draft = await askAgain(app(), actor, loaded, step);
  return (
    <FormStep
      draft={draft}
      pageId={step}
      actor={actor}
      earlier={await earlierOffer(app().db, actor, draft, step)}
      language={await currentLanguage()}
      now={app().clock.now()}
      query={oneOfEach(await searchParams)}
      calculatePrice={calculatePrice.bind(null, id, step)}
    />
  );
});
