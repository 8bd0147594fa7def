import type { Answer, Answers } from '@/lib/core/answers.ts';
import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import { answersContext } from '@/lib/expressions/answers-context.ts';
import { evaluateBoolean } from '@/lib/expressions/evaluate.ts';
import { ExpressionError } from '@/lib/expressions/expression-error.ts';
import { fillText } from '@/lib/expressions/fill-text.ts';
import type { ExpressionContext, InstanceFacts } from '@/lib/expressions/function.ts';
import { displayValue } from '@/lib/forms/display-value.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { translator } from '@/lib/texts/translate.ts';
import {
  fieldOf,
  groupsAround,
  type PlacedComponent,
  placedComponents,
  repeatedGroup,
} from './case-layout.ts';
import { caseLink } from './case-link.ts';
import type { CaseWorld } from './published-case.ts';

/** The world of a published case as a context: answers, components in their rows, texts, instance, rights. */
export function caseContext(world: CaseWorld): ExpressionContext {
  const placed = placedComponents(world.layouts);
  const indices = world.context?.rowIndices ?? [];
  const row = groupsAround(placed.get(world.context?.component ?? '')).flatMap((group, level) => {
    const index = indices[level];
    return index === undefined ? [] : [{ group, index }];
  });
  const context: ExpressionContext = {
    ...modelLookups(world, row),
    language: world.profileSettings?.language ?? defaultLanguage,
    instance: instanceFacts(world.instance),
    may: rights(world.permissions),
    task: taskOf(world),
    settings: world.frontendSettings ?? {},
    positional: world.positionalArguments,
    values: world.valueArguments,
    externalApi: (id) => world.externalApis?.data?.[id],
    dataElements: (type) => dataElements(world).filter((each) => each.dataType === type).length,
    options: (listId) => world.codeLists?.[listId],
    text(key) {
      const found = world.textResources?.find(({ id }) => id === key);
      return found && fillText(found, context);
    },
    link: caseLink(world, placed),
    component(id) {
      const found = reachable(id, context, placed);
      const binding = found.component.dataModelBindings?.simpleBinding;
      if (!binding) throw new ExpressionError('lookup', `Component ${id} does not have a simpleBinding`);
      if (isHidden(found, context, world)) return null;
      return context.dataModel(
        fieldOf(binding) ?? '',
        typeof binding === 'string' ? undefined : binding.dataType,
      );
    },
    displayValue(id) {
      const found = reachable(id, context, placed);
      if (isHidden(found, context, world)) return null;
      const shown = display(found, context, world);
      if (shown !== undefined) return shown;
      throw new ExpressionError(
        'lookup',
        `Component of type '${found.component.type}' does not have a displayValue`,
      );
    },
  };
  return context;
}

function modelLookups(
  world: CaseWorld,
  row: NonNullable<ExpressionContext['row']>,
): Pick<ExpressionContext, 'row' | 'dataModel'> {
  return {
    row,
    dataModel(path, dataType = 'default') {
      const model = world.dataModels?.find((each) => each.dataElement.dataType === dataType);
      if (!model && dataType !== 'default')
        throw new ExpressionError('lookup', `Data model with type ${dataType} not found`);
      const answers = (model?.data ?? world.dataModel ?? world.dataModels?.[0]?.data ?? {}) as Answers;
      return answersContext(answers, dataType === 'default' ? { row } : {}).dataModel(path);
    },
  };
}

/** A component that is in none of the current rows cannot be found: nothing says which of its rows is meant. */
function reachable(id: string, { row = [] }: ExpressionContext, placed: Map<string, PlacedComponent>) {
  const found = placed.get(id);
  const isReachable = groupsAround(found).every((group) => row.some((each) => each.group === group));
  if (found && isReachable) return found;
  throw new ExpressionError('lookup', `Unable to find component with identifier ${id}`);
}

function isHidden(
  { component, page, parents }: PlacedComponent,
  context: ExpressionContext,
  world: CaseWorld,
): boolean {
  const conditions = [
    world.layouts?.[page]?.data.hidden,
    component.hidden,
    ...parents.map((parent) => parent.hidden),
    ...parents.filter(repeatedGroup).map((parent) => parent.hiddenRow),
  ];
  return conditions.some((condition) => evaluateBoolean(condition ?? false, context));
}

function display(
  { component }: PlacedComponent,
  context: ExpressionContext,
  world: CaseWorld,
): string | undefined {
  const language = asLanguage(context.language) ?? defaultLanguage;
  const bindings = Object.entries(component.dataModelBindings ?? {});
  const path = fieldOf(component.dataModelBindings?.simpleBinding);
  const { id, type, options } = component;
  return displayValue(
    {
      id,
      type,
      ...(options ? { options } : {}),
      dataModelBindings: Object.fromEntries(bindings.map(([name, each]) => [name, fieldOf(each) ?? ''])),
    },
    path === undefined ? undefined : asStored(context.dataModel(path), type),
    {
      wording: translator(language),
      serviceText: (key) => context.text?.(key) ?? key,
      fileNames: dataElements(world).flatMap((each) =>
        each.dataType === id && each.filename ? [each.filename] : [],
      ),
    },
  );
}

/** Altinn joins several choices by comma and has JSON numbers. */
function asStored(found: Answer | number | undefined, type: string): Answer | undefined {
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && fields.find(type)?.answerShape === 'list' ? found.split(',') : found;
}

function dataElements({ dataModels = [], instanceDataElements = [] }: CaseWorld) {
  const models = dataModels.map(({ dataElement }): { dataType: string; filename?: string } => dataElement);
  return [...models, ...instanceDataElements];
}

function instanceFacts(instance: CaseWorld['instance']): InstanceFacts {
  const owner = instance?.instanceOwner ?? {};
  const type = owner.organisationNumber
    ? 'org'
    : owner.personNumber
      ? 'person'
      : owner.username
        ? 'selfIdentified'
        : 'unknown';
  return {
    instanceId: instance?.id ?? null,
    appId: instance?.appId ?? null,
    instanceOwnerPartyId: owner.partyId === undefined ? null : String(owner.partyId),
    instanceOwnerPartyType: type,
    instanceOwnerName: owner.party?.name ?? null,
  };
}

function rights({ actions = {}, ...own }: NonNullable<CaseWorld['permissions']> = {}) {
  const known: Record<string, unknown> = { read: own.read, write: own.write, ...actions };
  return (action: string): boolean | undefined =>
    Object.hasOwn(known, action) ? known[action] === true : undefined;
}

export function taskOf(world: CaseWorld): string {
  return world.process?.currentTask?.elementId ?? 'Task_1';
}
