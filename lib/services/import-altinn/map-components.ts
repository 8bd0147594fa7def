import type { FormComponent } from '@/lib/forms/component.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { applyConstraints, applyDemand, applyRowLimits } from './apply-constraints.ts';
import { becomes, type ComponentMapper, type MapContext } from './component-mapper.ts';
import { componentMappers } from './component-mappers.ts';
import type { JsonNode } from './json-source.ts';
import { noteRest } from './property-notes.ts';
import { readDataBindings, readTextBindings } from './read-bindings.ts';
import { type ObjectReader, readObject, shown } from './read-object.ts';
import type { Subject } from './report.ts';

/** A condition as it stands in the file; it is put in when all ids are known. */
export type Conditions = Partial<Record<ConditionName, JsonNode[]>>;

export const conditionNames = ['hidden', 'required', 'readOnly', 'hiddenRow'] as const;
export type ConditionName = (typeof conditionNames)[number];

/** A component that is taken over, with what is still to be put into it. */
export interface Draft {
  /** Without conditions and children. */
  component: FormComponent;
  conditions: Conditions;
  children: Draft[];
  subject: Subject;
}

/** What a page is mapped with beyond the app: names are given once for all pages. */
export interface PageContext extends MapContext {
  page: string;
  /** Altinn's id → ours; the first of two equal ids is the one that expressions mean. */
  ids: Map<string, string>;
  newId(name: string): string;
}

/** One component of the file while the page is being built. */
interface Raw {
  id: string;
  type: string;
  source: ObjectReader;
  subject: Subject;
  mapper: ComponentMapper | undefined;
  childIds: string[];
  done: boolean;
}

/** Nested deeper than any page is readable. */
const maxLevels = 20;

/** The components of one layout as a tree; every one of them gets its line in the report. */
export function mapComponents(nodes: readonly JsonNode[], context: PageContext): Draft[] {
  const raws = nodes.flatMap((node) => readRaw(node, context) ?? []);
  const byId = new Map(raws.map((raw) => [raw.id, raw]));
  const claimed = new Set<string>();
  for (const raw of raws) {
    for (const id of raw.childIds) {
      if (!byId.has(id)) raw.subject.note('childMissing', 'lost', { child: id });
      else if (claimed.has(id)) raw.subject.note('childTwice', 'lost', { child: id });
      claimed.add(id);
    }
  }
  const drafts = raws.filter(({ id }) => !claimed.has(id)).flatMap((raw) => build(raw, byId, context, 1));
  for (const raw of raws.filter(({ done }) => !done)) raw.subject.refuse('childInCircle');
  return drafts;
}

/** The same for a page of a step that Kvitt has a page of its own for. */
export function tellOfStepPage(nodes: readonly JsonNode[], context: PageContext): void {
  for (const { source, subject, mapper, type } of nodes.flatMap((node) => readRaw(node, context) ?? [])) {
    const target = mapper?.targets.find((each) => fields.has(each));
    if (mapper?.becomes === 'built-in') subject.note(mapper.note ?? 'hasAction', 'changed', { type });
    else if (target && source.has('dataModelBindings')) subject.note('stepShowsAnswers', 'changed');
    else if (mapper?.becomes === 'component')
      subject.refuse(source.has('textResourceBindings') ? 'stepTextLost' : 'stepPage');
    else subject.refuse(mapper?.note ?? 'typeUnknown', { type });
    noteRest(source, subject, ['propertyOfStep', 'info']);
  }
}

function readRaw(node: JsonNode, context: PageContext): Raw | undefined {
  const { report, page } = context;
  const source = readObject(node, 'layout', report);
  if (!source) return undefined;
  const written = source.text('id');
  const type = source.text('type') ?? '';
  const id = written || context.newId('component');
  if (!written) report.problem(source.at, 'componentWithoutId', { id });
  const subject = report.entry('component', id, source.at, { type, within: page });
  const found = componentMappers.find(type) ?? (fields.has(type) ? becomes(type, [type]) : undefined);
  const instead = found?.unless?.(source);
  const mapper = instead === undefined ? found : componentMappers.get(instead);
  return { id, type, source, subject, mapper, childIds: mapper?.children?.(source) ?? [], done: false };
}

function build(raw: Raw, byId: ReadonlyMap<string, Raw>, context: PageContext, level: number): Draft[] {
  const { mapper, subject, type, source } = raw;
  if (raw.done || level > maxLevels) return [];
  raw.done = true;
  const inside = (): Draft[] =>
    raw.childIds.flatMap((id) => {
      const child = byId.get(id);
      return child ? build(child, byId, context, level + 1) : [];
    });
  const target = mapper?.targets.find((each) => fields.has(each));
  if (
    !mapper ||
    mapper.becomes === 'none' ||
    (target === undefined && mapper.becomes === 'component' && !mapper.children)
  ) {
    subject.refuse(mapper ? (mapper.note ?? 'typeNotYet') : 'typeUnknown', { type });
    noteRest(source, subject);
    return inside();
  }
  if (mapper.becomes === 'built-in') {
    subject.note(mapper.note ?? 'hasAction', 'changed', { type });
    noteRest(source, subject, ['propertyOfBuiltIn', 'info']);
    return [];
  }
  if (target === undefined)
    return source.has('dataModelBindings') ? refuseWhole(raw, inside()) : dissolve(raw, inside());
  if (target !== mapper.targets[0]) subject.note('typeNearest', 'changed', { type, target });
  if (mapper.note) subject.note(mapper.note, 'changed');
  return [{ ...mapOne(raw, mapper, target, context), children: inside() }];
}

/** Rows cannot stand without the group that repeats them. */
function refuseWhole({ subject, source, type, id }: Raw, drafts: Draft[]): Draft[] {
  subject.refuse('typeNotYet', { type });
  noteRest(source, subject);
  for (let next = drafts.pop(); next; next = drafts.pop()) {
    next.subject.refuse('outerRefused', { outer: id });
    drafts.push(...next.children);
  }
  return [];
}

/** What is inside a holder that Kvitt does not have stands where the holder stood, hidden as it was. */
function dissolve({ subject, source, type }: Raw, drafts: Draft[]): Draft[] {
  subject.note('containerDissolved', 'lost', { type });
  const hidden = source.node('hidden');
  noteRest(source, subject);
  if (hidden === undefined) return drafts;
  return drafts.map((draft) => ({
    ...draft,
    conditions: { ...draft.conditions, hidden: [...(draft.conditions.hidden ?? []), hidden] },
  }));
}

function mapOne(
  raw: Raw,
  mapper: ComponentMapper,
  target: string,
  context: PageContext,
): Omit<Draft, 'children'> {
  const { source, subject } = raw;
  const id = context.newId(raw.id);
  if (!context.ids.has(raw.id)) context.ids.set(raw.id, id);
  if (id !== raw.id) subject.note('renamed', 'info', { id });
  const component: FormComponent = { id, type: target };
  const texts = readTextBindings(source, component, context, subject);
  if (Object.keys(texts).length > 0) component.textResourceBindings = texts;
  const bindings = readDataBindings(source, mapper.bindings, context, subject);
  if (Object.keys(bindings).length > 0) component.dataModelBindings = bindings;
  for (const read of mapper.properties) read(source, component, { ...context, subject });
  applyModel(component, context, subject);
  const conditions = conditionsOf(source, component, subject);
  noteRest(source, subject);
  return { component, conditions, subject };
}

/** What the data model says of the paths: of a question all, of rows how many, of the parts of a whole whether it is demanded. */
function applyModel(component: FormComponent, context: PageContext, subject: Subject): void {
  for (const [name, path] of Object.entries(component.dataModelBindings ?? {})) {
    if (name === 'group') applyRowLimits(component, path, context, subject);
    else if (fields.get(component.type).collects === 'answer')
      applyConstraints(component, path, context, subject);
    else applyDemand(component, path, context, subject);
  }
}

/** What the model or a file limit demands stays demanded; a written condition is put in later otherwise. */
function conditionsOf(source: ObjectReader, component: FormComponent, subject: Subject): Conditions {
  const conditions: Conditions = {};
  for (const property of conditionNames) {
    const node = source.node(property);
    if (!node || node.value === null) continue;
    if (component[property] !== true) conditions[property] = [node];
    else if (node.value !== true)
      subject.note('requiredByModel', 'changed', { required: shown(node.value) }, node.at);
  }
  return conditions;
}
