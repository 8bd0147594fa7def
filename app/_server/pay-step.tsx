import { PayPage } from '@/components/payment/pay-page.tsx';
import { situationWords } from '@/components/payment/payment-situation.ts';
import type { Language } from '@/lib/core/language.ts';
import { formatMoney } from '@/lib/core/money.ts';
import { cardTypes } from '@/lib/payments/payment-method.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { priceMark } from '@/lib/workflow/engine/seen.ts';
import type { PaymentSituation, PaymentView } from '@/lib/workflow/paying/payment-view.ts';
import { caseSteps } from './progress-steps.ts';
import { cardTypeWords, waysWords } from './ways-words.ts';

interface Props {
  view: PaymentView;
  language: Language;
  /** What the address tells of the last try: `edit`, `choose`, or `left` for a payment page that was left by its way out. */
  problem?: string;
  /** Of what is otherwise than on the page where it was asked to pay: `answers` or `price`. */
  changed?: string;
  /** The way of paying that was chosen on the page before. */
  choice?: string;
}

/** The payment step of a case, from what its state says. */
export function PayStep({ view, language, problem, changed, choice }: Props) {
  const { found, definition, order, situation } = view;
  const words = paySituationWords(situation, problem);
  const t = translator(language);
  return (
    <PayPage
      submissionId={found.id}
      title={found.title}
      caseLanguage={view.language}
      steps={caseSteps({ definition, submission: found, toPay: true }, 'pay', t)}
      reference={found.reference}
      ownerName={view.ownerName[language]}
      description={order.description[language]}
      lines={order.lines.map((line) => ({
        name: line.name[language],
        explained: line.explained[language],
        vatCode: line.vatCode,
        grossMinor: line.grossMinor,
      }))}
      currency={order.currency}
      vatMinor={order.vatMinor}
      totalMinor={order.totalMinor}
      deadline={found.deadlineAt ? formatDate(found.deadlineAt, language) : undefined}
      dueDate={found.dueDate ? formatDate(new Date(`${found.dueDate}T12:00:00Z`), language) : undefined}
      overdue={view.overdue}
      kid={found.kid ?? undefined}
      situation={words}
      used={usedWords(view, t)}
      returned={formatMoney({ amountMinor: view.returnedMinor, currency: order.currency }, language)}
      ways={waysWords(view.ways, choice ?? view.chosen, t)}
      seenPrice={priceMark(order)}
      changed={changed === 'answers' || changed === 'price' ? changed : undefined}
      editFailed={problem === 'edit'}
      choiceMissing={problem === 'choose'}
      canEdit={view.canEdit}
      editMovesDate={definition.received === 'submitted'}
      mayWithdraw={view.mayWithdraw}
      translate={t}
    />
  );
}

/** «Visa (kredittkort)»: the kind of card where the service is limited to some. */
function usedWords({ used, ways }: PaymentView, t: Translate): string {
  if (!used) return 'none';
  const name = used.method[t.language];
  const kind =
    ways.allowed.cardTypes.length > 0 ? cardTypes.find((type) => type === used.cardType) : undefined;
  return kind ? `${name} (${t(cardTypeWords[kind])})` : name;
}

/** What is told of the payment; nothing before anything has been tried. */
export function paySituationWords(situation: PaymentSituation, problem?: string) {
  switch (situation.kind) {
    case 'pay':
      return situation.because && situationWords[situation.because];
    case 'open':
      return situationWords[situation.declined ? 'declined' : problem === 'left' ? 'left' : 'open'];
    default:
      return situationWords[situation.kind];
  }
}
