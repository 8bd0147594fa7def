import type { FormComponent } from '@/lib/forms/component.ts';
import { everyComponent } from '@/lib/forms/component-tree.ts';
import { withParts } from '@/lib/forms/expand-pages.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import type { ServiceDefinition } from './definition.ts';
import type { Problem } from './problem.ts';

/**
 * Questions that must be answered and never can be: always shown, always read-only, and nothing fills them in. Such a form can
 * never be sent in. What a condition hides or locks, and rows, which need not be there, are left to whoever wrote them.
 */
export function lockedQuestionProblems({ pages, prefill = [] }: ServiceDefinition): Problem[] {
  const filled = new Set([...prefill.map(({ path }) => path), ...writablePaths(pages)]);
  return pages
    .filter(({ hidden = false }) => hidden === false)
    .flatMap(({ components }) => components.flatMap((each) => stuckIn(each, false, filled)))
    .map(
      ({ id }): Problem => ({
        path: 'pages',
        code: 'never_answered',
        values: { component: id },
        message: `${id}: required and always read-only, and nothing fills it in`,
      }),
    );
}

/** What a person can write, and what a lookup fetches for them. */
function writablePaths(pages: ServiceDefinition['pages']): string[] {
  const open = pages.map((page) => ({ ...page, components: page.components.flatMap(unlocked) }));
  return everyComponent({ pages: open }).flatMap(pathsOf);
}

/** The component without what in it is always read-only; nothing when it is so itself. */
function unlocked(component: FormComponent): FormComponent[] {
  if (component.readOnly === true) return [];
  return [{ ...component, children: component.children?.flatMap(unlocked) }];
}

function stuckIn(component: FormComponent, above: boolean, filled: ReadonlySet<string>): FormComponent[] {
  const { type, hidden = false, readOnly } = component;
  const field = fields.find(type);
  if (hidden !== false || !field || field.structure === 'rows') return [];
  const locked = above || readOnly === true;
  // A part has no name of its own in the definition: the whole is told of.
  const parts = field.parts ? inside(component) : undefined;
  if (parts) return parts.some((part) => stuckIn(part, locked, filled).length > 0) ? [component] : [];
  const isStuck =
    locked &&
    component.required === true &&
    field.collects !== 'nothing' &&
    !pathsOf(component).some((path) => filled.has(path));
  return [
    ...(isStuck ? [component] : []),
    ...inside(component).flatMap((each) => stuckIn(each, locked, filled)),
  ];
}

function inside(component: FormComponent): FormComponent[] {
  const page = { id: '', textResourceBindings: { title: '' }, components: [component] };
  return withParts([page])[0]?.components[0]?.children ?? [];
}

function pathsOf({ dataModelBindings = {} }: FormComponent): string[] {
  return Object.values(dataModelBindings);
}
