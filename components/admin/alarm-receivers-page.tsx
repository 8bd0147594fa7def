import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import type { Option } from '../ui/option.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Textarea } from '../ui/textarea.tsx';

export interface AlarmReceiversPageProps {
  /** As written: one on each line. */
  addresses: string;
  most: number;
  languages: readonly Option[];
  language: string;
  errors?: { addresses?: string; language?: string };
  saved?: boolean;
  t: Translate;
}

/** Where an owner's alarms are told by e-mail, and in which language. */
export function AlarmReceiversPage({
  addresses,
  most,
  languages,
  language,
  errors = {},
  saved,
  t,
}: AlarmReceiversPageProps) {
  const wrong = (['addresses', 'language'] as const).flatMap((fieldId) => {
    const message = errors[fieldId];
    return message ? [{ fieldId, message }] : [];
  });
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary title={t('alarms.errorsTitle')} errors={wrong} />
      <BackLink href="/admin/alarms">{t('alarms.backToList')}</BackLink>
      <Heading level={1}>{t('alarms.mailTitle')}</Heading>
      {saved ? (
        <Alert color="success">
          <p>{t('alarms.mailSaved')}</p>
        </Alert>
      ) : null}
      <p>{t('alarms.mailLead')}</p>
      <form id="receivers" method="post" action="/admin/alarms/mail/save" className="kv-stack" data-gap="lg">
        <Field
          id="addresses"
          label={t('alarms.addresses')}
          hint={t('alarms.addressesHint', { most })}
          error={errors.addresses}
          optionalText={t('form.optional')}
        >
          {(control) => (
            <Textarea
              {...control}
              name="addresses"
              rows={4}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={addresses}
            />
          )}
        </Field>
        <RadioGroup
          id="language"
          name="language"
          legend={t('alarms.language')}
          options={languages}
          value={language}
          error={errors.language}
        />
        <div className="kv-actions">
          <Button>{t('alarms.saveMail')}</Button>
        </div>
      </form>
    </div>
  );
}
