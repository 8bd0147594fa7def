import { seenFields } from '@/components/submission/seen-fields.ts';
import { Button } from '@/components/ui/button.tsx';
import { HiddenFields } from '@/components/ui/hidden-fields.tsx';
import type { PayPageProps } from './pay-page.tsx';
import { WaysToPay } from './ways-to-pay.tsx';

/** The buttons that pay, or go back to the answers; with them what the page showed. */
export function PayForm({
  submissionId,
  situation,
  seenPrice,
  ways,
  canEdit,
  editMovesDate,
  translate,
  amount,
  error,
}: PayPageProps & { amount: string; error?: string }) {
  return (
    <form method="post" action={`/submissions/${submissionId}/pay/save`} className="kv-stack">
      <HiddenFields fields={[[seenFields.price, seenPrice]]} />
      <WaysToPay {...ways} error={error} t={translate} />
      <p className="kv-muted kv-small">{translate('payment.whereTo')}</p>
      <div className="kv-actions">
        <Button name="action" value="pay">
          {situation?.button ? translate(situation.button) : translate('payment.payButton', { amount })}
        </Button>
        {canEdit && (
          <Button name="action" value="edit" variant="secondary">
            {translate('payment.changeAnswers')}
          </Button>
        )}
      </div>
      {canEdit && editMovesDate && (
        <p className="kv-muted kv-small">{translate('payment.changeAnswersNote')}</p>
      )}
    </form>
  );
}
