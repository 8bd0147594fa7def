import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalKeys } from '@/app/_server/refusal-key.ts';
import { outerSteps, stepTextKey } from '@/components/portal/service-steps.tsx';
import { formTextKeys } from '@/components/widgets/form-texts.ts';
import { alarmValueNames } from '@/lib/audit/alarm-kinds.ts';
import { errorStatus } from '@/lib/core/errors.ts';
import { answerErrorCodes } from '@/lib/forms/error-codes.ts';
import { everyField } from '@/lib/forms/every-field.test-helper.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { priceRules } from '@/lib/pricing/rules/registry.ts';
import { differenceKinds } from '@/lib/reconciliation/compare/difference.ts';
import { columnNames } from '@/lib/reconciliation/report/column-mapping.ts';
import { lineProblemCodes, lineTypes } from '@/lib/reconciliation/report/settlement-line.ts';
import { origins } from '@/lib/services/prefill-sources.ts';
import { problemValues } from '@/lib/services/problem.ts';
import { namedAreas, namedFields } from '@/lib/services/problem-in-words.ts';
import { messages } from '@/lib/texts/messages.ts';
import { steps } from '@/lib/workflow/steps/registry.ts';
import { walk } from './runtime/hashes.ts';
import { root } from './runtime/paths.ts';

const sources = sourcesOf('app', 'components', 'lib', 'worker');
const importSources = sourcesOf('lib/services/import-altinn');

/** Every key that is put together of an area and something else, from the lists that these are typed or made by. */
const composed = new Set<string>([
  ...formTextKeys.map((key) => `form.${key}`),
  ...origins.map((origin) => `form.fetched_${origin}`),
  ...refusalKeys,
  ...answerErrorCodes.map((code) => `validation.${code}`),
  ...Object.keys(errorStatus).flatMap((code) => [`problem.${code}Title`, `problem.${code}Body`]),
  ...Object.keys(alarmValueNames).flatMap((kind) => [`alarm.${kind}`, `alarm.${kind}_do`]),
  ...Object.keys(problemValues).map((code) => `definition.${code}`),
  ...namedAreas.map((name) => `definition.at_${name}`),
  ...namedFields.map((name) => `definition.field_${name}`),
  ...[...outerSteps, ...steps.ids()].map(stepTextKey),
  ...differenceKinds.flatMap((kind) => [`reconciliation.${kind}`, `reconciliation.${kind}_do`]),
  ...lineProblemCodes.map((code) => `reconciliation.problem_${code}`),
  ...columnNames.map((name) => `reconciliation.column_${name}`),
  ...lineTypes.map((type) => `reconciliation.word_${type}`),
  ...priceRules.all().flatMap(({ explanations }) => explanations),
  ...everyField()
    .flatMap((component) => fields.get(component.type).parts?.(component) ?? [])
    .flatMap(({ textResourceBindings }) => Object.values(textResourceBindings ?? {}))
    .filter((key) => key.startsWith('fields.')),
]);

const flat = (language: keyof typeof messages): Map<string, string> =>
  new Map(
    Object.entries(messages[language]).flatMap(([area, texts]) =>
      Object.entries(texts).map(([key, text]): [string, string] => [`${area}.${key}`, text]),
    ),
  );

describe('the portal’s texts', () => {
  it.each(['nn', 'en'] as const)(
    '%s has the same keys as bokmål, and the same values in each',
    (language) => {
      const [nb, other] = [flat('nb'), flat(language)];
      expect([...other.keys()].sort()).toEqual([...nb.keys()].sort());
      for (const [key, text] of nb)
        expect(placeholders(other.get(key) ?? ''), key).toEqual(placeholders(text));
    },
  );

  it('no text is empty, and none has been left in another language’s words', () => {
    for (const language of ['nb', 'nn', 'en'] as const)
      for (const [key, text] of flat(language)) expect(text.trim(), `${language} ${key}`).not.toBe('');
    const foreign = [...flat('nn')].filter(([, text]) =>
      /\b(ikke|hvis|noe|jeg|fra hvem|hvordan)\b/i.test(text),
    );
    expect(foreign).toEqual([]);
  });

  it('every text is used: written whole, or among those that are put together', () => {
    expect([...flat('nb').keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('there is a text for everything that is put together', () => {
    const known = flat('nb');
    expect([...composed].filter((key) => !known.has(key))).toEqual([]);
  });

  it.each([
    'form.nobodyUsesThis',
    'form.nameVersionList',
    'form.priceOwnerRow',
    'validation.title',
    'fields.nameVersion',
    'altinnImport.fileVersionList',
  ])('%s would be found to be unused', (key) => {
    expect(isUsed(key)).toBe(false);
  });
});

function isUsed(key: string): boolean {
  return sources.includes(`'${key}'`) || composed.has(key) || isReported(key);
}

/** The import's report names its texts by their last word; the type NoteCode refuses what is not among them. */
function isReported(key: string): boolean {
  const [area, word] = key.split('.');
  return area === 'altinnImport' && importSources.includes(`'${word}'`);
}

/** Names of ICU values. What stands in a case of a selection is text again. */
function placeholders(text: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const { 0: found, 1: name } of text.matchAll(/\{\s*([A-Za-z0-9_]*)|\}/g)) {
    if (found === '}') depth -= 1;
    else if (++depth % 2 === 1) names.add(name ?? '');
  }
  return [...names].sort();
}

function sourcesOf(...folders: string[]): string {
  return folders
    .flatMap((folder) => walk(root, folder))
    .filter(
      (path) =>
        /\.tsx?$/.test(path) && !/\.test\.tsx?$|lib\/texts\/(nb|nn|en)\/|lib\/db\/generated\//.test(path),
    )
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
}
