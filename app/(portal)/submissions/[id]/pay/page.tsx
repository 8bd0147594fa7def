import { redirect } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { atItsLevel } from '@/app/_server/higher-sign-in.ts';
import { oneOfEach } from '@/app/_server/one-of-each.ts';
import { PayStep, paySituationWords } from '@/app/_server/pay-step.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { readPaymentView } from '@/lib/workflow/paying/payment-view.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadView = cache(async (id: string) => {
  const here = `/submissions/${id}/pay`;
  const view = await atItsLevel(here, readPaymentView(app(), await requireActor(here), id));
  return view ?? redirect(`/submissions/${id}`);
});

export const generateMetadata = pageMetadata(async ({ params, searchParams }: Props) => {
  const view = await loadView((await params).id);
  const t = translator(await currentLanguage());
  const { problem } = oneOfEach(await searchParams);
  const words = paySituationWords(view.situation, problem);
  // How it went comes first: it is what the payer wants to know, and all that a tab has room for.
  const outcome = words ? `${t(words.title)} · ` : '';
  const error = problem === 'choose' || problem === 'edit' ? `${t('form.errorPrefix')}: ` : '';
  return { title: `${error}${outcome}${t('payment.heading')} · ${view.found.title}` };
});

/** The payment step of a case that waits for payment. */
export default page(async function PayRoute({ params, searchParams }: Props) {
  const view = await loadView((await params).id);
  const { problem, changed, choice } = oneOfEach(await searchParams);
  return <PayStep view={view} language={await currentLanguage()} {...{ problem, changed, choice }} />;
});
