import { WithdrawPage } from '@/components/withdrawal/withdraw-page.tsx';
import { asLanguage, type Language } from '@/lib/core/language.ts';
import { formatMoney } from '@/lib/core/money.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { beforeWithdrawal } from '@/lib/workflow/withdrawing/describe-money.ts';
import type { WithdrawalView } from '@/lib/workflow/withdrawing/read-withdrawal.ts';

interface Props {
  view: WithdrawalView;
  language: Language;
  /** `problem` of the page's query. */
  problem?: string;
}

/** The page that tells what withdrawing a case means, from what its money and its service say. */
export function WithdrawStep({ view, language, problem }: Props) {
  const t = translator(language);
  const { found } = view;
  return (
    <WithdrawPage
      submissionId={found.id}
      title={found.title}
      caseLanguage={asLanguage(found.language)}
      heading={t(withdrawalTitle(view))}
      reference={found.reference}
      money={beforeWithdrawal(view.money, t)}
      lede={ledeOf(view, t)}
      answers={answersOf(view, t)}
      button={buttonText(view, t)}
      mark={view.mark}
      problem={problemWords(problem, t)}
      translate={t}
    />
  );
}

/** A draft is nobody's case yet: it is deleted, not withdrawn. */
export function withdrawalTitle({ from }: Pick<WithdrawalView, 'from'>): TextKey {
  return from === 'draft' ? 'withdrawal.titleDraft' : 'withdrawal.title';
}

function ledeOf({ found, from, ends, untilHandled }: WithdrawalView, t: Translate): string[] {
  if (from !== 'completed')
    return [t(from === 'draft' ? 'withdrawal.ledeDraft' : 'withdrawal.lede', { title: found.title })];
  return [
    t('withdrawal.ledeCompleted', { title: found.title }),
    ...(ends ? [t('withdrawal.ends', { date: formatDate(ends, t.language) })] : []),
    ...(untilHandled ? [t('withdrawal.endsWhenHandled')] : []),
  ];
}

function answersOf({ from, keptUntil }: WithdrawalView, t: Translate): string {
  if (from === 'completed') return t('withdrawal.answersKept');
  return keptUntil
    ? t('withdrawal.erasedOn', { date: formatDate(keptUntil, t.language) })
    : t('withdrawal.erasedNow');
}

function buttonText({ from, money, keptUntil }: WithdrawalView, t: Translate): string {
  const { heldMinor, currency } = money;
  const takenMinor = money.takenMinor - money.keptMinor;
  const amount = (amountMinor: number) => formatMoney({ amountMinor, currency }, t.language);
  if (takenMinor > 0) return t('withdrawal.confirmTaken', { amount: amount(takenMinor) });
  if (heldMinor > 0) return t('withdrawal.confirmHeld', { amount: amount(heldMinor) });
  return t(keptUntil || from === 'completed' ? 'withdrawal.confirmNothing' : 'withdrawal.confirmErase');
}

function problemWords(problem: string | undefined, t: Translate) {
  if (problem === 'no_answer')
    return { title: t('withdrawal.noAnswerTitle'), text: t('withdrawal.noAnswer') };
  if (problem === 'changed') return { title: t('withdrawal.changedTitle'), text: t('withdrawal.changed') };
  if (problem === 'busy') return { title: t('withdrawal.busyTitle'), text: t('withdrawal.busy') };
  return undefined;
}
