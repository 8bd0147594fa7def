import { type Answers, getAnswer } from '@/lib/core/answers.ts';
import type { Language } from '@/lib/core/language.ts';
import { canRemove, hasRoom } from './change-rows.ts';
import type { Form } from './component.ts';
import { pathOf } from './component-path.ts';
import { fields } from './fields/registry.ts';
import type { NodeRow, PageNode } from './page-node.ts';
import { type ResolvedComponent, type ResolvedRow, resolveForm } from './resolve-form.ts';

/**
 * What a page shows with these answers.
 * @param standing what the controls are filled with, where it is other answers than those that decide what is shown.
 */
export function pageNodes(
  form: Form,
  pageId: string,
  answers: Answers,
  language: Language,
  standing: Answers = answers,
): PageNode[] {
  const page = resolveForm(form, answers).pages.find((each) => each.id === pageId);
  return page ? nodesOf(page.components, standing, language) : [];
}

function nodesOf(components: readonly ResolvedComponent[], answers: Answers, language: Language): PageNode[] {
  return components
    .filter((component) => !component.hidden)
    .map((resolved): PageNode => {
      const { children, rows, dataModelBindings: _, ...component } = resolved;
      const { widget, structure, collects, answerShape, inputValue, inputProps } = fields.get(resolved.type);
      const path = pathOf(resolved);
      return {
        component: { ...component, children: [], rows: [] },
        widget,
        structure,
        collects,
        answerShape,
        path,
        value: path === undefined ? [] : inputValue(getAnswer(answers, path), resolved, language),
        input: inputProps(resolved),
        children: nodesOf(children, answers, language),
        rows: rows.map((row) => rowOf(row, answers, language)),
        hasRoom: hasRoom(resolved),
        canRemove: canRemove(resolved),
      };
    });
}

function rowOf(
  { id, index, hidden, components }: ResolvedRow,
  answers: Answers,
  language: Language,
): NodeRow {
  return { id, index, hidden, nodes: hidden ? [] : nodesOf(components, answers, language) };
}
