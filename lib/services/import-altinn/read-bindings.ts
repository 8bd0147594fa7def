import type { FormComponent } from '@/lib/forms/component.ts';
import type { MapContext } from './component-mapper.ts';
import { type ObjectReader, readObject, shown } from './read-object.ts';
import type { Subject } from './report.ts';

/** Texts of a component that Kvitt shows somewhere. */
const shownBindings = new Set([
  'title',
  'description',
  'help',
  'shortName',
  'body',
  'target',
  'altTextImg',
  'tagTitle',
  'rowTitle',
  'add_button',
  'add_button_full',
]);

/** Text keys of a component. Words that are no key become a text of their own; a computed text becomes one of its texts. */
export function readTextBindings(
  source: ObjectReader,
  component: FormComponent,
  { texts }: MapContext,
  subject: Subject,
): Record<string, string> {
  const keys: Record<string, string> = {};
  const bindings = source.object('textResourceBindings');
  for (const [name, { value, at }] of bindings?.rest() ?? []) {
    const written = typeof value === 'string' ? value : firstText(value, texts.has);
    if (typeof value !== 'string')
      subject.note(
        'textComputed',
        'lost',
        { binding: name, expression: shown(value), text: written ?? '' },
        at,
      );
    if (written === undefined || written === '') continue;
    if (shownBindings.has(name)) keys[name] = texts.keyFor(written, `${component.id}.${name}`);
    else subject.note('textNotShown', 'lost', { binding: name, text: written.slice(0, 200) }, at);
  }
  return keys;
}

/** The first text of the app that an expression can give. */
function firstText(value: unknown, isText: (key: string) => boolean): string | undefined {
  if (typeof value === 'string') return isText(value) ? value : undefined;
  if (!Array.isArray(value)) return undefined;
  for (const each of value.slice(1)) {
    const found = firstText(each, isText);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Data model paths of a component; newer layouts write which data model as well. */
export function readDataBindings(
  source: ObjectReader,
  known: readonly string[],
  context: MapContext,
  subject: Subject,
): Record<string, string> {
  const paths: Record<string, string> = {};
  for (const [name, node] of source.object('dataModelBindings')?.rest() ?? []) {
    if (!known.includes(name)) {
      subject.note('bindingLost', 'lost', { binding: name, path: shown(node.value) }, node.at);
      continue;
    }
    if (typeof node.value === 'string') {
      paths[name] = node.value;
      continue;
    }
    const binding = readObject(node, name, context.report);
    const field = binding?.text('field');
    const dataType = binding?.text('dataType');
    if (field === undefined) continue;
    if (dataType === undefined || context.modelName === undefined || dataType === context.modelName)
      paths[name] = field;
    else subject.note('otherModel', 'lost', { path: field, model: dataType }, node.at);
  }
  return paths;
}
