import type { ComponentOption } from '@/lib/forms/component.ts';
import type { JsonNode } from './json-source.ts';
import { readObject, shown } from './read-object.ts';
import type { AppTexts } from './read-texts.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './report.ts';

/** The app's option lists by id. */
export interface OptionLists {
  /** Undefined when the folder has no such list, or nothing in it. */
  use(id: string): ComponentOption[] | undefined;
  all(): Record<string, ComponentOption[]>;
  tellOfRest(): void;
}

const folder = 'App/options';
const maxOptions = 5_000;
const maxId = 100;

/** Reads `App/options/*.json`; each list has its line in the report. */
export function readOptionLists(reading: Reading, texts: AppTexts): OptionLists {
  const lists = new Map<string, { options: ComponentOption[]; subject: Subject; used: boolean }>();
  for (const path of reading.files.in(folder, '.json')) {
    const id = path.slice(folder.length + 1, -'.json'.length);
    const subject = reading.report.entry('options', id, { file: path });
    const node = reading.files.json(path);
    if (node && !node.list) reading.report.problem(node.at, 'wrongShape', { property: id, expected: 'list' });
    const options = readOptions(node?.list ?? [], id, { reading, texts, subject });
    if (options.length === 0) subject.refuse('optionsEmpty');
    else if (id.length > maxId || id === '__proto__') subject.refuse('textKey', { max: String(maxId) });
    else lists.set(id, { options, subject, used: false });
  }
  return {
    use(id) {
      const list = lists.get(id);
      if (list) list.used = true;
      return list?.options;
    },
    all: () => Object.fromEntries([...lists].map(([id, { options }]) => [id, options])),
    tellOfRest() {
      for (const { subject, used } of lists.values()) if (!used) subject.note('optionsUnused', 'info');
    },
  };
}

/** Options of a list or of a component. Values become texts: `true` is `"true"`, as expressions compare them. */
export function readOptions(
  nodes: readonly JsonNode[],
  name: string,
  { reading, texts, subject }: { reading: Reading; texts: AppTexts; subject: Subject },
): ComponentOption[] {
  const options: ComponentOption[] = [];
  for (const node of nodes) {
    const source = readObject(node, 'options', reading.report);
    const value = source?.node('value')?.value;
    if (!source) continue;
    const written = typeof value === 'string' ? value : shown(value);
    const label = source.text('label') || written;
    const description = source.text('description') ?? source.text('helpText');
    if (source.has('description') && source.has('helpText'))
      subject.note('optionProperty', 'lost', {
        property: 'helpText',
        option: written,
        value: source.text('helpText') ?? '',
      });
    for (const [property, { value: lost, at }] of source.rest())
      subject.note('optionProperty', 'lost', { property, option: written, value: shown(lost) }, at);
    if (value === undefined || value === null || written === '' || written.length > 200)
      subject.note('optionValue', 'lost', { option: written }, node.at);
    else if (options.some((each) => each.value === written))
      subject.note('optionTwice', 'lost', { option: written }, node.at);
    else if (options.length >= maxOptions)
      subject.note('optionTooMany', 'lost', { option: written, max: String(maxOptions) }, node.at);
    else
      options.push({
        value: written,
        label: texts.keyFor(label, `options.${name}.${written}`),
        ...(description && {
          description: texts.keyFor(description, `options.${name}.${written}.description`),
        }),
      });
  }
  return options;
}
