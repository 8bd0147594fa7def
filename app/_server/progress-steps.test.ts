import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { languages } from '@/lib/core/language.ts';
import { formOf } from '@/lib/services/form-of.ts';
import type { Case } from '@/lib/submissions/find-case.ts';
import { translator } from '@/lib/texts/translate.ts';
import { priceOf } from '@/lib/workflow/filling/compute-price.ts';
import type { Draft } from '@/lib/workflow/filling/read-draft.ts';
import { definitionFor } from '@/lib/workflow/testing/definition-for.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { caseSteps, draftSteps } from './progress-steps.ts';

const now = new Date('2026-03-10T12:00:00Z');

function draftOf(variant: string, answers: Answers): Draft {
  const definition = definitionFor(variant, 'steps');
  const submission = { id: '7', language: 'nb', answers } as unknown as Case;
  return { submission, definition, form: formOf(definition, submission), answers, files: [] };
}

/** Titles, the current one in brackets. */
function shownOf(draft: Draft, current: string, language: (typeof languages)[number] = 'nb'): string[] {
  const price = priceOf(draft.definition, draft.submission, now);
  return draftSteps(draft, current, price, translator(language)).map(({ title, state }) =>
    state === 'current' ? `[${title}]` : title,
  );
}

describe('the steps of a draft, to the last', () => {
  it.each([
    ['submit_and_pay', ['[Side]', 'Se over svarene', 'Betaling']],
    ['pay_before_sign', ['[Side]', 'Se over svarene', 'Betaling', 'Signer']],
    ['pay_after_sign', ['[Side]', 'Se over svarene', 'Signer', 'Betaling']],
  ])('%s counts paying and signing, in its order', (variant, steps) => {
    expect(shownOf(draftOf(variant, { count: '3' }), 'one')).toEqual(steps);
  });

  it('is said in every language', () => {
    const draft = draftOf('pay_before_sign', { count: '3' });
    expect(languages.map((language) => shownOf(draft, 'check', language))).toEqual([
      ['Side', '[Se over svarene]', 'Betaling', 'Signer'],
      ['Side', '[Sjå over svara]', 'Betaling', 'Signer'],
      ['Side', '[Check your answers]', 'Payment', 'Sign'],
    ]);
  });

  it('leaves out the payment only when there is surely nothing to pay', () => {
    expect(shownOf(draftOf('submit_and_pay', {}), 'one')).toContain('Betaling');
    expect(shownOf(draftOf('submit_and_pay', { count: '0' }), 'check')).toEqual([
      'Side',
      '[Se over svarene]',
    ]);
    expect(shownOf(draftOf('pay_after_sign', { count: '0' }), 'one')).toEqual([
      '[Side]',
      'Se over svarene',
      'Signer',
    ]);
  });

  it('lets pages before the current one be opened, never what comes after', () => {
    const draft = draftOf('pay_before_sign', { count: '3' });
    const price = priceOf(draft.definition, draft.submission, now);
    const hrefs = draftSteps(draft, 'check', price, translator('nb')).map(({ href }) => href);
    expect(hrefs).toEqual(['/submissions/7/one', undefined, undefined, undefined]);
  });
});

describe('the steps of a case that is sent in', () => {
  it.each([
    ['submit_and_pay', 'pay', '3 of 3'],
    ['pay_before_sign', 'pay', '3 of 4'],
    ['pay_before_sign', 'sign', '4 of 4'],
    ['pay_after_sign', 'sign', '3 of 4'],
    ['pay_after_sign', 'pay', '4 of 4'],
    ['prefilled', 'pay', '1 of 1'],
  ])('%s at %s: %s', (variant, current, position) => {
    const { definition, submission } = draftOf(variant, { count: '3' });
    const steps = caseSteps({ definition, submission, toPay: true }, current, translator('nb'));
    const at = steps.findIndex(({ state }) => state === 'current') + 1;
    expect(`${at} of ${steps.length}`).toBe(position);
    expect(steps.every(({ href }) => href === undefined)).toBe(true);
  });

  it('is there for every step of every variant', () => {
    for (const { id, steps } of variants.all())
      for (const step of steps) {
        const { definition, submission } = draftOf(id, { count: '3' });
        const shown = caseSteps({ definition, submission, toPay: true }, step, translator('nn'));
        expect(shown.filter(({ state }) => state === 'current')).toMatchObject([{ id: step }]);
      }
  });
});
