import type { PublishProblemsProps } from '@/components/admin/publish-problems.tsx';
import type { ChangeRow } from '@/components/admin/service-changes.tsx';
import { asLanguage, type Language, languages } from '@/lib/core/language.ts';
import { cardTypes } from '@/lib/payments/payment-method.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { type DefinitionChange, definitionChanges } from '@/lib/services/definition-changes.ts';
import { sectionOfText } from '@/lib/services/edit-section.ts';
import type { Problem } from '@/lib/services/problem.ts';
import { problemInWords } from '@/lib/services/problem-in-words.ts';
import { ruleAmounts, textField } from '@/lib/services/section-input.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { languageNames, textName } from '@/lib/texts/text-names.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { PaymentOffer } from '@/lib/workflow/staff/service-known.ts';
import { amountName, amountsInWords } from './section-view.ts';
import { retentionInWords, withdrawalInWords } from './terms-section-view.ts';
import { cardTypeOptions, methodLabel, withMethodLabel } from './ways-words.ts';

/** What a publication would change, in words. @param offer for the names of agreements and methods. */
export function changeRows(
  before: ServiceDefinition,
  after: ServiceDefinition,
  offer: PaymentOffer,
  t: Translate,
): ChangeRow[] {
  return definitionChanges(before, after).map((change) => changeRow(change, after, offer, t));
}

function changeRow(
  change: DefinitionChange,
  after: ServiceDefinition,
  offer: PaymentOffer,
  t: Translate,
): ChangeRow {
  switch (change.kind) {
    case 'text':
      return {
        what: t('adminService.changeText', {
          language: t(languageNames[change.language]),
          key: textName(change.key, undefined, t),
        }),
        before: change.before ?? '',
        after: change.after ?? '',
      };
    case 'amount': {
      const amount = ruleAmounts(after).find(({ id }) => id === change.amountId);
      return {
        what: t('adminService.changeAmount', { name: amount ? amountName(amount, after, t) : change.ruleId }),
        before: amountsInWords(change.before, t),
        after: amountsInWords(change.after, t),
      };
    }
    case 'methods':
    case 'cardTypes': {
      const words = [
        ...(offer.agreement?.methods ?? []).map(({ name, words }) => ({
          value: name,
          label: words[t.language],
        })),
        ...cardTypeOptions(cardTypes, t),
      ];
      const inWords = (names: readonly string[]) =>
        names
          .map((name) => words.find(({ value }) => value === name)?.label ?? methodLabel(name, t))
          .join(', ') || t('adminService.allMethods');
      return {
        what: t(change.kind === 'methods' ? 'adminService.changeMethods' : 'adminService.changeCardTypes'),
        before: inWords(change.before),
        after: inWords(change.after),
      };
    }
    case 'agreement': {
      const named = (name: string) =>
        offer.agreements.find((each) => each.name === name)?.displayName ?? name;
      return {
        what: t('adminService.changeAgreement'),
        before: named(change.before),
        after: named(change.after),
      };
    }
    case 'withdrawal': {
      const inWords = (withdrawal: ServiceDefinition['withdrawal']) =>
        withdrawalInWords(withdrawal, after.pricing.currency, t);
      return {
        what: t('adminService.withdrawalLegend'),
        before: inWords(change.before),
        after: inWords(change.after),
      };
    }
    case 'retention':
      return {
        what: t('adminService.retentionTitle'),
        before: retentionInWords(change.before, t),
        after: retentionInWords(change.after, t),
      };
    case 'other':
      return { what: t('adminService.changeOther', { part: change.part }), before: '…', after: '…' };
  }
}

/** What stops a publication and what is worth knowing, each missing text with the place where it is written. */
export function publishProblems(
  service: { id: string; state: boolean; definition: ServiceDefinition },
  { blocking, warnings }: { blocking: readonly Problem[]; warnings: readonly Problem[] },
  t: Translate,
): Omit<PublishProblemsProps, 't'> {
  const { id, state, definition } = service;
  const inWords = (problem: Problem) => problemInWords(withMethodLabel(problem, t), definition, t);
  const missing = blocking.flatMap((problem) => missingText(problem) ?? []);
  const allowed = warnings.flatMap((problem) => missingText(problem) ?? []);
  return {
    state,
    missing: missing.map(({ language, key }) => ({
      name: t('adminService.seeMissing', {
        language: t(languageNames[language]),
        name: textName(key, serviceText(definition, t.language)(key), t),
      }),
      href: `/admin/services/${id}/edit/${sectionOfText(definition, key)?.id ?? 'about'}#${textField(language, key)}`,
    })),
    others: blocking.filter((problem) => !missingText(problem)).map(inWords),
    warnings: [
      ...languages.flatMap((language) => {
        const count = allowed.filter((each) => each.language === language).length;
        return count > 0
          ? [t('adminService.warningTexts', { language: t(languageNames[language]), count })]
          : [];
      }),
      ...warnings.filter((problem) => !missingText(problem)).map(inWords),
    ],
  };
}

/** `texts.nn.service.title` of a text that is not there; undefined for every other problem. */
function missingText({ path, code }: Problem): { language: Language; key: string } | undefined {
  const [, named, key] = /^texts\.(nb|nn|en)\.(.+)$/.exec(path) ?? [];
  const language = asLanguage(named);
  return code === 'missing_text' && language && key ? { language, key } : undefined;
}
