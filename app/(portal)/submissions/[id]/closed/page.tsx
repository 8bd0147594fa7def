import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { Refresh } from '@/components/payment/refresh.tsx';
import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { KvittError } from '@/lib/core/errors.ts';
import { findCase } from '@/lib/submissions/find-case.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { pathOfCase } from '@/lib/workflow/engine/current-step.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLanguage())('portal.titleSuffix') };
}

/** A case with nothing left to do for the person: withdrawn, expired, or being completed right now. */
export default async function ClosedRoute({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/submissions/${id}/closed`);
  const found = await findCase(app().db, actor, id).catch((error: unknown) => {
    if (error instanceof KvittError && error.code === 'not_found') notFound();
    throw error;
  });
  const path = await pathOfCase(app().db, found);
  if (path !== `/submissions/${id}/closed`) redirect(path);
  const translate = translator(await currentLanguage());
  const words =
    (
      {
        withdrawn: ['payment.closedWithdrawn', 'payment.closedWithdrawnBody'],
        expired: ['payment.closedExpired', 'payment.closedExpiredBody'],
      } as const
    )[found.status as 'withdrawn' | 'expired'] ?? (['payment.finishing', 'payment.finishingBody'] as const);
  return (
    <>
      {found.status === 'awaiting_signature' && <Refresh seconds={5} />}
      <HelpPage title={translate(words[0])} paragraphs={[found.title, translate(words[1])]}>
        <LinkButton href="/inbox">{translate('payment.toInbox')}</LinkButton>
      </HelpPage>
    </>
  );
}
