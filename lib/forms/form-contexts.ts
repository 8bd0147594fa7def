import { type Answer, type Answers, getAnswer, setAnswer } from '@/lib/core/answers.ts';
import { remembered } from '@/lib/core/remembered.ts';
import { answersContext } from '@/lib/expressions/answers-context.ts';
import { ExpressionError } from '@/lib/expressions/expression-error.ts';
import type { ExpressionContext } from '@/lib/expressions/function.ts';
import type { FormPage } from './component.ts';
import { pathOf } from './component-path.ts';
import { everyComponent } from './component-tree.ts';
import { displayValue } from './display-value.ts';
import type { FormFacts } from './form-facts.ts';
import { mayInForm } from './form-rights.ts';
import { flatInstances, type Instance, type InstanceRow } from './instantiate.ts';
import { idInRows, pathOfRow, type RowPosition } from './row-path.ts';

export interface PageInstances {
  page: FormPage;
  instances: readonly Instance[];
}

/** Where the conditions of a form read from. */
export interface FormContexts {
  /** For what stands in these rows: a path into a group means the current row. */
  inRow(within: readonly RowPosition[]): ExpressionContext;
  /** For whether the row itself is hidden: its own answers are there even when it is. */
  ofRow(row: InstanceRow): ExpressionContext;
}

/** Given ids of what is hidden (of a hidden row only the row's), the contexts in which that counts as not answered. */
export function newFormContexts(
  pages: readonly PageInstances[],
  answers: Answers,
  facts?: FormFacts,
): (hidden: ReadonlySet<string>) => FormContexts {
  return (hidden) => {
    const left =
      hidden.size === 0
        ? answers
        : withoutHidden(everyInstance(pages), answers, (each) => isHidden(each, hidden));
    const visible = (id: string, within: readonly RowPosition[]): Instance | undefined => {
      if (!definedIds(pages).has(id))
        throw new ExpressionError('lookup', `Unable to find component with identifier ${id}`);
      const found = nearest(id, within, instancesById(pages));
      return found && !isHidden(found, hidden) ? found : undefined;
    };
    const component = (id: string, within: readonly RowPosition[]): Answer | undefined => {
      const found = visible(id, within);
      const path = found && pathOf(found.component);
      return path === undefined ? null : getAnswer(left, path);
    };
    const contextOver = (document: Answers, within: readonly RowPosition[]): ExpressionContext => ({
      ...answersContext(document, { row: within }),
      component: (id) => component(id, within),
      ...(facts && surroundings(facts)),
      ...(facts && { displayValue: (id) => shown(visible(id, within), left, facts) }),
    });
    const known = new Map<string, ExpressionContext>();
    return {
      inRow(within) {
        const key = within.at(-1)?.id ?? '';
        const context = known.get(key) ?? contextOver(left, within);
        known.set(key, context);
        return context;
      },
      ofRow: (row) =>
        contextOver(hidden.has(row.position.id) ? putBack(row, left, answers, hidden) : left, row.within),
    };
  };
}

const everyInstance = remembered((pages: readonly PageInstances[]) =>
  pages.flatMap(({ instances }) => instances.flatMap(flatInstances)),
);
const instancesById = remembered(
  (pages: readonly PageInstances[]) => new Map(everyInstance(pages).map((each) => [each.component.id, each])),
);
const definedIds = remembered(
  (pages: readonly PageInstances[]) =>
    new Set(everyComponent({ pages: pages.map(({ page }) => page) }).map(({ id }) => id)),
);

/** What a form knows besides its answers; `conditionProblems` refuses what is not here. */
const surroundings = remembered(
  ({ language, texts, optionLists }: FormFacts): Partial<ExpressionContext> => ({
    language,
    text: (key) => (Object.hasOwn(texts, key) ? texts[key] : undefined),
    options: (id) => (Object.hasOwn(optionLists, id) ? optionLists[id] : undefined),
    may: mayInForm,
  }),
);

function shown(found: Instance | undefined, left: Answers, { language, texts }: FormFacts): string | null {
  const path = found && pathOf(found.component);
  if (!found || path === undefined) return null;
  const value = displayValue(found.component, getAnswer(left, path), {
    wording: { language },
    serviceText: (key) => (Object.hasOwn(texts, key) ? (texts[key] ?? key) : key),
  });
  return value ?? null;
}

/** Hidden by itself, by what is around it, or with a row that it stands in. */
export function isHidden({ component, within }: Instance, hidden: ReadonlySet<string>): boolean {
  return hidden.has(component.id) || within.some((row) => hidden.has(row.id));
}

/** The component of the same row, else of the rows around it, else outside any. */
function nearest(
  id: string,
  within: readonly RowPosition[],
  byId: ReadonlyMap<string, Instance>,
): Instance | undefined {
  for (let depth = within.length; depth >= 0; depth -= 1) {
    const found = byId.get(idInRows(id, within.slice(0, depth)));
    if (found) return found;
  }
  return undefined;
}

/** A hidden row's own answers, but for those that are hidden inside it. */
function putBack(row: InstanceRow, left: Answers, answers: Answers, hidden: ReadonlySet<string>): Answers {
  const path = pathOfRow(row.within);
  const restored = setAnswer(left, path, getAnswer(answers, path));
  return withoutHidden(row.components.flatMap(flatInstances), restored, ({ component }) =>
    hidden.has(component.id),
  );
}

/** A path that a visible component shares with a hidden one is still answered. */
function withoutHidden(
  instances: readonly Instance[],
  answers: Answers,
  hides: (instance: Instance) => boolean,
): Answers {
  const gone = instances.filter(hides);
  if (gone.length === 0) return answers;
  const visiblePaths = new Set(
    instances.filter((each) => !hides(each)).map(({ component }) => pathOf(component)),
  );
  return gone.reduce((left, { component }) => {
    const path = pathOf(component);
    return path === undefined || visiblePaths.has(path) || getAnswer(left, path) === undefined
      ? left
      : setAnswer(left, path, undefined);
  }, answers);
}
