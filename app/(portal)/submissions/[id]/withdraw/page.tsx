import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { atItsLevel } from '@/app/_server/higher-sign-in.ts';
import { WithdrawStep, withdrawalTitle } from '@/app/_server/withdraw-step.tsx';
import { KvittError } from '@/lib/core/errors.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { readWithdrawal } from '@/lib/workflow/withdrawing/read-withdrawal.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
}

const loadView = cache(async (id: string) => {
  const here = `/submissions/${id}/withdraw`;
  const actor = await requireActor(here);
  const view = await atItsLevel(here, readWithdrawal(app(), actor, id)).catch((error: unknown) => {
    if (error instanceof KvittError && error.code === 'not_found') notFound();
    throw error;
  });
  return view ?? redirect(`/submissions/${id}`);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await loadView((await params).id);
  return { title: `${translator(await currentLanguage())(withdrawalTitle(view))} · ${view.found.title}` };
}

/** «Trekk saken tilbake»: what comes back and when, before anything is done; otherwise the way to where the case stands. */
export default async function WithdrawRoute({ params, searchParams }: Props) {
  const view = await loadView((await params).id);
  const [problem] = [(await searchParams).problem].flat();
  return <WithdrawStep view={view} language={await currentLanguage()} problem={problem} />;
}
