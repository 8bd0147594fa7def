import { type Language, languages } from '@/lib/core/language.ts';
import { languageNames } from '@/lib/texts/text-names.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { AmountField, type AmountView } from './amount-field.tsx';
import { PaymentFields, type PaymentSectionView } from './payment-fields.tsx';
import { TermsFields, type TermsSectionView } from './terms-fields.tsx';

/** One text in three languages; `theirs` is what somebody else saved meanwhile, where it differs. */
export interface TextView {
  key: string;
  name: string;
  values: Record<Language, { field: string; text: string; theirs?: string }>;
}

export interface SectionView {
  action: string;
  back: string;
  title: string;
  /** Names what the form shows, for the save. */
  seen: string;
  texts: readonly TextView[];
  amounts: readonly AmountView[];
  payment?: PaymentSectionView;
  terms?: TermsSectionView;
  /** What is stored and does not fit the payment agreement: it keeps the service from being published. */
  misfits: readonly string[];
  /** What is worth knowing, and keeps nobody from publishing. */
  hints: readonly string[];
  errors: readonly { fieldId: string; message: string }[];
  /** Somebody saved the same section meanwhile. */
  conflict?: { by: string; at: string };
  notice?: string;
}

/** The form of one section of a service. It works without scripts, and shows what was posted when it could not be saved. */
export function SectionForm({ view, t }: { view: SectionView; t: Translate }) {
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary title={t('adminService.errorsTitle')} errors={view.errors} />
      <Heading level={1}>{view.title}</Heading>
      {view.notice ? (
        <Alert color="success">
          <p>{view.notice}</p>
        </Alert>
      ) : null}
      {view.conflict ? (
        <Alert color="warning" title={t('adminService.conflictTitle')}>
          <p>{t('adminService.conflictBy', view.conflict)}</p>
          <p>{t('adminService.conflictAgain')}</p>
        </Alert>
      ) : null}
      {view.misfits.length > 0 ? (
        <Alert color="warning" title={t('adminService.misfitsTitle')} id="misfits">
          <ul className="ds-list">
            {view.misfits.map((misfit) => (
              <li key={misfit}>{misfit}</li>
            ))}
          </ul>
          <p>{t('adminService.misfitsThen')}</p>
        </Alert>
      ) : null}
      {view.hints.length > 0 ? (
        <Alert color="info">
          <ul className="ds-list">
            {view.hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <form id="section" method="post" action={view.action} className="kv-stack" data-gap="lg">
        <input type="hidden" name="seen" value={view.seen} />
        {view.amounts.length > 0 ? (
          <section className="kv-stack" aria-labelledby="amounts-title">
            <Heading level={2} id="amounts-title">
              {t('adminService.amountsTitle')}
            </Heading>
            <p>{t('adminService.amountsLead')}</p>
            {view.amounts.map((amount) => (
              <AmountField key={amount.id} amount={amount} t={t} />
            ))}
          </section>
        ) : null}
        {view.payment ? <PaymentFields payment={view.payment} t={t} /> : null}
        {view.terms ? <TermsFields terms={view.terms} t={t} /> : null}
        {view.texts.length > 0 ? <p className="kv-muted">{t('adminService.textsLead')}</p> : null}
        {view.texts.map((text) => (
          <TextFields key={text.key} text={text} t={t} />
        ))}
        <div className="kv-actions">
          <Button>{t('adminService.save')}</Button>
          <LinkButton href={view.back} variant="secondary">
            {t('adminService.back')}
          </LinkButton>
        </div>
      </form>
    </div>
  );
}

function TextFields({ text, t }: { text: TextView; t: Translate }) {
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">
        {text.name} <span className="kv-key">{text.key}</span>
      </legend>
      <div className="kv-languages">
        {languages.map((language) => {
          const { field, text: value, theirs } = text.values[language];
          return (
            <Field
              key={language}
              id={field}
              label={t(languageNames[language])}
              hint={
                theirs === undefined ? undefined : (
                  <span lang={language} className="kv-kept-lines">
                    {t('adminService.conflictTheirs', { text: theirs || t('adminService.empty') })}
                  </span>
                )
              }
            >
              {(control) => (
                <Textarea
                  {...control}
                  name={field}
                  lang={language}
                  rows={rowsFor(text)}
                  defaultValue={value}
                />
              )}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}

function rowsFor({ values }: TextView): number {
  const longest = Math.max(...languages.map((language) => values[language].text.length));
  return Math.min(10, Math.max(2, Math.ceil(longest / 36)));
}
