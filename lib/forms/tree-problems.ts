import { callsIn, type WrittenCall } from '@/lib/expressions/supplied-problems.ts';
import type { FormComponent, FormPage } from './component.ts';
import { pathOf } from './component-path.ts';
import { componentsOf } from './component-tree.ts';
import { conditionProblems } from './condition-problems.ts';
import { conditionsOf } from './conditions-of.ts';
import { fields } from './fields/registry.ts';
import { isRepeating } from './instantiate.ts';

const maxRowLevels = 3;

/** Which page or component, and what is wrong with it. */
export interface TreeProblem {
  id: string;
  message: string;
  /** The function of a condition that a form has no answer to. */
  asked?: string;
}

/** What is wrong with a form as a whole, what its components cannot know by themselves. */
export function treeProblems(pages: readonly FormPage[]): TreeProblem[] {
  const components = pages.flatMap(componentsOf);
  return [
    ...usedTwice(pages),
    ...usedTwice(components),
    ...missingLookups(pages, components),
    ...conditionsOf(pages).flatMap(({ where, property, condition }) =>
      conditionProblems(condition).map(({ name, message }) => ({
        ...problemOf(where, `${property}: ${message}`),
        asked: name,
      })),
    ),
    ...missingTargets(pages, components),
    ...pages.flatMap((page) => page.components.flatMap((component) => nestingProblems(component, []))),
    ...pathsThroughRows(pages, components),
  ];
}

function usedTwice(list: readonly { id: string }[]): TreeProblem[] {
  const seen = new Set<string>();
  return list
    .filter(({ id }) => seen.size === seen.add(id).size)
    .map(({ id }) => ({ id, message: `"${id}" is used twice` }));
}

function missingLookups(pages: readonly FormPage[], components: readonly FormComponent[]): TreeProblem[] {
  const byId = new Map(components.map((each) => [each.id, each]));
  const problemsIn = (where: string, { name, args: [id] }: WrittenCall): TreeProblem[] => {
    if (typeof id !== 'string' || !(name === 'component' || name === 'displayValue')) return [];
    const found = byId.get(id);
    if (!found) return [problemOf(where, `looks up the component "${id}", which is not there`)];
    const what = `"displayValue" is not supported: "${id}" has no answer that a condition can read`;
    return name === 'displayValue' && !showsAnswer(found) ? [{ ...problemOf(where, what), asked: name }] : [];
  };
  return conditionsOf(pages).flatMap(({ where, condition }) =>
    callsIn(condition).flatMap((call) => problemsIn(where, call)),
  );
}

/** Files are known by the server before the browser knows of them, and a component of several controls has several answers. */
function showsAnswer(component: FormComponent): boolean {
  return pathOf(component) !== undefined && fields.find(component.type)?.parts === undefined;
}

function missingTargets(pages: readonly FormPage[], components: readonly FormComponent[]): TreeProblem[] {
  return components.flatMap(({ id, target }) => {
    if (target === undefined || target.type === 'layoutSet') return [];
    const list: readonly { id: string }[] = target.type === 'page' ? pages : components;
    return list.some((each) => each.id === target.id)
      ? []
      : [problemOf(id, `sums up the ${target.type} "${target.id}", which is not there`)];
  });
}

/** Inside rows every answer lies in the row; files have no place there. */
function nestingProblems(component: FormComponent, groups: readonly FormComponent[]): TreeProblem[] {
  const outer = groups.at(-1)?.dataModelBindings?.group;
  const problems: TreeProblem[] = [];
  const tell = (what: string): void => void problems.push(problemOf(component.id, what));
  if (outer !== undefined) {
    for (const path of Object.values(component.dataModelBindings ?? {})) {
      if (!path.startsWith(`${outer}.`)) tell(`wants a path under ${outer}`);
    }
    if (fields.find(component.type)?.collects === 'files')
      tell('files cannot be attached inside a repeating group');
  }
  const inside = isRepeating(component) ? [...groups, component] : groups;
  if (inside.length > maxRowLevels) tell(`repeating groups are nested deeper than ${maxRowLevels} levels`);
  return [...problems, ...(component.children ?? []).flatMap((child) => nestingProblems(child, inside))];
}

/** What is outside a repeating group cannot lie in its rows, and a page can have the same rows only once. */
function pathsThroughRows(pages: readonly FormPage[], components: readonly FormComponent[]): TreeProblem[] {
  const groups = components.filter(isRepeating);
  const pathOfGroup = (group: FormComponent): string => group.dataModelBindings?.group ?? '';
  const inside = new Map(groups.map((group) => [group, new Set(componentsOf({ components: [group] }))]));
  const outside = components.flatMap((component) =>
    Object.values(component.dataModelBindings ?? {}).flatMap((path) => {
      const through = groups.find((group) => path.startsWith(`${pathOfGroup(group)}.`));
      const isIn = groups.some(
        (group) => path.startsWith(`${pathOfGroup(group)}.`) && inside.get(group)?.has(component),
      );
      return through && !isIn
        ? [
            problemOf(
              component.id,
              `wants a path outside ${pathOfGroup(through)}, or to be inside "${through.id}"`,
            ),
          ]
        : [];
    }),
  );
  const twice = pages.flatMap((page) => {
    const seen = new Set<string>();
    return componentsOf(page)
      .filter(isRepeating)
      .filter((group) => seen.size === seen.add(pathOfGroup(group)).size)
      .map((group) => problemOf(group.id, `the page has ${pathOfGroup(group)} already`));
  });
  return [...outside, ...twice];
}

function problemOf(id: string, what: string): TreeProblem {
  return { id, message: `${id}: ${what}` };
}
