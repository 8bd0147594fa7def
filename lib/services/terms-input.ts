import { parseDecimal } from '@/lib/core/decimal.ts';
import { cleanText } from '@/lib/forms/clean-text.ts';
import type { ServiceDefinition } from './definition.ts';
import { readAmount, showAmount } from './written-amount.ts';

/** What stands in the form of withdrawal and storage, as people write it; an empty field is one that nothing is said in. */
export interface TermsInput {
  /** Absent of a service without a form: nobody filled in a case of it, so nobody withdraws it. */
  withdrawal?: {
    /** `yes`, `no`, or whatever else was posted. */
    allowed: string;
    days: string;
    untilHandled: boolean;
    /** In the currency of the prices. */
    kept: string;
  };
  submissionDays: string;
  warnDays: string;
}

export type TermsField = 'withdrawal' | 'withdrawalDays' | 'withdrawalKept' | 'submissionDays' | 'warnDays';

export interface TermsProblem {
  field: TermsField;
  /**
   * `choose`: neither yes nor no. `unwanted`: no, and yet something new is written about it. `until`: yes, and nothing about
   * for how long. `late`: the warning would come before there is anything to erase.
   */
  code: 'choose' | 'unwanted' | 'until' | 'days' | 'kept' | 'late';
}

/** As the schema of a service has it. */
export const mostDays = 3650;
const mostKeptMinor = 1_000_000_000;

type Terms = Pick<ServiceDefinition, 'pages' | 'withdrawal' | 'retention'>;

export function termsInput({ pages, withdrawal, retention }: Terms): TermsInput {
  const days = (value?: number) => (value === undefined ? '' : String(value));
  const kept = withdrawal?.keptMinor ?? 0;
  return {
    ...(pages.length > 0 && {
      withdrawal: {
        allowed: withdrawal ? 'yes' : 'no',
        days: days(withdrawal?.days),
        untilHandled: withdrawal?.untilHandled ?? false,
        kept: kept === 0 ? '' : showAmount(kept, 'amountMinor'),
      },
    }),
    submissionDays: days(retention?.submissionDays),
    warnDays: days(retention?.warnDays),
  };
}

export function readTermsInput({ pages }: Pick<Terms, 'pages'>, form: URLSearchParams): TermsInput {
  const field = (name: string) => cleanText(form.get(name) ?? '');
  return {
    ...(pages.length > 0 && {
      withdrawal: {
        allowed: field('withdrawal'),
        days: field('withdrawalDays'),
        untilHandled: form.get('withdrawalUntilHandled') === 'yes',
        kept: field('withdrawalKept'),
      },
    }),
    submissionDays: field('submissionDays'),
    warnDays: field('warnDays'),
  };
}

/** The document with what was written; all that cannot be read at once. */
export function readTerms(
  definition: ServiceDefinition,
  input: TermsInput,
): { definition: ServiceDefinition } | { problems: TermsProblem[] } {
  const problems: TermsProblem[] = [];
  const days = (field: TermsField, text: string) => {
    const read = text === '' ? undefined : readDays(text);
    if (read === null) problems.push({ field, code: 'days' });
    return read ?? undefined;
  };
  const withdrawal = input.withdrawal
    ? readWithdrawal(definition, input.withdrawal, days, problems)
    : definition.withdrawal;
  const submissionDays = days('submissionDays', input.submissionDays);
  const warnDays = days('warnDays', input.warnDays);
  if (submissionDays !== undefined && warnDays !== undefined && warnDays >= submissionDays)
    problems.push({ field: 'warnDays', code: 'late' });
  if (problems.length > 0) return { problems };
  const { withdrawal: _withdrawal, retention: _retention, ...rest } = definition;
  const retention = {
    ...(submissionDays !== undefined && { submissionDays }),
    ...(warnDays !== undefined && { warnDays }),
  };
  return {
    definition: {
      ...rest,
      ...(Object.keys(retention).length > 0 && { retention }),
      ...(withdrawal && { withdrawal }),
    },
  };
}

function readWithdrawal(
  stored: Terms,
  input: NonNullable<TermsInput['withdrawal']>,
  days: (field: TermsField, text: string) => number | undefined,
  problems: TermsProblem[],
): ServiceDefinition['withdrawal'] {
  const { allowed, untilHandled } = input;
  if (allowed === 'no') {
    if (saysSomethingNew(stored, input)) problems.push({ field: 'withdrawal', code: 'unwanted' });
    return undefined;
  }
  if (allowed !== 'yes') problems.push({ field: 'withdrawal', code: 'choose' });
  const read = days('withdrawalDays', input.days);
  if (input.days === '' && !untilHandled) problems.push({ field: 'withdrawalDays', code: 'until' });
  const keptMinor = input.kept === '' ? 0 : readAmount(input.kept, 'amountMinor');
  if (typeof keptMinor !== 'number' || keptMinor > mostKeptMinor) {
    problems.push({ field: 'withdrawalKept', code: 'kept' });
    return undefined;
  }
  return {
    ...(read !== undefined && { days: read }),
    ...(untilHandled && { untilHandled }),
    ...(keptMinor > 0 && { keptMinor }),
  };
}

/** Somebody who wrote for how long, and forgot to say yes, is asked; what stood there before goes with the no. */
function saysSomethingNew(stored: Terms, input: NonNullable<TermsInput['withdrawal']>): boolean {
  const before = termsInput(stored).withdrawal;
  const isNew = (now: string, then = '') => now !== '' && now !== then;
  return (
    isNew(input.days, before?.days) ||
    isNew(input.kept, before?.kept) ||
    (input.untilHandled && !before?.untilHandled)
  );
}

/** Null: no whole number of days that a service may have. */
function readDays(text: string): number | null {
  const decimal = parseDecimal(text);
  const days = decimal === undefined ? Number.NaN : Number(decimal);
  return Number.isInteger(days) && days >= 1 && days <= mostDays ? days : null;
}
