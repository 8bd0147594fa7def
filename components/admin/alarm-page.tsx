import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { DescriptionList, type DescriptionRow } from '../ui/description-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { Textarea } from '../ui/textarea.tsx';

export interface AlarmPageProps {
  id: string;
  title: string;
  /** What has happened, and what to do about it. */
  text: string;
  isOpen: boolean;
  facts: readonly DescriptionRow[];
  notice?: { text: string; color: 'success' | 'info' };
  /** Present while it is open, for those who may. */
  handle?: { stopsRefund: boolean; reason?: string; error?: string };
  /** Who may instead, in words. */
  wantsRole?: string;
  t: Translate;
}

/** One alarm: what has happened, what to do, and the way to say that it has been seen to. */
export function AlarmPage({ title, text, isOpen, facts, notice, handle, wantsRole, id, t }: AlarmPageProps) {
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary
        title={t('alarms.errorsTitle')}
        errors={handle?.error ? [{ fieldId: 'reason', message: handle.error }] : []}
      />
      <BackLink href="/admin/alarms">{t('alarms.backToList')}</BackLink>
      <Heading level={1}>{title}</Heading>
      {notice ? (
        <Alert color={notice.color}>
          <p>{notice.text}</p>
        </Alert>
      ) : null}
      <Alert color={isOpen ? 'warning' : 'info'} title={t('alarms.whatToDo')}>
        <p>{text}</p>
      </Alert>
      <DescriptionList rows={facts} />
      {handle ? <HandleForm id={id} {...handle} t={t} /> : null}
      {wantsRole ? <p>{t('alarms.wantsRole', { roles: wantsRole })}</p> : null}
    </div>
  );
}

function HandleForm({
  id,
  stopsRefund,
  reason,
  error,
  t,
}: NonNullable<AlarmPageProps['handle']> & { id: string; t: Translate }) {
  return (
    <form
      method="post"
      action={`/admin/alarms/${id}/handle`}
      className="kv-stack"
      aria-labelledby="handle-title"
    >
      <Heading level={2} id="handle-title">
        {t('alarms.handleTitle')}
      </Heading>
      <p>{t('alarms.handleLead')}</p>
      {stopsRefund ? (
        <Alert color="warning">
          <p>{t('alarms.handleStops')}</p>
        </Alert>
      ) : null}
      <Field id="reason" label={t('alarms.handling')} hint={t('alarms.reasonHint')} error={error}>
        {(control) => <Textarea {...control} name="reason" rows={3} defaultValue={reason} />}
      </Field>
      <div className="kv-actions">
        <Button>{t('alarms.handleButton')}</Button>
      </div>
    </form>
  );
}
