import { asLanguage } from '@/lib/core/language.ts';
import type { Wording } from '@/lib/core/wording.ts';
import { languageNames, textName } from '@/lib/texts/text-names.ts';
import type { Problem } from './problem.ts';

/**
 * A problem for a service owner who never sees the document: where (page, question, field, in the words of the service) and what
 * to do. `definition` may be malformed: that may be the problem.
 */
export function problemInWords(
  { path, code, values = {} }: Problem,
  definition: unknown,
  wording: Wording,
): string {
  const { component, ...others } = values;
  const named =
    component === undefined ? others : { ...others, component: nameOfId(component, definition, wording) };
  return wording.dynamic('definition.sentence', {
    place: placeInWords(path, definition, wording),
    what: wording.dynamic(`definition.${code}`, named),
  });
}

/** `pages.0.components.1.maxLength` → «Side «Båten», «Navn», lengste svar». */
export function placeInWords(path: string, definition: unknown, wording: Wording): string {
  const [head = '', ...rest] = path.split('.').filter((part) => part !== '');
  if (head === '') return wording.dynamic('definition.at_whole');
  const area = known('at', head, wording);
  if (head === 'texts') return textPlace(rest, definition, wording) ?? area;
  const words = head === 'pages' ? [] : [area];
  const fields: string[] = [];
  let value = get(definition, head);
  let holder = head;
  for (const part of rest) {
    value = get(value, part);
    if (!/^\d+$/.test(part)) {
      holder = part;
      if (!holders.has(part)) fields.push(part);
      continue;
    }
    const kind = holders.get(holder);
    if (kind) words.push(wording.dynamic(kind, { name: nameOf(value, definition, wording) }));
  }
  const [field] = fields;
  if (words.length === 0) words.push(area);
  if (field !== undefined) words.push(known('field', field, wording));
  return words.join(', ');
}

/** Lists whose members have names of their own. */
const holders: ReadonlyMap<string, string> = new Map([
  ['pages', 'definition.part_page'],
  ['components', 'definition.part_component'],
  ['children', 'definition.part_component'],
  ['rules', 'definition.part_rule'],
]);

function textPlace(path: readonly string[], definition: unknown, wording: Wording): string | undefined {
  const language = asLanguage(path[0]);
  if (!language) return undefined;
  const key = path.slice(1).join('.');
  const name = textName(key, textOf(key, definition, wording), (each) => wording.dynamic(each));
  return wording.dynamic('definition.part_text', {
    language: wording.dynamic(languageNames[language]),
    name,
  });
}

/** The title of a page or component, what a price rule is called; else its id. */
function nameOf(part: unknown, definition: unknown, wording: Wording): string {
  const title = get(get(part, 'textResourceBindings'), 'title') ?? get(part, 'text');
  const id = get(part, 'id');
  const text = typeof title === 'string' ? textOf(title, definition, wording) : undefined;
  return text ?? (typeof id === 'string' ? id : '–');
}

function nameOfId(id: string, definition: unknown, wording: Wording): string {
  const waiting: unknown[] = listOf(get(definition, 'pages'));
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    if (get(part, 'id') === id) return nameOf(part, definition, wording);
    waiting.push(...listOf(get(part, 'components')), ...listOf(get(part, 'children')));
  }
  return id;
}

function textOf(key: string, definition: unknown, { language }: Wording): string | undefined {
  const texts = get(definition, 'texts');
  return [language, 'nb', 'nn']
    .map((each) => get(get(texts, each), key))
    .find((text): text is string => typeof text === 'string' && text.trim() !== '');
}

/** Parts and settings of the document that have a name in the texts. */
export const namedAreas = [
  'slug',
  'serviceType',
  'variant',
  'texts',
  'pages',
  'optionLists',
  'prefill',
  'pricing',
  'payment',
  'signIn',
  'signing',
  'deadlines',
  'retention',
  'withdrawal',
  'received',
  'actingParties',
  'category',
];
export const namedFields = [
  'unfilled',
  'id',
  'type',
  'textResourceBindings',
  'dataModelBindings',
  'required',
  'hidden',
  'readOnly',
  'options',
  'optionsId',
  'format',
  'pattern',
  'min',
  'max',
  'minLength',
  'maxLength',
  'minCount',
  'maxCount',
  'condition',
  'amountMinor',
  'vat',
  'dateBasis',
  'capture',
  'methods',
  'cardTypes',
  'agreement',
  'acr',
  'draftDays',
  'paymentDays',
  'signingDays',
];

/** One that has no name stands as it is written in the document. */
function known(kind: 'at' | 'field', name: string, wording: Wording): string {
  const names = kind === 'at' ? namedAreas : namedFields;
  return names.includes(name)
    ? wording.dynamic(`definition.${kind}_${name}`)
    : wording.dynamic('definition.part_unnamed', { name });
}

function get(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 1_000) : [];
}
