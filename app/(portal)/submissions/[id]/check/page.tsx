import { CheckStep, hasProblems } from '@/app/_server/check-step.tsx';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { loadDraft } from '@/app/_server/load-draft.ts';
import { oneOfEach } from '@/app/_server/one-of-each.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { readWaysToPay } from '@/lib/workflow/paying/ways-to-pay.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageMetadata(async ({ params, searchParams }: Props) => {
  const draft = await loadDraft((await params).id, 'check');
  const language = await currentLanguage();
  const t = translator(language);
  const problem = hasProblems(draft, oneOfEach(await searchParams)) ? `${t('form.errorPrefix')}: ` : '';
  const title = t('form.checkTitle');
  return { title: `${problem}${title} · ${serviceText(draft.definition, language)('service.title')}` };
});

/** The check page of a case that is being filled in: a page of its own, so that it loads none of the form's scripts. */
export default page(async function CheckPage({ params, searchParams }: Props) {
  const { id } = await params;
  const draft = await loadDraft(id, 'check');
  return (
    <CheckStep
      draft={draft}
      ways={await readWaysToPay(app(), draft.submission, draft.definition)}
      actor={await requireActor(`/submissions/${id}/check`)}
      language={await currentLanguage()}
      now={app().clock.now()}
      query={oneOfEach(await searchParams)}
    />
  );
});
