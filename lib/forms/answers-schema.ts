import { z } from 'zod';
import { type Answers, getAnswer, parsePath } from '@/lib/core/answers.ts';
import type { Form } from './component.ts';
import { isUnanswered } from './component-path.ts';
import { fields } from './fields/registry.ts';
import { isRepeating } from './instantiate.ts';
import { type Place, placesOf } from './places.ts';
import { visibleForm } from './resolve-form.ts';
import { rowProblems } from './row-problems.ts';
import { componentProblems, fetchProblems, type ValidateOptions } from './validate.ts';

/** Which keys may be there: a leaf holds an answer. A repeating group's keys are the numbers of its rows. */
type Tree = { kind: 'object' | 'rows'; keys: Map<string, Tree> } | 'leaf';

/**
 * The server's judge over `submittedAnswers(form, answers)`, compiled from the definition for what is visible with these answers:
 * nothing but visible components' paths, each of the right shape and without errors, and as many rows as are visible. An issue's
 * message is the error's code, its path starts with the component id.
 */
export function answersSchema(
  form: Form,
  answers: Answers,
  options: ValidateOptions = {},
): z.ZodType<Answers> {
  const places = visibleForm(form, answers).pages.flatMap((page) => placesOf(page.components));
  const tree: Tree = { kind: 'object', keys: new Map() };
  for (const { path, rowCount } of places) {
    if (path === undefined) continue;
    const segments = parsePath(path);
    if (rowCount === undefined) plant(tree, segments, 'leaf');
    else
      for (let row = 0; row < rowCount; row += 1)
        plant(tree, [...segments, row], { kind: 'object', keys: new Map() });
  }
  return treeSchema(tree).superRefine((given, context) => {
    for (const place of places) {
      for (const message of problemsOf(place, given as Answers, answers, options)) {
        context.addIssue({ code: 'custom', message, path: [place.component.id] });
      }
    }
  }) as unknown as z.ZodType<Answers>;
}

function plant(tree: Tree, [head = '', ...rest]: readonly (string | number)[], end: Tree): void {
  if (tree === 'leaf') return;
  const there = tree.keys.get(String(head));
  if (rest.length === 0) {
    tree.keys.set(String(head), there ?? end);
    return;
  }
  const kind = typeof rest[0] === 'number' ? 'rows' : 'object';
  const branch: Tree = there === undefined || there === 'leaf' ? { kind, keys: new Map() } : there;
  tree.keys.set(String(head), branch);
  plant(branch, rest, end);
}

function treeSchema(tree: Tree): z.ZodType {
  if (tree === 'leaf') return z.unknown();
  const entries = [...tree.keys].map(([key, node]) => [key, treeSchema(node)] as const);
  if (tree.kind === 'object') {
    return z.strictObject(Object.fromEntries(entries.map(([key, node]) => [key, node.optional()])));
  }
  const [first, ...others] = entries.map(([, node]) => node);
  return first ? z.tuple([first, ...others]) : z.tuple([]);
}

const shapes = { text: z.string(), list: z.array(z.string()) };

function problemsOf(
  { component, path }: Place,
  given: Answers,
  answers: Answers,
  options: ValidateOptions,
): string[] {
  const field = fields.get(component.type);
  if (isRepeating(component)) return rowProblems(component, answers).map(({ code }) => code);
  if (path === undefined) return componentProblems(component, answers, options).map(({ code }) => code);
  const answer = getAnswer(given, path);
  if (isUnanswered(answer)) return component.required ? [field.requiredCode(component)] : [];
  const shape = shapes[field.answerShape].safeParse(answer);
  if (!shape.success) return ['invalid'];
  const wrong = field.errors(shape.data, component);
  return (wrong.length > 0 ? wrong : fetchProblems(component, answers)).map(({ code }) => code);
}
