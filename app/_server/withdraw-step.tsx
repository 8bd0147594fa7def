import { WithdrawPage } from '@/components/withdrawal/withdraw-page.tsx';
import type { Language } from '@/lib/core/language.ts';
import { formatMoney } from '@/lib/core/money.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
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
  const { found, keptUntil } = view;
  return (
    <WithdrawPage
      submissionId={found.id}
      title={found.title}
      reference={found.reference}
      money={beforeWithdrawal(view.money, t)}
      answers={
        keptUntil
          ? t('withdrawal.erasedOn', { date: formatDate(keptUntil, language) })
          : t('withdrawal.erasedNow')
      }
      button={buttonText(view, t)}
      mark={view.mark}
      problem={problemWords(problem, t)}
      translate={t}
    />
  );
}

function buttonText({ money, keptUntil }: WithdrawalView, t: Translate): string {
  const { takenMinor, heldMinor, currency } = money;
  const amount = (amountMinor: number) => formatMoney({ amountMinor, currency }, t.language);
  if (takenMinor > 0) return t('withdrawal.confirmTaken', { amount: amount(takenMinor) });
  if (heldMinor > 0) return t('withdrawal.confirmHeld', { amount: amount(heldMinor) });
  return t(keptUntil ? 'withdrawal.confirmNothing' : 'withdrawal.confirmErase');
}

function problemWords(problem: string | undefined, t: Translate) {
  if (problem === 'no_answer')
    return { title: t('withdrawal.noAnswerTitle'), text: t('withdrawal.noAnswer') };
  if (problem === 'changed') return { title: t('withdrawal.changedTitle'), text: t('withdrawal.changed') };
  return undefined;
}
