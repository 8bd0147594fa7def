import { PayPage } from '@/components/payment/pay-page.tsx';
import { situationWords } from '@/components/payment/payment-situation.ts';
import type { Language } from '@/lib/core/language.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { PaymentSituation, PaymentView } from '@/lib/workflow/paying/payment-view.ts';

interface Props {
  view: PaymentView;
  language: Language;
  editFailed: boolean;
}

/** The payment step of a case, from what its state says. */
export function PayStep({ view, language, editFailed }: Props) {
  const { found, order, situation } = view;
  const words = wordsOf(situation);
  return (
    <PayPage
      submissionId={found.id}
      title={found.title}
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
      editFailed={editFailed}
      canEdit={view.canEdit}
      mayWithdraw={view.mayWithdraw}
      translate={translator(language)}
    />
  );
}

function wordsOf(situation: PaymentSituation) {
  switch (situation.kind) {
    case 'pay':
      return situation.because && situationWords[situation.because];
    case 'open':
      return situationWords[situation.declined ? 'declined' : 'open'];
    default:
      return situationWords[situation.kind];
  }
}
