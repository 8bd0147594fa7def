import type { Answers } from '@/lib/core/answers.ts';
import { remembered, rememberedForBoth } from '@/lib/core/remembered.ts';
import { evaluateBoolean } from '@/lib/expressions/evaluate.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { ExpressionError } from '@/lib/expressions/expression-error.ts';
import type { ExpressionContext } from '@/lib/expressions/function.ts';
import type { Form, FormComponent, FormPage } from './component.ts';
import { everyComponent } from './component-tree.ts';
import type { WrittenCondition } from './conditions-of.ts';
import { type FormContexts, isHidden, newFormContexts, type PageInstances } from './form-contexts.ts';
import { type Instance, type InstanceRow, instantiate, isRepeating } from './instantiate.ts';

/** A component where it stands, decided: inside a repeating group its id and data model paths are those of its row. */
export interface ResolvedComponent extends FormComponent {
  required: boolean;
  hidden: boolean;
  readOnly: boolean;
  /** What is inside it, but for a repeating group, which has it in its rows. */
  children: ResolvedComponent[];
  rows: ResolvedRow[];
}

export interface ResolvedRow {
  /** `<id of the group>[<index>]`. */
  id: string;
  index: number;
  hidden: boolean;
  components: ResolvedComponent[];
}

export interface ResolvedPage extends FormPage {
  hidden: boolean;
  components: ResolvedComponent[];
}

export interface ResolvedForm {
  pages: ResolvedPage[];
  /** Expressions without a value for these answers: the owner's to mend. */
  problems: FormProblem[];
}

export interface FormProblem {
  /** Page or component id; of a component in a row, with its row. */
  where: string;
  property: WrittenCondition['property'];
  message: string;
}

/** Rounds until what is hidden no longer changes; a chain of conditions longer than this is a definition in a circle. */
const maxRounds = 50;

/**
 * The form with every condition decided, in each row by itself. What is hidden counts as not answered for the other conditions,
 * however long the chain; what is inside something hidden or read-only is so too.
 * An expression without a value leaves its component visible, not required and writable, and is reported in `problems`.
 */
export const resolveForm = rememberedForBoth((form: Form, answers: Answers): ResolvedForm => {
  const pages = alwaysAlike(form) ?? placed(form, answers);
  const contextsWithout = newFormContexts(pages, answers, form.facts);
  let hidden = new Set<string>();
  for (let round = 0; round < maxRounds; round += 1) {
    const judge = newJudge(contextsWithout(hidden));
    const next = hiddenIds(pages, judge);
    if (next.size === hidden.size && [...next].every((id) => hidden.has(id)))
      return resolved(pages, judge, hidden, []);
    hidden = next;
  }
  return resolved(pages, newJudge(contextsWithout(hidden)), hidden, [
    { where: '', property: 'hidden', message: 'Conditions hide each other in a circle' },
  ]);
});

/** The same without what is hidden. */
export const visibleForm = rememberedForBoth((form: Form, answers: Answers): ResolvedForm => {
  const { pages, problems } = resolveForm(form, answers);
  const visible = pages.filter((page) => !page.hidden);
  return {
    pages: visible.map((page) => ({ ...page, components: visibleComponents(page.components) })),
    problems,
  };
});

export function visibleComponents(components: readonly ResolvedComponent[]): ResolvedComponent[] {
  return components
    .filter((component) => !component.hidden)
    .map((component) => ({
      ...component,
      children: visibleComponents(component.children),
      rows: component.rows
        .filter((row) => !row.hidden)
        .map((row) => ({ ...row, components: visibleComponents(row.components) })),
    }));
}

function placed(form: Form, answers: Answers): PageInstances[] {
  return form.pages.map((page) => ({ page, instances: instantiate(page.components, answers) }));
}

/** Of a form without repeating groups: its components stand alike whatever is answered. */
const alwaysAlike = remembered((form: Form) =>
  everyComponent(form).some(isRepeating) ? undefined : placed(form, {}),
);

interface Judge {
  contexts: FormContexts;
  /** The same condition is asked for when what is hidden is found and when it is told. */
  decide(condition: boolean | Expression | undefined, context: ExpressionContext): Decision;
}

interface Decision {
  value: boolean;
  message?: string;
}

function newJudge(contexts: FormContexts): Judge {
  const decided = rememberedForBoth((context: ExpressionContext, call: Expression[]) =>
    decide(call, context),
  );
  return {
    contexts,
    decide(condition = false, context) {
      if (typeof condition === 'boolean') return { value: condition };
      return Array.isArray(condition) ? decided(context, condition) : decide(condition, context);
    },
  };
}

/** Ids of hidden components and of hidden rows, and `page:` + ids of hidden pages, when those of the round before count as not answered. */
function hiddenIds(pages: readonly PageInstances[], { contexts, decide }: Judge): Set<string> {
  const now = new Set<string>();
  const visit = ({ component, within, children, rows }: Instance, above: boolean): void => {
    const hidden = above || decide(component.hidden, contexts.inRow(within)).value;
    if (hidden) now.add(component.id);
    for (const child of children) visit(child, hidden);
    for (const row of rows) {
      if (decide(component.hiddenRow, contexts.ofRow(row)).value) now.add(row.position.id);
      for (const each of row.components) visit(each, hidden);
    }
  };
  for (const { page, instances } of pages) {
    const hidden = decide(page.hidden, contexts.inRow([])).value;
    if (hidden) now.add(`page:${page.id}`);
    for (const instance of instances) visit(instance, hidden);
  }
  return now;
}

function resolved(
  pages: readonly PageInstances[],
  { contexts, decide }: Judge,
  hidden: Set<string>,
  problems: FormProblem[],
): ResolvedForm {
  const state = (
    where: string,
    property: FormProblem['property'],
    expression: boolean | Expression | undefined,
    context: ExpressionContext,
  ): boolean => {
    const { value, message } = decide(expression, context);
    if (message !== undefined) problems.push({ where, property, message });
    return value;
  };
  const visit = (instance: Instance, above: boolean): ResolvedComponent => {
    const { component, within, children, rows } = instance;
    const context = contexts.inRow(within);
    state(component.id, 'hidden', component.hidden, context);
    const required = state(component.id, 'required', component.required, context);
    const readOnly = state(component.id, 'readOnly', component.readOnly, context) || above;
    const visitRow = (row: InstanceRow): ResolvedRow => {
      state(row.position.id, 'hiddenRow', component.hiddenRow, contexts.ofRow(row));
      const components = row.components.map((each) => visit(each, readOnly));
      return {
        id: row.position.id,
        index: row.position.index,
        hidden: hidden.has(row.position.id),
        components,
      };
    };
    const options = component.options?.filter(
      (option) => !state(component.id, 'options', option.hidden, context),
    );
    return {
      ...component,
      ...(options && { options }),
      hidden: isHidden(instance, hidden),
      required,
      readOnly,
      children: children.map((child) => visit(child, readOnly)),
      rows: rows.map(visitRow),
    };
  };
  return {
    pages: pages.map(({ page, instances }): ResolvedPage => {
      state(page.id, 'hidden', page.hidden, contexts.inRow([]));
      const components = instances.map((instance) => visit(instance, false));
      return { ...page, hidden: hidden.has(`page:${page.id}`), components };
    }),
    problems,
  };
}

function decide(condition: Expression, context: ExpressionContext): Decision {
  try {
    return { value: evaluateBoolean(condition, context) };
  } catch (error) {
    if (error instanceof ExpressionError) return { value: false, message: error.message };
    throw error;
  }
}
