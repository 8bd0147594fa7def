import type { TermsSectionView } from '@/components/admin/terms-fields.tsx';
import type { Currency } from '@/lib/core/money.ts';
import { currencyWord, formatMoney } from '@/lib/core/money.ts';
import type { SectionProblem } from '@/lib/services/apply-section.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { SectionInput } from '@/lib/services/section-input.ts';
import { mostDays, type TermsField, type TermsProblem } from '@/lib/services/terms-input.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';

interface Shown {
  definition: ServiceDefinition;
  input: SectionInput;
  stored: SectionInput;
  problems?: readonly SectionProblem[];
  conflict?: object;
}

const labels: Record<TermsField, TextKey> = {
  withdrawal: 'adminService.withdrawalLegend',
  withdrawalDays: 'adminService.withdrawalDays',
  withdrawalKept: 'adminService.withdrawalKept',
  submissionDays: 'adminService.submissionDays',
  warnDays: 'adminService.warnDays',
};

const messages: Record<TermsProblem['code'], TextKey> = {
  choose: 'adminService.errorChoose',
  unwanted: 'adminService.errorUnwanted',
  until: 'adminService.errorUntil',
  days: 'adminService.errorDays',
  kept: 'adminService.errorKept',
  late: 'adminService.errorLate',
};

/** The form of withdrawal and storage; undefined of other sections. */
export function termsSectionView(
  { definition, input, stored, problems = [], conflict }: Shown,
  t: Translate,
): TermsSectionView | undefined {
  const { terms } = input;
  const now = stored.terms;
  if (!terms || !now) return undefined;
  const { withdrawal } = terms;
  const field = (name: TermsField, value: string, saved: string) => {
    const problem = problems.find((each): each is TermsProblem => 'field' in each && each.field === name);
    return {
      name,
      label: t(labels[name]),
      value,
      ...(conflict && saved !== value && { theirs: saved || t('adminService.empty') }),
      ...(problem && { error: t(messages[problem.code], { label: t(labels[name]), max: mostDays }) }),
    };
  };
  const yesOrNo = (allowed = '') => t(allowed === 'yes' ? 'adminService.yes' : 'adminService.no');
  return {
    ...(withdrawal && {
      withdrawal: {
        allowed: {
          ...field('withdrawal', withdrawal.allowed, now.withdrawal?.allowed ?? ''),
          ...(conflict &&
            withdrawal.allowed !== now.withdrawal?.allowed && { theirs: yesOrNo(now.withdrawal?.allowed) }),
        },
        days: field('withdrawalDays', withdrawal.days, now.withdrawal?.days ?? ''),
        untilHandled: {
          checked: withdrawal.untilHandled,
          ...(conflict &&
            now.withdrawal &&
            withdrawal.untilHandled !== now.withdrawal.untilHandled && {
              theirs: yesOrNo(now.withdrawal.untilHandled ? 'yes' : 'no'),
            }),
        },
        kept: {
          ...field('withdrawalKept', withdrawal.kept, now.withdrawal?.kept ?? ''),
          currency: currencyWord(definition.pricing.currency, t.language),
        },
      },
    }),
    submissionDays: field('submissionDays', terms.submissionDays, now.submissionDays),
    warnDays: field('warnDays', terms.warnDays, now.warnDays),
  };
}

/** What an error summary links to. */
export function termsErrors({ withdrawal, ...fields }: TermsSectionView) {
  return [
    ...(withdrawal ? [withdrawal.allowed, withdrawal.days, withdrawal.kept] : []),
    fields.submissionDays,
    fields.warnDays,
  ].flatMap(({ name, error }) => (error ? [{ fieldId: name, message: error }] : []));
}

/** «Ja: i 14 dager, til noen begynner å behandle saken, 100,00 kr blir beholdt» */
export function withdrawalInWords(
  withdrawal: ServiceDefinition['withdrawal'],
  currency: Currency,
  t: Translate,
): string {
  if (!withdrawal) return t('adminService.no');
  const { days, untilHandled, keptMinor = 0 } = withdrawal;
  const amount = formatMoney({ amountMinor: keptMinor, currency }, t.language);
  return [
    t('adminService.yes'),
    ...(days === undefined ? [] : [t('adminService.changeDays', { days })]),
    ...(untilHandled ? [t('adminService.changeUntilHandled')] : []),
    t(keptMinor > 0 ? 'adminService.changeKept' : 'adminService.changeKeptNothing', { amount }),
  ].join('; ');
}

/** «Svar: 365 dager; beskjed: 14 dager før» */
export function retentionInWords(
  { submissionDays, warnDays }: NonNullable<ServiceDefinition['retention']> = {},
  t: Translate,
): string {
  return [
    submissionDays === undefined
      ? t('adminService.changeStoredAlways')
      : t('adminService.changeStored', { days: submissionDays }),
    ...(warnDays === undefined ? [] : [t('adminService.changeWarned', { days: warnDays })]),
  ].join('; ');
}
