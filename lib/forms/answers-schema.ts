import { z } from 'zod';
import { type Answers, getAnswer, parsePath } from '@/lib/core/answers.ts';
import type { Form } from './component.ts';
import { isUnanswered, pathOf } from './component-path.ts';
import { fields } from './fields/registry.ts';
import { type ResolvedComponent, visibleForm } from './resolve-form.ts';
import { componentProblems, type ValidateOptions } from './validate.ts';

/** Which keys may be there: a leaf holds an answer. */
type Tree = Map<string, Tree | 'leaf'>;

/**
 * The server's judge over `submittedAnswers(form, answers)`, compiled from the definition for what is visible with these answers:
 * nothing but visible components' paths, each of the right shape and without errors. An issue's message is the error's code,
 * its path starts with the component id.
 */
export function answersSchema(
  form: Form,
  answers: Answers,
  options: ValidateOptions = {},
): z.ZodType<Answers> {
  const components = visibleForm(form, answers).pages.flatMap((page) => page.components);
  const tree: Tree = new Map();
  for (const component of components) {
    const path = pathOf(component);
    if (path !== undefined) plant(tree, parsePath(path).map(String));
  }
  return branchSchema(tree).superRefine((given, context) => {
    for (const component of components) {
      for (const message of problemsOf(component, given as Answers, options)) {
        context.addIssue({ code: 'custom', message, path: [component.id] });
      }
    }
  }) as unknown as z.ZodType<Answers>;
}

function plant(tree: Tree, [head = '', ...rest]: string[]): void {
  const there = tree.get(head);
  const branch: Tree = there instanceof Map ? there : new Map();
  tree.set(head, rest.length === 0 ? (there ?? 'leaf') : branch);
  if (rest.length > 0) plant(branch, rest);
}

function branchSchema(tree: Tree): z.ZodType {
  const entries = [...tree].map(
    ([key, node]) => [key, (node === 'leaf' ? z.unknown() : branchSchema(node)).optional()] as const,
  );
  return z.strictObject(Object.fromEntries(entries));
}

const shapes = { text: z.string(), list: z.array(z.string()) };

function problemsOf(component: ResolvedComponent, answers: Answers, options: ValidateOptions): string[] {
  const field = fields.get(component.type);
  const path = pathOf(component);
  if (path === undefined) return componentProblems(component, answers, options).map(({ code }) => code);
  if (component.readOnly) return [];
  const answer = getAnswer(answers, path);
  if (isUnanswered(answer)) return component.required ? [field.requiredCode] : [];
  const shape = shapes[field.answerShape].safeParse(answer);
  return shape.success ? field.errors(shape.data, component).map(({ code }) => code) : ['invalid'];
}
