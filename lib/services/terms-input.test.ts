import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionFor } from '@/lib/workflow/testing/definition-for.ts';
import type { ServiceDefinition } from './definition.ts';
import { definitionSchema } from './definition-schema.ts';
import { readTerms, readTermsInput, type TermsInput, termsInput } from './terms-input.ts';

type Withdrawal = ServiceDefinition['withdrawal'];

const service = (change: Parameters<typeof definitionFor>[2] = {}) =>
  definitionFor('submit_and_pay', 'x', change);
const nothing = { allowed: 'no', days: '', untilHandled: false, kept: '' };
const written = (withdrawal: object = {}, rest: Partial<TermsInput> = {}): TermsInput => ({
  withdrawal: { ...nothing, ...withdrawal },
  submissionDays: '',
  warnDays: '',
  ...rest,
});
const problems = (input: TermsInput, of = service()) => {
  const read = readTerms(of, input);
  return 'problems' in read ? read.problems.map(({ field, code }) => `${field}: ${code}`) : [];
};
const stored = (input: TermsInput, of = service()) => {
  const read = readTerms(of, input);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { withdrawal, retention } = read.definition;
  return { withdrawal, retention };
};

describe('what is written about withdrawal', () => {
  it.each([
    ['nothing', { allowed: 'no' }, undefined],
    ['days', { allowed: 'yes', days: '14' }, { days: 14 }],
    ['until somebody begins', { allowed: 'yes', untilHandled: true }, { untilHandled: true }],
    [
      'both, and a fee',
      { allowed: 'yes', days: ' 1 000 ', untilHandled: true, kept: '1 250,50 kr' },
      { days: 1000, untilHandled: true, keptMinor: 125_050 },
    ],
    ['a fee of nothing', { allowed: 'yes', days: '1', kept: '0' }, { days: 1 }],
  ] as [string, object, Withdrawal][])('is stored: %s', (_, input, withdrawal) => {
    expect(stored(written(input))).toEqual({ withdrawal, retention: undefined });
  });

  it.each([
    ['neither yes nor no', { allowed: '' }, ['withdrawal: choose', 'withdrawalDays: until']],
    ['yes, for nobody knows how long', { allowed: 'yes' }, ['withdrawalDays: until']],
    ['days that are none', { allowed: 'yes', days: '0' }, ['withdrawalDays: days']],
    ['half a day', { allowed: 'yes', days: '1,5' }, ['withdrawalDays: days']],
    ['more days than a service may have', { allowed: 'yes', days: '3651' }, ['withdrawalDays: days']],
    [
      'words',
      { allowed: 'yes', days: 'fjorten', kept: 'litt' },
      ['withdrawalDays: days', 'withdrawalKept: kept'],
    ],
    ['less than an øre', { allowed: 'yes', days: '1', kept: '0,005' }, ['withdrawalKept: kept']],
    ['a negative fee', { allowed: 'yes', days: '1', kept: '-1' }, ['withdrawalKept: kept']],
    ['a fee beyond all', { allowed: 'yes', days: '1', kept: '10000000,01' }, ['withdrawalKept: kept']],
    ['no, and yet for how long', { allowed: 'no', days: '14' }, ['withdrawal: unwanted']],
    ['no, and yet until when', { allowed: 'no', untilHandled: true }, ['withdrawal: unwanted']],
  ])('is refused: %s', (_, input, expected) => {
    expect(problems(written(input))).toEqual(expected);
  });

  it('goes with a no, without being taken out field by field', () => {
    const of = service({ withdrawal: { days: 14, untilHandled: true, keptMinor: 10_000 } });
    const shown = termsInput(of);
    expect(shown.withdrawal).toEqual({ allowed: 'yes', days: '14', untilHandled: true, kept: '100,00' });
    const no = { ...shown, withdrawal: { ...nothing, ...shown.withdrawal, allowed: 'no' } };
    expect(stored(no, of).withdrawal).toBeUndefined();
    expect(problems({ ...no, withdrawal: { ...no.withdrawal, days: '30' } }, of)).toEqual([
      'withdrawal: unwanted',
    ]);
  });

  it('is not asked of a service without a form, and stays as it is', () => {
    const of = definitionFor('prefilled', 'x', { withdrawal: { days: 3 } });
    expect(termsInput(of).withdrawal).toBeUndefined();
    const posted = readTermsInput(of, new URLSearchParams({ withdrawal: 'no', submissionDays: '30' }));
    expect(stored(posted, of)).toEqual({ withdrawal: { days: 3 }, retention: { submissionDays: 30 } });
  });
});

describe('what is written about storage', () => {
  it('is stored, and nothing is what the service says when all is empty', () => {
    const of = service({ retention: { submissionDays: 365, warnDays: 14 } });
    expect(stored(written({}, { submissionDays: '365', warnDays: '14' }))).toEqual({
      withdrawal: undefined,
      retention: { submissionDays: 365, warnDays: 14 },
    });
    expect(stored(written(), of).retention).toBeUndefined();
    expect(stored(written({}, { warnDays: '3' }), of).retention).toEqual({ warnDays: 3 });
  });

  it.each([
    ['x', '', ['submissionDays: days']],
    ['', '0', ['warnDays: days']],
    ['10', '10', ['warnDays: late']],
    ['10', '11', ['warnDays: late']],
    ['10', '9', []],
  ])('kept for «%s», told «%s» before: %j', (submissionDays, warnDays, expected) => {
    expect(problems(written({}, { submissionDays, warnDays }))).toEqual(expected);
  });
});

it('what is stored is a sound service, and is shown as it was written', () => {
  const withdrawal = fc.record(
    {
      days: fc.integer({ min: 1, max: 3650 }),
      untilHandled: fc.constant(true as const),
      keptMinor: fc.integer({ min: 1, max: 1_000_000_000 }),
    },
    { requiredKeys: [] },
  );
  const retention = fc.record({ submissionDays: fc.integer({ min: 1, max: 3650 }) }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.option(withdrawal, { nil: undefined }), retention, (policy, kept) => {
      const isOne = policy && (policy.days !== undefined || policy.untilHandled);
      const of = service({ ...(isOne && { withdrawal: policy }), retention: kept });
      const read = readTerms(service(), termsInput(of));
      if ('problems' in read) throw new Error(JSON.stringify(read.problems));
      expect(definitionSchema.safeParse(read.definition).success).toBe(true);
      expect(read.definition.withdrawal).toEqual(of.withdrawal);
      expect(read.definition.retention ?? {}).toEqual(kept);
    }),
  );
});
