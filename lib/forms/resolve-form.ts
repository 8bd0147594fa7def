import { type Answers, getAnswer, setAnswer } from '@/lib/core/answers.ts';
import { answersContext } from '@/lib/expressions/answers-context.ts';
import { evaluateBoolean } from '@/lib/expressions/evaluate.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { ExpressionError } from '@/lib/expressions/expression-error.ts';
import type { ExpressionContext } from '@/lib/expressions/function.ts';
import type { Form, FormComponent, FormPage } from './component.ts';
import { pathOf } from './component-path.ts';

export interface ResolvedComponent extends FormComponent {
  required: boolean;
  hidden: boolean;
  readOnly: boolean;
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
  /** Page or component id. */
  where: string;
  property: 'required' | 'hidden' | 'readOnly';
  message: string;
}

/** Rounds until what is hidden no longer changes; a chain of conditions longer than this is a definition in a circle. */
const maxRounds = 50;

/**
 * The form with every condition decided. What is hidden counts as not answered for the other conditions, however long the chain.
 * An expression without a value leaves its component visible, not required and writable, and is reported in `problems`.
 */
export function resolveForm(form: Form, answers: Answers): ResolvedForm {
  let hidden = new Set<string>();
  for (let round = 0; round < maxRounds; round += 1) {
    const next = hiddenIds(form, answers, hidden);
    const settled = next.size === hidden.size && [...next].every((id) => hidden.has(id));
    hidden = next;
    if (settled) return resolved(form, answers, hidden, []);
  }
  return resolved(form, answers, hidden, [
    { where: '', property: 'hidden', message: 'Conditions hide each other in a circle' },
  ]);
}

/** The same without what is hidden. */
export function visibleForm(form: Form, answers: Answers): ResolvedForm {
  const { pages, problems } = resolveForm(form, answers);
  const visible = pages.filter((page) => !page.hidden);
  return {
    pages: visible.map((page) => ({
      ...page,
      components: page.components.filter((component) => !component.hidden),
    })),
    problems,
  };
}

/** Ids of hidden components, and `page:` + ids of hidden pages, when those of the round before count as not answered. */
function hiddenIds(form: Form, answers: Answers, before: Set<string>): Set<string> {
  const context = contextOf(form, answers, before);
  const now = new Set<string>();
  for (const page of form.pages) {
    const pageHidden = decide(page.hidden, context).value;
    if (pageHidden) now.add(`page:${page.id}`);
    for (const component of page.components) {
      if (pageHidden || decide(component.hidden, context).value) now.add(component.id);
    }
  }
  return now;
}

function resolved(form: Form, answers: Answers, hidden: Set<string>, problems: FormProblem[]): ResolvedForm {
  const context = contextOf(form, answers, hidden);
  const state = (
    where: string,
    property: FormProblem['property'],
    expression: boolean | Expression | undefined,
  ): boolean => {
    const { value, message } = decide(expression, context);
    if (message !== undefined) problems.push({ where, property, message });
    return value;
  };
  const pages = form.pages.map((page): ResolvedPage => {
    state(page.id, 'hidden', page.hidden);
    const components = page.components.map((component): ResolvedComponent => {
      state(component.id, 'hidden', component.hidden);
      const required = state(component.id, 'required', component.required);
      return {
        ...component,
        hidden: hidden.has(component.id),
        required,
        readOnly: state(component.id, 'readOnly', component.readOnly),
      };
    });
    return { ...page, hidden: hidden.has(`page:${page.id}`), components };
  });
  return { pages, problems };
}

function decide(
  expression: boolean | Expression | undefined,
  context: ExpressionContext,
): { value: boolean; message?: string } {
  if (expression === undefined || typeof expression === 'boolean') return { value: expression ?? false };
  try {
    return { value: evaluateBoolean(expression, context) };
  } catch (error) {
    if (error instanceof ExpressionError) return { value: false, message: error.message };
    throw error;
  }
}

function contextOf(form: Form, answers: Answers, hidden: Set<string>): ExpressionContext {
  const components = form.pages.flatMap((page) => page.components);
  const left = withoutHidden(components, answers, hidden);
  return {
    ...answersContext(left),
    component(id) {
      const component = components.find((each) => each.id === id);
      if (!component) throw new ExpressionError('lookup', `Unable to find component with identifier ${id}`);
      const path = pathOf(component);
      return hidden.has(id) || path === undefined ? null : getAnswer(left, path);
    },
  };
}

/** A path that a visible component shares with a hidden one is still answered. */
function withoutHidden(components: FormComponent[], answers: Answers, hidden: Set<string>): Answers {
  if (hidden.size === 0) return answers;
  const visiblePaths = new Set(components.filter(({ id }) => !hidden.has(id)).map(pathOf));
  return components.reduce((left, component) => {
    const path = pathOf(component);
    const gone =
      path !== undefined &&
      hidden.has(component.id) &&
      !visiblePaths.has(path) &&
      getAnswer(left, path) !== undefined;
    return gone ? setAnswer(left, path, undefined) : left;
  }, answers);
}
