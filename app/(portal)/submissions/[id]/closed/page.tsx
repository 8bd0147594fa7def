import { redirect } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { Refresh } from '@/components/payment/refresh.tsx';
import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { asLanguage } from '@/lib/core/language.ts';
import { type Case, findCase } from '@/lib/submissions/find-case.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { pathOfCase } from '@/lib/workflow/engine/current-step.ts';
import { afterExpiry, afterWithdrawal } from '@/lib/workflow/withdrawing/describe-money.ts';
import { moneyOfClosed } from '@/lib/workflow/withdrawing/read-withdrawal.ts';

interface Props {
  params: Promise<{ id: string }>;
}

const loadCase = cache(async (id: string) => {
  const actor = await requireActor(`/submissions/${id}/closed`);
  return findCase(app().db, actor, id);
});

export const generateMetadata = pageMetadata(async ({ params }: Props) => {
  const found = await loadCase((await params).id);
  return { title: `${translator(await currentLanguage())(wordsFor(found).title)} · ${found.title}` };
});

/** A case with nothing left to do for the person: withdrawn, expired, or being completed right now. */
export default page(async function ClosedRoute({ params }: Props) {
  const { id } = await params;
  const found = await loadCase(id);
  const path = await pathOfCase(app().db, found);
  if (path !== `/submissions/${id}/closed`) redirect(path);
  const translate = translator(await currentLanguage());
  const { title, tell } = wordsFor(found);
  const words = await tell(found, translate);
  return (
    <>
      {found.status === 'awaiting_signature' && <Refresh seconds={5} />}
      <HelpPage
        title={translate(title)}
        about={{ text: found.title, language: asLanguage(found.language) }}
        paragraphs={words}
      >
        <LinkButton href="/inbox">{translate('payment.toInbox')}</LinkButton>
      </HelpPage>
    </>
  );
});

interface Closed {
  title: TextKey;
  /** What has become of it, in sentences. */
  tell: (found: Case, translate: Translate) => Promise<string[]>;
}

function wordsFor({ status, submittedAt }: Case): Closed {
  switch (status) {
    case 'withdrawn':
      return {
        title: submittedAt ? 'payment.closedWithdrawn' : 'payment.closedDeleted',
        tell: async (found, translate) => afterWithdrawal(await moneyOfClosed(app(), found), translate),
      };
    case 'expired':
      return {
        title: 'payment.closedExpired',
        tell: async (found, translate) => [
          translate(found.submittedAt ? 'payment.closedExpiredSubmittedBody' : 'payment.closedExpiredBody'),
          ...afterExpiry(found, await moneyOfClosed(app(), found), translate),
        ],
      };
    default:
      return {
        title: 'payment.closedFinishing',
        tell: async (_found, translate) => [translate('payment.closedFinishingBody')],
      };
  }
}
