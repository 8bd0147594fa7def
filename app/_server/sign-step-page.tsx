import { levelName } from '@/components/signing/level-name.ts';
import { SignPage } from '@/components/signing/sign-page.tsx';
import { SignedWaiting } from '@/components/signing/signed-waiting.tsx';
import { asLanguage, type Language } from '@/lib/core/language.ts';
import { formatMoney } from '@/lib/core/money.ts';
import type { Actor } from '@/lib/core/party.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import type { MoneyOfSigning, SignView } from '@/lib/workflow/signing/read-sign-view.ts';
import { caseSteps } from './progress-steps.ts';
import { problemWords } from './sign-problem.ts';

interface Props {
  view: SignView;
  actor: Actor;
  language: Language;
  /** `problem` of the page's query. */
  problem?: string;
}

/** The signing step of a case, from what its state says. */
export function SignStep({ view, actor, language, problem }: Props) {
  const t = translator(language);
  const { found, definition, toSign } = view;
  if (!toSign)
    return <SignedWaiting title={view.title} caseLanguage={asLanguage(found.language)} translate={t} />;
  const level = levelName(toSign.acr, t);
  return (
    <SignPage
      submissionId={found.id}
      title={toSign.document.title}
      steps={caseSteps({ definition, submission: found, toPay: toSign.money.kind !== 'none' }, 'sign', t)}
      statement={toSign.document.statement}
      sections={toSign.document.sections}
      facts={factsOf(view, actor, level, t)}
      consequences={consequencesOf(toSign.money, t)}
      problem={problemWords(problem, t)}
      stepUpLevel={toSign.needsStepUp ? level : undefined}
      provedLevel={toSign.stepUpId ? level : undefined}
      hidden={{
        seenContentHash: toSign.seen.contentHash,
        seenTextHash: toSign.seen.textHash,
        seenLanguage: toSign.seen.language,
        ...(toSign.stepUpId && { stepUp: toSign.stepUpId }),
      }}
      mayWithdraw={view.mayWithdraw}
      translate={t}
    />
  );
}

function factsOf(
  view: SignView,
  actor: Actor,
  level: string,
  t: Translate,
): { term: string; detail: string }[] {
  const { acting } = actor;
  const organisation = acting.orgNumber
    ? `${acting.name}, ${t('signing.orgNumber', { number: acting.orgNumber })}`
    : acting.name;
  return [
    { term: t('signing.signer'), detail: actor.personName },
    {
      term: t('signing.onBehalfOf'),
      detail: acting.kind === 'person' ? t('signing.onBehalfOfSelf') : organisation,
    },
    { term: t('signing.levelAsked'), detail: level },
    { term: t('signing.caseReference'), detail: view.reference },
    ...(view.deadlineAt
      ? [{ term: t('signing.deadline'), detail: formatDate(view.deadlineAt, t.language) }]
      : []),
  ];
}

function consequencesOf(money: MoneyOfSigning, t: Translate): string[] {
  const again = t('signing.rejectHelp');
  if (money.kind === 'none') return [again];
  const amount = formatMoney(money, t.language);
  switch (money.kind) {
    case 'held':
      return [t('signing.afterHeld', { amount }), `${again} ${t('signing.rejectHeld')}`];
    case 'taken':
      return [`${again} ${t('signing.rejectTaken', { amount })}`];
    case 'to_pay':
      return [t('signing.afterPay', { amount }), again];
  }
}
