import { redirect } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { oneOfEach } from '@/app/_server/one-of-each.ts';
import { PayStep } from '@/app/_server/pay-step.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { readPaymentView } from '@/lib/workflow/paying/payment-view.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadView = cache(async (id: string) => {
  const actor = await requireActor(`/submissions/${id}/pay`);
  const view = await readPaymentView(app(), actor, id);
  return view ?? redirect(`/submissions/${id}`);
});

export const generateMetadata = pageMetadata(async ({ params }: Props) => {
  const view = await loadView((await params).id);
  return { title: `${translator(await currentLanguage())('payment.heading')} · ${view.found.title}` };
});

/** The payment step of a case that waits for payment. */
export default page(async function PayRoute({ params, searchParams }: Props) {
  const view = await loadView((await params).id);
  const { problem, changed } = oneOfEach(await searchParams);
  return <PayStep view={view} language={await currentLanguage()} problem={problem} changed={changed} />;
});
