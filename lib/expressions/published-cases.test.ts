import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { answersContext } from './answers-context.ts';
import { evaluate, evaluateBoolean } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { ExpressionError } from './expression-error.ts';
import type { ExpressionContext } from './function.ts';
import { functions } from './functions/registry.ts';
import { type ExpressionValue, isDecimalValue } from './value.ts';

type Binding = string | { dataType: string; field: string };

interface PublishedCase {
  name: string;
  expression: Expression;
  expects?: string | number | boolean | null;
  expectsFailure?: string;
  dataModel?: unknown;
  dataModels?: { dataElement: { dataType: string }; data: unknown }[];
  context?: { rowIndices?: number[] };
  layouts?: Record<
    string,
    {
      data: {
        layout: {
          id: string;
          type: string;
          hidden?: Expression;
          dataModelBindings?: { simpleBinding?: Binding };
        }[];
      };
    }
  >;
  testCases?: Partial<PublishedCase>[];
}

const folder = '../shared/fixtures/altinn-expressions';
const known = new Set(functions.ids());

describe.skipIf(!existsSync(folder))('published Altinn cases', () => {
  const { run, left } = publishedCases();
  console.info(
    `expressions: ${run.length} published cases run, ${left} left (functions or repeating groups that are not here yet)`,
  );

  it.each(run.map((each) => [`${each.file}: ${each.test.name}`, each.test] as const))('%s', (_, test) => {
    const value = () => evaluate(test.expression, contextOf(test));
    if (test.expectsFailure !== undefined) {
      expect(value).toThrow(ExpressionError);
      // Altinn's arithmetic words a wrong number of arguments differently: «Invalid».
      expect(value).toThrow(
        test.expectsFailure.startsWith('Invalid') ? /Invalid|Expected .* argument/ : test.expectsFailure,
      );
    } else expect(plain(value())).toEqual(test.expects);
  });
});
if (!existsSync(folder)) console.info(`skipped: ${folder} is not here`);

function publishedCases() {
  const run: { file: string; test: PublishedCase }[] = [];
  let left = 0;
  const files = existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [];
  for (const file of files.filter((each) => each.endsWith('.json') && !each.startsWith('context-lists'))) {
    const read = JSON.parse(readFileSync(join(folder, file), 'utf8')) as PublishedCase;
    const nested = (read.testCases ?? []).map((each) => ({
      ...read,
      testCases: [],
      ...each,
      name: `${read.name} / ${each.name}`,
    }));
    for (const test of [...(read.expression === undefined ? [] : [read]), ...nested]) {
      const groups =
        test.context?.rowIndices || JSON.stringify(test.layouts ?? {}).includes('RepeatingGroup');
      const supported =
        test.expectsFailure?.includes('not implemented') ||
        names(test.expression).every((name) => known.has(name));
      if (supported && (!groups || file.includes('with-indexes'))) run.push({ file, test });
      else left += 1;
    }
  }
  return { run, left };
}

/** Names that stand in the place of a function. */
function names(expression: unknown): string[] {
  if (!Array.isArray(expression)) return [];
  const [name, ...args] = expression as unknown[];
  return [...(typeof name === 'string' ? [name] : []), ...args.flatMap(names)];
}

function contextOf(test: PublishedCase): ExpressionContext {
  const answers = (test.dataModel ?? test.dataModels?.[0]?.data ?? {}) as Answers;
  const context = answersContext(answers);
  const components = Object.values(test.layouts ?? {}).flatMap((page) => page.data.layout);
  const lookups: ExpressionContext = {
    dataModel(path, dataType = 'default') {
      const model = test.dataModels?.find((each) => each.dataElement.dataType === dataType);
      if (dataType !== 'default' && !model)
        throw new ExpressionError('lookup', `Data model with type ${dataType} not found`);
      return model && dataType !== 'default'
        ? answersContext(model.data as Answers).dataModel(path)
        : context.dataModel(path);
    },
    component(id) {
      const found = components.find((each) => each.id === id);
      if (!found) throw new ExpressionError('lookup', `Unable to find component with identifier ${id}`);
      const binding = found.dataModelBindings?.simpleBinding;
      if (!binding || evaluateBoolean(found.hidden ?? false, lookups)) return null;
      return typeof binding === 'string'
        ? lookups.dataModel(binding)
        : lookups.dataModel(binding.field, binding.dataType);
    },
  };
  return lookups;
}

/** Published cases write numbers as JSON numbers. */
function plain(value: ExpressionValue): unknown {
  return isDecimalValue(value) ? Number(value.decimal) : value;
}
