import { WaysToPay } from '../payment/ways-to-pay.tsx';
import { Button } from '../ui/button.tsx';
import { HiddenFields } from '../ui/hidden-fields.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import type { CheckPageProps } from './check-page.tsx';
import { seenFields } from './seen-fields.ts';

/** The button that makes it final, saying what happens. Nothing is sent while something is missing. */
export function ConfirmForm({
  base,
  price,
  seen,
  missingOn,
  received,
  confirmText,
  payElsewhere,
  ways,
  lastPageHref,
  t,
}: CheckPageProps) {
  const failed = price.kind !== 'price';
  return (
    <form method="post" action={`${base}/check/save`} className="kv-stack kv-no-print">
      <HiddenFields
        fields={[
          [seenFields.answers, seen.answers],
          [seenFields.price, seen.price],
        ]}
      />
      {missingOn ? null : (
        <p>
          <strong>{t('form.receivedTitle')}</strong> {received}
        </p>
      )}
      {missingOn || failed || !ways ? null : <WaysToPay {...ways} t={t} />}
      {missingOn || failed || !payElsewhere ? null : <p className="kv-muted">{t('form.payElsewhere')}</p>}
      <div className="kv-actions">
        {missingOn ? null : <Button>{failed ? t('form.tryAgain') : confirmText}</Button>}
        <LinkButton href={lastPageHref} variant="secondary">
          {t('form.back')}
        </LinkButton>
        <LinkButton href="/inbox/in-progress" variant="tertiary">
          {t('form.later')}
        </LinkButton>
      </div>
    </form>
  );
}
