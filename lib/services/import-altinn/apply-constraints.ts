import { isDecimal } from '@/lib/core/decimal.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { isDate } from '@/lib/forms/dates.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { formats } from '@/lib/forms/formats/registry.ts';
import { maxRows } from '@/lib/forms/instantiate.ts';
import { patternProblem } from '@/lib/forms/pattern/match-pattern.ts';
import type { MapContext } from './component-mapper.ts';
import type { FieldFacts } from './read-model.ts';
import { shown } from './read-object.ts';
import type { Subject } from './report.ts';

/** Keywords that constrain, and what each does to the component; the order is the order of work. */
const constraints: Readonly<Record<string, (value: unknown, target: Target) => boolean>> = {
  // What a text field cannot hold; numbers have their formats, and choices their own values.
  type: (value, { component }) => value !== 'boolean' || fields.get(component.type).widget !== 'text',
  format: applyFormat,
  maxLength: (value, { component }) => {
    if (!isCount(value) || value < 1) return false;
    component.maxLength = Math.min(component.maxLength ?? value, value);
    return true;
  },
  minLength: (value, { component, facts }) => {
    if (!isCount(value)) return false;
    if (value > 1) component.minLength = value;
    // One character at least is what «must be filled in» says.
    if (value === 1 && facts.required) component.required = true;
    return true;
  },
  pattern: (value, { component }) => {
    if (typeof value !== 'string' || patternProblem(value) !== undefined) return false;
    component.pattern = value;
    return true;
  },
  minimum: (value, target) => bound(value, 'min', target),
  maximum: (value, target) => bound(value, 'max', target),
  // Before draft 6, `true` beside `minimum` said that it is exclusive.
  exclusiveMinimum: (value, target) => exclude(value, 'min', 'exclusiveMin', target),
  exclusiveMaximum: (value, target) => exclude(value, 'max', 'exclusiveMax', target),
  multipleOf: (value, { component }) => {
    if (value === 1) component.format = 'integer';
    else if (isDecimal(String(value)) && /^0\.0*1$/.test(String(value)))
      component.maxDecimals = String(value).length - 2;
    else return false;
    return true;
  },
  enum: applyEnum,
  const: (value, target) => applyEnum([value], target),
};

/** Says something about the schema itself, or is dealt with where lists and objects are. */
const silent =
  /^(@xsd.*|\$.*|title|description|\$?comment|default|examples?|readOnly|writeOnly|properties|items|required|allOf|oneOf|anyOf|nullable|minItems|maxItems|definitions|additionalProperties|texts)$/;

interface Target {
  component: FormComponent;
  facts: FieldFacts;
  context: MapContext;
}

/** Makes validation of what the data model demands at the component's path. Keywords that cannot be are told of. */
export function applyConstraints(
  component: FormComponent,
  path: string,
  context: MapContext,
  subject: Subject,
): void {
  const { model } = context;
  if (!model) return;
  const facts = model.find(path);
  if (!facts) {
    subject.note('pathNotInModel', 'changed', { path });
    return;
  }
  if (facts.required) component.required = true;
  const value = facts.items ?? facts;
  const isOpen = component.format === undefined || formats.find(component.format)?.open === true;
  const isInteger = value.types[0] === 'integer';
  if (fields.get(component.type).widget === 'text' && isOpen && (isInteger || value.types[0] === 'number'))
    component.format = isInteger ? 'integer' : 'number';
  const target: Target = { component, facts: { ...value, required: facts.required }, context };
  for (const [name, apply] of Object.entries(constraints)) {
    const keyword = value.keyword(name);
    if (keyword && !apply(keyword.value, target))
      subject.note(
        'constraintLost',
        'lost',
        { keyword: name, value: shown(keyword.value), path },
        keyword.at,
      );
  }
  for (const [name, { value: written, at }] of value.keywords()) {
    if (!Object.hasOwn(constraints, name) && !silent.test(name))
      subject.note('constraintLost', 'lost', { keyword: name, value: shown(written), path }, at);
  }
}

const formatOfKeyword: Readonly<Record<string, string>> = {
  date: 'date',
  email: 'email',
  'idn-email': 'email',
};

/** Formats that say nothing more than the type does, in what Altinn's own tools write. */
const idle = new Set(['regex', 'string', 'int32', 'int64', 'decimal', 'double', 'float', 'boolean']);

function applyFormat(value: unknown, { component }: Target): boolean {
  if (typeof value !== 'string') return false;
  if (idle.has(value)) return true;
  const { widget } = fields.get(component.type);
  if (widget === 'date') return value === 'date' || value === 'date-time';
  const format = Object.hasOwn(formatOfKeyword, value) ? formatOfKeyword[value] : undefined;
  if (format === undefined || component.type !== 'Input') return false;
  component.format = format;
  return true;
}

type Side = 'min' | 'max' | 'exclusiveMin' | 'exclusiveMax';

function bound(value: unknown, side: Side, { component }: Target): boolean {
  const written = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!isDecimal(written) && !isDate(written)) return false;
  const there = component[side];
  const isMin = side === 'min' || side === 'exclusiveMin';
  const tighter =
    there === undefined || (isMin ? Number(written) > Number(there) : Number(written) < Number(there));
  if (tighter) component[side] = written;
  return true;
}

function exclude(value: unknown, inclusive: Side, exclusive: Side, target: Target): boolean {
  if (typeof value !== 'boolean') return bound(value, exclusive, target);
  const there = target.component[inclusive];
  if (value && there !== undefined) {
    target.component[exclusive] = there;
    delete target.component[inclusive];
  }
  return true;
}

/** Choices are narrowed to what is allowed; a text has to be one of the allowed ones. */
function applyEnum(value: unknown, { component, context }: Target): boolean {
  if (!Array.isArray(value)) return false;
  const allowed = value
    .filter((each) => each !== null && each !== '')
    .map((each) => (typeof each === 'string' ? each : shown(each)));
  const listed = component.options ?? (component.optionsId && context.optionLists.use(component.optionsId));
  if (listed) {
    const narrowed = listed.filter((option) => allowed.includes(option.value));
    if (narrowed.length === 0) return false;
    if (narrowed.length === listed.length) return true;
    component.options = narrowed;
    delete component.optionsId;
    return true;
  }
  if (allowed.length === 0 || allowed.length > 1_000 || allowed.some((each) => each.length > 1_000))
    return false;
  component.enum = [...new Set(allowed)];
  return true;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000;
}

/** The fewest and most rows that the data model allows. */
export function applyRowLimits(
  component: FormComponent,
  path: string,
  { model }: MapContext,
  subject: Subject,
): void {
  const facts = model?.find(path);
  if (model && !facts) subject.note('pathNotInModel', 'changed', { path });
  if (facts && !facts.items) subject.note('pathNoList', 'changed', { path });
  const [least, most] = [facts?.keyword('minItems')?.value, facts?.keyword('maxItems')?.value];
  if (isCount(least) && least > (component.minCount ?? 0)) component.minCount = Math.min(least, maxRows);
  if (isCount(most) && most >= 1) component.maxCount = Math.min(component.maxCount ?? maxRows, most, maxRows);
}

/** For a path of a component that has several: Kvitt's own type judges what is written there. */
export function applyDemand(
  component: FormComponent,
  path: string,
  { model }: MapContext,
  subject: Subject,
): void {
  const facts = model?.find(path);
  if (model && !facts) subject.note('pathNotInModel', 'changed', { path });
  if (facts?.required) component.required = true;
  for (const [name, { value, at }] of facts?.keywords() ?? []) {
    if (name !== 'type' && !silent.test(name))
      subject.note('constraintLost', 'lost', { keyword: name, value: shown(value), path }, at);
  }
}
