import { CaseProgress } from '@/components/submission/case-progress.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { Button } from '@/components/ui/button.tsx';
import { DescriptionList } from '@/components/ui/description-list.tsx';
import { ErrorSummary } from '@/components/ui/error-summary.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import type { ProgressStep } from '@/components/ui/progress-steps.tsx';
import { WithdrawLink } from '@/components/withdrawal/withdraw-link.tsx';
import type { Language } from '@/lib/core/language.ts';
import type { Currency } from '@/lib/core/money.ts';
import { formatMoney } from '@/lib/core/money.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { OrderTable, type OrderTableLine } from './order-table.tsx';
import { PayForm } from './pay-form.tsx';
import type { SituationWords } from './payment-situation.ts';
import { Refresh } from './refresh.tsx';
import type { WaysToPayProps } from './ways-to-pay.tsx';

export interface PayPageProps {
  submissionId: string;
  title: string;
  /** That the title is written in. */
  caseLanguage: Language;
  /** All of the case; nothing is shown of a single one. */
  steps: readonly ProgressStep[];
  reference: string;
  ownerName: string;
  description: string;
  lines: OrderTableLine[];
  currency: Currency;
  vatMinor: number;
  totalMinor: number;
  /** In words, e.g. `1. desember 2026`. */
  deadline?: string;
  dueDate?: string;
  overdue: boolean;
  kid?: string;
  /** Absent: nothing has been tried yet. */
  situation?: SituationWords;
  /** What it was paid with, in words; `none` when that is not known. */
  used: string;
  /** What has gone back of the latest payment, in words. */
  returned: string;
  ways: Omit<WaysToPayProps, 't' | 'error'>;
  /** Mark of the price that is shown. */
  seenPrice: string;
  /** What is otherwise than on the page where it was asked to pay. */
  changed?: 'answers' | 'price';
  /** Something that was asked for just now could not be done. */
  editFailed: boolean;
  /** It was asked to pay without the choice that is needed. */
  choiceMissing: boolean;
  canEdit: boolean;
  /** Whether going back to the answers gives up the date when the case was received. */
  editMovesDate: boolean;
  mayWithdraw: boolean;
  translate: Translate;
}

/** The payment step: what it costs, how it went, and one thing to do. */
export function PayPage(props: PayPageProps) {
  const { translate, situation, submissionId } = props;
  const amount = formatMoney({ amountMinor: props.totalMinor, currency: props.currency }, translate.language);
  const mayPay = !situation || situation.button !== undefined;
  const error =
    mayPay && props.choiceMissing && props.ways.options ? translate('payment.chooseMissing') : undefined;
  const errors = error ? [{ fieldId: 'choice', message: error }] : [];
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      {situation?.waits && <Refresh seconds={5} />}
      <ErrorSummary title={translate('payment.errorsTitle')} errors={errors} />
      <div className="kv-stack" data-gap={props.steps.length > 1 ? undefined : 'xs'}>
        <div className="kv-stack" data-gap="xs">
          <p className="kv-muted" lang={props.caseLanguage}>
            {props.title}
          </p>
          <CaseProgress steps={props.steps} t={translate} />
        </div>
        <Heading level={1}>{translate('payment.heading')}</Heading>
      </div>
      {props.editFailed && (
        <Alert color="warning" role="alert">
          {translate('payment.editNoAnswer')}
        </Alert>
      )}
      {props.changed && mayPay && (
        <Alert color="warning" title={translate(changedWords[props.changed].title)} role="alert">
          <p>{translate(changedWords[props.changed].body)}</p>
        </Alert>
      )}
      {situation && (
        <Alert color={situation.color} title={translate(situation.title)} role="status">
          <p>{translate(situation.body, valuesOf(props))}</p>
          {situation.waits && <p>{translate('payment.waitingHint')}</p>}
        </Alert>
      )}
      {props.overdue && !situation && <Alert color="warning">{translate('payment.overdue')}</Alert>}
      <DescriptionList rows={facts(props, amount, mayPay)} />
      {mayPay && <PayForm {...props} amount={amount} error={error} />}
      {situation?.waits && (
        <form method="post" action={`/submissions/${submissionId}/pay/save`} className="kv-actions">
          <Button name="action" value="check" variant="secondary">
            {translate('payment.checkAgain')}
          </Button>
          <LinkButton href="/inbox" variant="tertiary">
            {translate('payment.toInbox')}
          </LinkButton>
        </form>
      )}
      {!mayPay && !situation?.waits && (
        <div className="kv-actions">
          <LinkButton href="/inbox">{translate('payment.toInbox')}</LinkButton>
        </div>
      )}
      <OrderTable {...props} />
      <DescriptionList rows={references(props)} />
      {props.mayWithdraw && <WithdrawLink submissionId={submissionId} t={translate} />}
    </div>
  );
}

/** Answers are kept only where there was something to fill in. */
function valuesOf({ ownerName, used, returned, canEdit }: PayPageProps) {
  return { owner: ownerName, used, returned, filled: canEdit ? 'yes' : 'no' };
}

const changedWords = {
  answers: { title: 'payment.answersChangedTitle', body: 'payment.answersChangedBody' },
  price: { title: 'payment.priceChangedTitle', body: 'payment.priceChangedBody' },
} as const;

/** What there is no more to do about, has no deadline and is not «to pay». */
function facts(props: PayPageProps, amount: string, mayPay: boolean) {
  const { translate } = props;
  const rows = [
    { term: translate(mayPay ? 'payment.toPay' : 'payment.lineAmount'), detail: <strong>{amount}</strong> },
    { term: translate('payment.payee'), detail: props.ownerName },
    { term: translate('payment.what'), detail: props.description },
  ];
  if (props.dueDate) rows.push({ term: translate('payment.dueDate'), detail: props.dueDate });
  else if (props.deadline && mayPay)
    rows.push({ term: translate('payment.deadline'), detail: props.deadline });
  return rows;
}

/** What it can be known by, below the button: nobody needs it to pay. */
function references({ kid, reference, translate }: PayPageProps) {
  return [
    ...(kid ? [{ term: translate('payment.kid'), detail: kid }] : []),
    { term: translate('payment.reference'), detail: reference },
  ];
}
