import { FormPage } from '@/components/submission/form-page.client.tsx';
import type { FormPageProps } from '@/components/submission/form-page-props.ts';
import { priceView } from '@/components/submission/price-view.ts';
import { StepHeader } from '@/components/submission/step-header.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import { formTextKeys } from '@/components/widgets/form-texts.ts';
import type { AttachedFile } from '@/components/widgets/widget.ts';
import { WithdrawLink } from '@/components/withdrawal/withdraw-link.tsx';
import type { Language } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { FormComponent, FormPage as Page } from '@/lib/forms/component.ts';
import { componentsOf } from '@/lib/forms/component-tree.ts';
import { capitalized } from '@/lib/forms/error-message.ts';
import { errorSentence } from '@/lib/forms/error-sentence.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { errorLabelOf, findComponent } from '@/lib/forms/label.ts';
import { pageNodes } from '@/lib/forms/page-nodes.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import { textKeysOf } from '@/lib/forms/text-keys.ts';
import { trimForm } from '@/lib/forms/trim-form.ts';
import { type FormError, validatePage } from '@/lib/forms/validate.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import { formatSize } from '@/lib/texts/format-size.ts';
import { messages } from '@/lib/texts/messages.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { priceOf } from '@/lib/workflow/filling/compute-price.ts';
import { countFiles, type Draft, pageMark } from '@/lib/workflow/filling/read-draft.ts';
import type { EarlierOffer } from '@/lib/workflow/prefill/earlier-answers.ts';
import { fetchedNotes } from './fetched-notes.ts';
import { isText, pageStatics } from './page-statics.tsx';
import { progressSteps } from './progress-steps.ts';
import { refusalKey } from './refusal-key.ts';

export interface StepQuery {
  errors?: string;
  more?: string;
  file?: string;
  lookup?: string;
  on?: string;
  return?: string;
}

interface Props {
  draft: Draft;
  pageId: string;
  actor: Actor;
  language: Language;
  now: Date;
  query: StepQuery;
  earlier?: EarlierOffer;
  calculatePrice: FormPageProps['calculatePrice'];
}

/** One page of the form, as the saved answers say it looks now. */
export function FormStep({ draft, pageId, actor, language, now, query, earlier, calculatePrice }: Props) {
  const { definition, form, answers, submission } = draft;
  const t = translator(language);
  const text = serviceText(definition, language);
  const pages = visibleForm(form, answers).pages;
  const index = pages.findIndex(({ id }) => id === pageId);
  const page = form.pages.find(({ id }) => id === pageId);
  if (!page) return null;
  const errors = pageErrors(draft, pageId, query, t);
  const { title, description } = page.textResourceBindings;
  return (
    <div className="kv-stack" data-gap="lg">
      <div className="kv-page">
        <StepHeader
          serviceTitle={text('service.title')}
          actingName={actor.acting.name}
          title={text(title)}
          description={description && text(description)}
          steps={progressSteps(draft, pageId, t)}
          errors={errors}
          t={t}
        />
      </div>
      {query.more ? (
        <div className="kv-page">
          <Alert color="info" title={t('form.moreQuestions')}>
            <p>{t('form.moreQuestionsBody')}</p>
          </Alert>
        </div>
      ) : null}
      <FormPage
        // A new page is a new form: nothing of the old one's state comes along.
        key={pageId}
        saveUrl={`/submissions/${submission.id}/${pageId}/save`}
        pageId={pageId}
        form={trimForm(form, pageId)}
        answers={answers}
        nodes={pageNodes(form, pageId, answers, language)}
        answersVersion={submission.answersVersion}
        mark={pageMark(form, pageId, answers)}
        language={language}
        serviceTexts={textsOf(page, text)}
        texts={portalTexts(language)}
        price={priceView(priceOf(definition, submission, now), form, t, text)}
        errors={Object.fromEntries([...errors].reverse().map(({ fieldId, message }) => [fieldId, message]))}
        fetched={fetchedNotes(draft, t)}
        earlier={earlier && t('form.earlierOffer', { date: formatDate(earlier.submittedAt, language) })}
        files={attachedFiles(page, draft, language)}
        statics={pageStatics(draft, page, t)}
        returnToCheck={query.return === 'check'}
        isFirst={index <= 0}
        isLast={index === pages.length - 1}
        calculatePrice={calculatePrice}
      />
      <noscript>
        <p className="kv-muted kv-small">{t('identity.sessionNoScript')}</p>
      </noscript>
      <div className="kv-page">
        <WithdrawLink submissionId={submission.id} t={t} />
      </div>
    </div>
  );
}

/** What has to be corrected, when the last post was not in order; recomputed from what is saved, so nothing is carried in the address. */
function pageErrors(
  draft: Draft,
  pageId: string,
  query: StepQuery,
  t: Translate,
): { fieldId: string; message: string }[] {
  const text = serviceText(draft.definition, t.language);
  const wrong: FormError[] = query.errors
    ? validatePage(draft.form, pageId, draft.answers, { fileCounts: countFiles(draft.files) })
    : [];
  return [
    ...refusalsOf(draft, query, t),
    ...wrong.map((error) => ({
      fieldId: error.componentId,
      message: errorSentence(draft.form, error, t, text),
    })),
  ];
}

/** Of the last post, what nothing that is saved tells: a file that was not taken, a name that was not found. */
function refusalsOf({ definition, form }: Draft, query: StepQuery, t: Translate) {
  const key = refusalKey(query);
  if (!key) return [];
  const component = query.on === undefined ? undefined : findComponent(form, query.on);
  const label = component ? errorLabelOf(component, serviceText(definition, t.language)) : '';
  const message = capitalized(t(key, { label }), t.language);
  return [
    {
      fieldId: (component && query.on) ?? 'form-page',
      message,
    },
  ];
}

function textsOf(page: Page, text: (key: string) => string): Record<string, string> {
  const asked = { pages: [{ ...page, components: withoutTexts(page.components) }] };
  return Object.fromEntries(textKeysOf(asked).map((key) => [key, text(key)]));
}

function withoutTexts(components: readonly FormComponent[]): FormComponent[] {
  return components
    .filter((each) => !isText(each))
    .map((each) => ({ ...each, children: withoutTexts(each.children ?? []) }));
}

function portalTexts(language: Language): Record<string, string> {
  const { form, validation } = messages[language];
  return Object.fromEntries([
    ...formTextKeys.map((key) => [`form.${key}`, form[key]]),
    ...Object.entries(validation).map(([key, words]) => [`validation.${key}`, words]),
  ]);
}

/** An entry for every upload of the page, also without files: the form then posts as multipart. */
function attachedFiles(
  page: Page,
  { files, submission }: Draft,
  language: Language,
): Record<string, AttachedFile[]> {
  const uploads = componentsOf(page).filter((each) => fields.get(each.type).collects === 'files');
  return Object.fromEntries(
    uploads.map(({ id: componentId }) => [
      componentId,
      files
        .filter((file) => file.componentId === componentId)
        .map((file) => ({
          id: file.id,
          name: file.filename,
          tag: file.tag ?? undefined,
          size: formatSize(file.sizeBytes, language),
          href: `/submissions/${submission.id}/files/${file.id}`,
        })),
    ]),
  );
}
