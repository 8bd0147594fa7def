import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Expression } from '@/lib/expressions/expression.ts';
import type { TextVariable } from '@/lib/expressions/fill-text.ts';
import type { Scalar } from '@/lib/expressions/function.ts';

export type Binding = string | { dataType: string; field: string };

/** A component in a layout of an Altinn app, as the cases write it. */
export interface CaseComponent {
  id: string;
  type: string;
  children?: string[];
  maxCount?: number;
  hidden?: Expression;
  hiddenRow?: Expression;
  dataModelBindings?: Record<string, Binding>;
  options?: { value: string; label: string }[];
  [property: string]: unknown;
}

export interface CaseContext {
  component: string;
  currentLayout: string;
  rowIndices?: number[];
  children?: CaseContext[];
}

/** The world in which a case is evaluated. */
export interface CaseWorld {
  dataModel?: unknown;
  dataModels?: { dataElement: { dataType: string }; data: unknown }[];
  context?: CaseContext;
  layouts?: Record<string, { data: { hidden?: Expression; layout: CaseComponent[] } }>;
  instance?: {
    id?: string;
    appId?: string;
    instanceOwner?: Record<string, unknown> & { party?: { name?: string } };
  };
  instanceDataElements?: { dataType: string; filename?: string }[];
  process?: { currentTask?: { elementId?: string } };
  permissions?: Record<string, unknown> & { actions?: Record<string, boolean> };
  stateless?: boolean;
  frontendSettings?: Record<string, Scalar>;
  profileSettings?: { language?: string };
  textResources?: { id: string; value: string; variables?: TextVariable[] }[];
  codeLists?: Record<string, { value: Scalar; label: string }[]>;
  externalApis?: { data?: Record<string, unknown> };
  positionalArguments?: Scalar[];
  valueArguments?: { data: Record<string, Scalar>; defaultKey?: string | null };
}

export interface PublishedCase extends CaseWorld {
  /** Path of the file below the folder. */
  file: string;
  name: string;
  expression?: Expression;
  expects?: unknown;
  expectsFailure?: string;
  expectedContexts?: CaseContext[];
  testCases?: Partial<PublishedCase>[];
  /** The file is no case: why. */
  broken?: string;
}

/** Where the cases lie unless `ALTINN_EXPRESSION_CASES` says otherwise. */
export const defaultFolder = '../shared/fixtures/altinn-expressions';

/** Every case below a folder, by file name; a file with several cases gives several. Empty when there is no such folder. */
export function readPublishedCases(folder: string): PublishedCase[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name.endsWith('.json'))
    .map((each) => relative(folder, join(each.parentPath, each.name)));
  return files.sort().flatMap((file) => casesOf(file, join(folder, file)));
}

function casesOf(file: string, path: string): PublishedCase[] {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as PublishedCase;
    const { expression, expects, expectsFailure, testCases = [], ...world } = read;
    const nested = testCases.map((each, index) => ({
      ...world,
      ...each,
      file,
      name: `${read.name} / ${each.name ?? index + 1}`,
    }));
    const isCase = expression !== undefined || read.expectedContexts || nested.length === 0;
    return [...(isCase ? [{ ...world, expression, expects, expectsFailure, file }] : []), ...nested];
  } catch (error) {
    return [{ file, name: file, broken: error instanceof Error ? error.message : String(error) }];
  }
}
