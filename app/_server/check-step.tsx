import { cache } from 'react';
import { CheckPage, type CheckPageProps } from '@/components/submission/check-page.tsx';
import { priceView } from '@/components/submission/price-view.ts';
import { StepHeader } from '@/components/submission/step-header.tsx';
import { WithdrawLink } from '@/components/withdrawal/withdraw-link.tsx';
import type { Language } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import { describeAnswers } from '@/lib/forms/describe.ts';
import { errorSentence } from '@/lib/forms/error-sentence.ts';
import { validateForm } from '@/lib/forms/validate.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { priceMark } from '@/lib/workflow/engine/seen.ts';
import { priceOf } from '@/lib/workflow/filling/compute-price.ts';
import { type ConfirmAction, confirmAction } from '@/lib/workflow/filling/confirm-action.ts';
import { draftMark } from '@/lib/workflow/filling/draft-mark.ts';
import { countFiles, type Draft } from '@/lib/workflow/filling/read-draft.ts';
import type { WaysToPay } from '@/lib/workflow/paying/ways-to-pay.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { describedFiles } from './described-files.ts';
import { draftSteps } from './progress-steps.ts';
import { takenWhenSigned } from './taken-when-signed.ts';
import { waysWords } from './ways-words.ts';

interface Props {
  draft: Draft;
  actor: Actor;
  language: Language;
  now: Date;
  query: { price?: string; changed?: string; choice?: string };
  /** How it may be paid, when payment comes next. */
  ways?: WaysToPay;
}

const confirmTexts: Record<ConfirmAction, TextKey> = {
  submit: 'form.submit',
  submit_and_pay: 'form.submitAndPay',
  to_payment: 'form.toPayment',
  to_signing: 'form.toSigning',
};

/** The check-answers page of a draft. */
export function CheckStep({ draft, actor, language, now, query, ways }: Props) {
  const { definition, form, answers, submission } = draft;
  const t = translator(language);
  const text = serviceText(definition, language);
  const result = priceOf(definition, submission, now);
  const price = priceView(result, form, t, text);
  const missing = missingOf(draft, t);
  const variant = variants.get(definition.variant);
  const totalMinor = price.kind === 'price' ? price.totalMinor : 0;
  const action = confirmAction(variant, totalMinor);
  const steps = draftSteps(draft, 'check', result, t);
  const base = `/submissions/${submission.id}`;
  return (
    <div className="kv-stack" data-gap="lg">
      <div className="kv-page">
        <StepHeader
          serviceTitle={text('service.title')}
          actingName={actor.acting.name}
          title={t('form.checkTitle')}
          description={t('form.checkIntro')}
          steps={steps}
          errors={[]}
          t={t}
        />
      </div>
      <CheckPage
        base={base}
        pages={describeAnswers(form, answers, {
          wording: t,
          serviceText: text,
          files: describedFiles(draft.files),
        })}
        missingOn={missing[0]?.pageId}
        missing={missing}
        price={price}
        seen={{
          answers: draftMark(draft),
          price: result.ok ? priceMark(result.order) : '',
        }}
        problem={problemOf(query)}
        received={t(receivedKey(definition, totalMinor))}
        purpose={text('service.purpose')}
        legalBasis={text('service.legalBasis')}
        afterwards={text('service.afterwards')}
        confirmText={t(confirmTexts[action], { amount: price.kind === 'price' ? price.total : '' })}
        ways={ways && paysNext(action) ? waysWords(ways, query.choice, t) : undefined}
        payElsewhere={paysNext(action)}
        lastPageHref={steps.findLast(({ state }) => state === 'done')?.href ?? base}
        t={t}
      />
      <div className="kv-page">
        <WithdrawLink submissionId={submission.id} draft t={t} />
      </div>
    </div>
  );
}

function problemOf({ changed, price }: Props['query']): CheckPageProps['problem'] {
  if (changed) return 'content_changed';
  if (price === 'changed') return 'price_changed';
  return price === 'failed' ? 'price_failed' : undefined;
}

function paysNext(action: ConfirmAction): boolean {
  return action === 'submit_and_pay' || action === 'to_payment';
}

/** What is missing or wrong anywhere in a draft; the page and its title both ask. */
const errorsOf = cache(({ form, answers, files }: Draft) =>
  validateForm(form, answers, { fileCounts: countFiles(files) }),
);

/** Whether the page has something to say before anything else. */
export function hasProblems(draft: Draft, { price, changed }: Props['query']): boolean {
  return price !== undefined || changed !== undefined || errorsOf(draft).length > 0;
}

function missingOf(draft: Draft, t: Translate) {
  const { definition, form } = draft;
  const text = serviceText(definition, t.language);
  return errorsOf(draft).map((error) => ({
    fieldId: error.componentId,
    pageId: error.pageId,
    message: errorSentence(form, error, t, text),
  }));
}

function receivedKey(definition: ServiceDefinition, totalMinor: number): TextKey {
  if (definition.received === 'paid' && !totalMinor) return 'form.receivedPaidFree';
  if (definition.received === 'paid')
    return takenWhenSigned(definition) ? 'form.receivedPaidSigned' : 'form.receivedPaid';
  return totalMinor ? 'form.receivedSubmitted' : 'form.receivedSubmittedFree';
}
