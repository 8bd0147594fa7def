import type { Expression } from '@/lib/expressions/expression.ts';
import type { FormComponent, FormPage } from '@/lib/forms/component.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { pagesSchema } from '@/lib/forms/form-schema.ts';
import { convertExpression, type ExpressionScope } from './convert-expression.ts';
import type { JsonNode } from './json-source.ts';
import { type ConditionName, conditionNames, type Draft } from './map-components.ts';
import { shown } from './read-object.ts';
import type { OptionLists } from './read-options.ts';
import type { AppTexts } from './read-texts.ts';
import type { Subject } from './report.ts';

/** A page that is taken over, with what is still to be put into it. */
export interface PageDraft {
  /** Without components and condition. */
  page: FormPage;
  hidden: JsonNode | undefined;
  drafts: Draft[];
  subject: Subject;
}

export interface BuildContext {
  texts: AppTexts;
  optionLists: OptionLists;
  modelName: string | undefined;
  /** Altinn's ids → ours. */
  ids: ReadonlyMap<string, string>;
  pageIds: ReadonlyMap<string, string>;
}

/**
 * Puts the pages together: everything that Kvitt's own rules for a form accept. What they refuse is told of with their words;
 * conditions are put in last, when it is known which components are there. The result is always in order.
 */
export function buildPages(drafts: readonly PageDraft[], context: BuildContext): FormPage[] {
  for (const { drafts: components, page } of drafts)
    for (const draft of components) nameIt(draft, page, context.texts);
  const none: Settled = new Map();
  const accepted = isSound(assemble(drafts, () => true, none)) ? undefined : acceptOneByOne(drafts);
  const keep = (draft: Draft): boolean => accepted === undefined || accepted.has(draft);
  const there = new Set(
    flatten(drafts)
      .filter(keep)
      .map(({ component }) => component.id),
  );
  settleTargets(drafts, there, context);
  const scope: ExpressionScope = {
    model: context.modelName,
    componentId: (id) => {
      const ours = context.ids.get(id);
      return ours !== undefined && there.has(ours) ? ours : undefined;
    },
    textKey: (name) => context.texts.keyFor(name, name),
    hasOptionList: (id) => context.optionLists.use(id) !== undefined,
  };
  const settled: Settled = new Map();
  for (const { page, hidden, subject } of drafts)
    settleConditions(page, { hidden: hidden && [hidden] }, { scope, subject, settled });
  for (const { component, conditions, subject } of flatten(drafts).filter(keep))
    settleConditions(component, conditions, { scope, subject, settled });
  const complete = assemble(drafts, keep, settled);
  return isSound(complete) ? complete : assemble(drafts, keep, soundConditions(drafts, keep, settled));
}

/** Conditions of pages and components, ready to be put in. */
type Settled = Map<FormComponent | FormPage, Conditioned>;
type Conditioned = Partial<Record<ConditionName, boolean | Expression>>;

function assemble(
  drafts: readonly PageDraft[],
  keep: (draft: Draft) => boolean,
  settled: Settled,
): FormPage[] {
  const build = ({ component, children }: Draft): FormComponent => {
    const inside = children.filter(keep).map(build);
    return { ...component, ...settled.get(component), ...(children.length > 0 && { children: inside }) };
  };
  return drafts.map(({ page, drafts: components }) => ({
    ...page,
    ...settled.get(page),
    components: components.filter(keep).map(build),
  }));
}

/** Conditions that Kvitt accepts one after the other; the others are told of. */
function soundConditions(
  drafts: readonly PageDraft[],
  keep: (draft: Draft) => boolean,
  settled: Settled,
): Settled {
  const sound: Settled = new Map();
  const places = [
    ...drafts.map(({ page, subject }) => ({ target: page, subject })),
    ...flatten(drafts).map(({ component, subject }) => ({ target: component, subject })),
  ];
  for (const { target, subject } of places) {
    for (const [property, expression] of Object.entries(settled.get(target) ?? {})) {
      const before = sound.get(target);
      sound.set(target, { ...before, [property]: expression });
      const tried = pagesSchema.safeParse(assemble(drafts, keep, sound));
      if (tried.success) continue;
      sound.set(target, before ?? {});
      const problem = tried.error.issues.map(({ message }) => message).join('; ');
      subject.note('conditionLost', 'lost', { property, expression: shown(expression), problem });
    }
  }
  return sound;
}

function isSound(pages: readonly FormPage[]): boolean {
  return pagesSchema.safeParse(pages).success;
}

/** Tries each component on top of those before it, outer before inner; the refused are told of. */
function acceptOneByOne(drafts: readonly PageDraft[]): Set<Draft> {
  const accepted = new Set<Draft>();
  const visit = (draft: Draft): void => {
    accepted.add(draft);
    const tried = pagesSchema.safeParse(assemble(drafts, (each) => accepted.has(each), new Map()));
    if (tried.success) {
      for (const child of draft.children) visit(child);
      return;
    }
    accepted.delete(draft);
    const message = tried.error.issues.map((issue) => issue.message).join('; ');
    draft.subject.refuse('refusedByKvitt', { message });
    for (const each of flattenDraft(draft).slice(1))
      each.subject.refuse('outerRefused', { outer: draft.component.id });
  };
  for (const { drafts: components } of drafts) for (const draft of components) visit(draft);
  return accepted;
}

/** A component that Kvitt wants a title for gets the nearest words there are. */
function nameIt(draft: Draft, page: FormPage, texts: AppTexts): void {
  const { component, subject, children } = draft;
  const field = fields.get(component.type);
  for (const child of children) nameIt(child, page, texts);
  if (!field.titled || component.textResourceBindings?.title !== undefined) return;
  const { description, ...others } = component.textResourceBindings ?? {};
  const [option, ...more] = component.options ?? [];
  if (description !== undefined) {
    component.textResourceBindings = { ...others, title: description };
    subject.note('titleFromDescription', 'changed');
  } else if (option && more.length === 0) {
    component.textResourceBindings = { ...others, title: option.label };
    subject.note('titleFromOption', 'changed');
  } else if (children.length > 0) {
    component.textResourceBindings = { ...others, title: page.textResourceBindings.title };
    subject.note('titleFromPage', 'changed');
  } else {
    component.textResourceBindings = {
      ...others,
      title: texts.keyFor(component.id, `${component.id}.title`),
    };
    subject.note('titleMissing', 'changed', { id: component.id });
  }
}

/** Summaries name pages and components by Altinn's ids. */
function settleTargets(
  drafts: readonly PageDraft[],
  there: ReadonlySet<string>,
  context: BuildContext,
): void {
  for (const { component, subject } of flatten(drafts)) {
    const { target } = component;
    if (target === undefined || target.type === 'layoutSet') continue;
    const id = target.type === 'page' ? context.pageIds.get(target.id) : context.ids.get(target.id);
    if (id !== undefined && (target.type === 'page' || there.has(id)))
      component.target = { type: target.type, id };
    else {
      delete component.target;
      subject.note('targetMissing', 'changed', { target: target.id });
    }
  }
}

function settleConditions(
  target: FormComponent | FormPage,
  conditions: Partial<Record<ConditionName, JsonNode[]>>,
  { scope, subject, settled }: { scope: ExpressionScope; subject: Subject; settled: Settled },
): void {
  const found: Conditioned = {};
  for (const property of conditionNames) {
    const sound: (boolean | Expression)[] = [];
    for (const { value, at } of conditions[property] ?? []) {
      const converted = convertExpression(value, scope);
      if (converted.ok) sound.push(converted.expression);
      else {
        const values = { property, expression: shown(value), problem: converted.problem };
        subject.note('conditionLost', 'lost', values, at);
      }
    }
    const [first] = sound;
    if (first === undefined || (sound.length === 1 && first === false)) continue;
    found[property] = sound.length === 1 ? first : (['or', ...sound] as Expression);
  }
  settled.set(target, found);
}

function flatten(drafts: readonly PageDraft[]): Draft[] {
  return drafts.flatMap((page) => page.drafts.flatMap(flattenDraft));
}

function flattenDraft(draft: Draft): Draft[] {
  return [draft, ...draft.children.flatMap(flattenDraft)];
}
