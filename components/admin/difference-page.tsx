import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { DescriptionList, type DescriptionRow } from '../ui/description-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { Textarea } from '../ui/textarea.tsx';

export interface DifferencePageProps {
  id: string;
  title: string;
  /** What to do about it. */
  action: string;
  facts: readonly DescriptionRow[];
  notice?: { text: string; color: 'success' | 'info' };
  /** Present while it is open. */
  resolve?: { reason?: string; error?: string };
  t: Translate;
}

/** One difference: what does not agree, what to do, and the way to close it. */
export function DifferencePage({ id, title, action, facts, notice, resolve, t }: DifferencePageProps) {
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary
        title={t('reconciliation.errorsTitle')}
        errors={resolve?.error ? [{ fieldId: 'reason', message: resolve.error }] : []}
      />
      <BackLink href="/admin/reconciliation">{t('reconciliation.back')}</BackLink>
      <Heading level={1}>{title}</Heading>
      {notice ? (
        <Alert color={notice.color}>
          <p>{notice.text}</p>
        </Alert>
      ) : null}
      <Alert color={resolve ? 'warning' : 'info'} title={t('reconciliation.what')}>
        <p>{action}</p>
      </Alert>
      <DescriptionList rows={facts} />
      {resolve ? (
        <form
          method="post"
          action={`/admin/reconciliation/differences/${id}/resolve`}
          className="kv-stack"
          aria-labelledby="resolve-title"
        >
          <Heading level={2} id="resolve-title">
            {t('reconciliation.resolveTitle')}
          </Heading>
          <p>{t('reconciliation.resolveLead')}</p>
          <Field
            id="reason"
            label={t('reconciliation.reason')}
            hint={t('reconciliation.reasonHint')}
            error={resolve.error}
          >
            {(control) => <Textarea {...control} name="reason" rows={3} defaultValue={resolve.reason} />}
          </Field>
          <div className="kv-actions">
            <Button>{t('reconciliation.resolveButton')}</Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
