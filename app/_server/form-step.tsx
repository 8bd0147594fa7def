import { FormPage } from '@/components/submission/form-page.client.tsx';
import type { FormPageProps, PageData } from '@/components/submission/form-page-props.ts';
import { pack } from '@/components/submission/packed.ts';
import { priceView } from '@/components/submission/price-view.ts';
import { StepHeader } from '@/components/submission/step-header.tsx';
import { Alert } from '@/components/ui/alert.tsx';
import type { AttachedFile } from '@/components/widgets/widget.ts';
import { WithdrawLink } from '@/components/withdrawal/withdraw-link.tsx';
import type { Language } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { FormPage as Page } from '@/lib/forms/component.ts';
import { componentsOf } from '@/lib/forms/component-tree.ts';
import { capitalized } from '@/lib/forms/error-message.ts';
import { errorSentence } from '@/lib/forms/error-sentence.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { errorLabelOf, findComponent } from '@/lib/forms/label.ts';
import { pageNodes } from '@/lib/forms/page-nodes.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import { type FormError, validatePage } from '@/lib/forms/validate.ts';
import type { PriceResult } from '@/lib/pricing/calculate-order.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import { formatSize } from '@/lib/texts/format-size.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { priceOf } from '@/lib/workflow/filling/compute-price.ts';
import { countFiles, type Draft, pageMark } from '@/lib/workflow/filling/read-draft.ts';
import type { EarlierOffer } from '@/lib/workflow/prefill/earlier-answers.ts';
import { fetchedNotes } from './fetched-notes.ts';
import { pageStatics } from './page-statics.tsx';
import { packedForm, packedTexts } from './page-texts.ts';
import { draftSteps } from './progress-steps.ts';
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
export function FormStep(props: Props) {
  const { draft, pageId, actor, language, now, query, calculatePrice } = props;
  const { definition, form, submission } = draft;
  const t = translator(language);
  const text = serviceText(definition, language);
  const page = form.pages.find(({ id }) => id === pageId);
  if (!page) return null;
  const errors = pageErrors(draft, pageId, query, t);
  const price = priceOf(definition, submission, now);
  const { title, description } = page.textResourceBindings;
  return (
    <div className="kv-stack" data-gap="lg">
      <div className="kv-page">
        <StepHeader
          serviceTitle={text('service.title')}
          actingName={actor.acting.name}
          title={text(title)}
          description={description && text(description)}
          steps={draftSteps(draft, pageId, price, t)}
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
        form={packedForm(form, page)}
        texts={packedTexts(definition)(page, t)}
        page={pack(pageData(props, page, { errors, price }))}
        statics={pageStatics(draft, page, t)}
        calculatePrice={calculatePrice}
      />
      <noscript>
        <p className="kv-muted kv-small">{t('identity.sessionNoScript')}</p>
      </noscript>
      <div className="kv-page">
        <WithdrawLink submissionId={submission.id} draft t={t} />
      </div>
    </div>
  );
}

interface Told {
  /** By component id; the first of a component is the one that it tells. */
  errors: readonly { fieldId: string; message: string }[];
  price: PriceResult;
}

/** What is this case's own on the page. */
function pageData(
  { draft, pageId, language, query, earlier }: Props,
  page: Page,
  { errors, price }: Told,
): PageData {
  const { definition, form, answers, submission } = draft;
  const t = translator(language);
  const text = serviceText(definition, language);
  const shown = visibleForm(form, answers).pages.map(({ id }) => id);
  return {
    saveUrl: `/submissions/${submission.id}/${pageId}/save`,
    pageId,
    answers,
    nodes: pageNodes(form, pageId, answers, language),
    answersVersion: submission.answersVersion,
    mark: pageMark(form, pageId, answers),
    language,
    price: priceView(price, form, t, text),
    errors: Object.fromEntries([...errors].reverse().map(({ fieldId, message }) => [fieldId, message])),
    fetched: fetchedNotes(draft, t),
    earlier: earlier && t('form.earlierOffer', { date: formatDate(earlier.submittedAt, language) }),
    files: attachedFiles(page, draft, language),
    returnToCheck: query.return === 'check',
    isFirst: shown[0] === pageId,
    isLast: shown.at(-1) === pageId,
  };
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
