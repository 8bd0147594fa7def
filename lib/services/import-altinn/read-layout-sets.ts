import type { JsonNode } from './json-source.ts';
import { type ObjectReader, readObject, shown } from './read-object.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './report.ts';

/** Pages of one or more process tasks. */
export interface LayoutSet {
  id: string;
  /** Empty: of every task that has no set of its own. */
  tasks: string[];
  dataType: string | undefined;
  pages: LayoutPage[];
}

export interface LayoutPage {
  name: string;
  subject: Subject;
  /** `data` of the file. */
  source: ObjectReader;
  components: readonly JsonNode[];
}

const ui = 'App/ui';

/** Reads the pages in their order: one layout for the whole app, layout sets, or a folder for each task. */
export function readLayoutSets(reading: Reading): LayoutSet[] {
  const { files, report } = reading;
  const declared = readDeclared(reading);
  const folders = [
    ...new Set([...declared.map(({ id }) => id), ...files.folders(ui).filter((each) => each !== 'layouts')]),
  ];
  const sets = folders
    .filter((id) => declared.some((each) => each.id === id) || hasLayouts(reading, `${ui}/${id}`))
    .map((id) => {
      const said = declared.find((each) => each.id === id);
      return readSet(reading, id, `${ui}/${id}`, said?.tasks ?? [id], said?.dataType);
    });
  if (hasLayouts(reading, ui)) sets.unshift(readSet(reading, 'layouts', ui, [], undefined));
  if (!sets.some(({ pages }) => pages.length > 0)) report.problem({ file: ui }, 'noPages');
  return sets;
}

/** `layout-sets.json`; newer apps have only the folders. */
function readDeclared(reading: Reading): { id: string; tasks: string[]; dataType: string | undefined }[] {
  const { files, report } = reading;
  const path = `${ui}/layout-sets.json`;
  if (!files.has(path)) return [];
  const subject = report.entry('file', path, { file: path });
  const source = readObject(files.json(path), path, report);
  const sets = (source?.list('sets') ?? []).flatMap((node) => {
    const set = readObject(node, 'sets', report);
    const id = set?.text('id');
    if (!set || id === undefined) return [];
    const read = { id, tasks: set.texts('tasks'), dataType: set.text('dataType') };
    noteAll(set, subject);
    return [read];
  });
  if (source) noteAll(source, subject);
  return sets;
}

function hasLayouts({ files }: Reading, folder: string): boolean {
  return files.in(`${folder}/layouts`, '.json').length > 0 || files.has(`${folder}/FormLayout.json`);
}

function readSet(
  reading: Reading,
  id: string,
  folder: string,
  tasks: string[],
  said: string | undefined,
): LayoutSet {
  const { files } = reading;
  const settings = readSettings(reading, folder);
  const paths = [
    ...files.in(`${folder}/layouts`, '.json'),
    ...[`${folder}/FormLayout.json`].filter(files.has),
  ];
  const byName = new Map(paths.map((path) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), path]));
  const order = settings.order ?? [...byName.keys()];
  for (const name of order.filter((each) => !byName.has(each))) settings.tell('pageMissing', { page: name });
  const read = new Map([...byName].map(([name, path]) => [name, readPage(reading, name, path, id)]));
  for (const [name, page] of read) {
    if (name === settings.pdfPage) page?.subject.refuse('pagePdf');
    else if (!order.includes(name)) page?.subject.refuse('pageNotInOrder');
  }
  const pages = [...new Set(order)].flatMap((name) =>
    name === settings.pdfPage ? [] : (read.get(name) ?? []),
  );
  for (const [name, page] of read) {
    if (page && !pages.includes(page)) tellOfUnused(reading, page, name);
  }
  return { id, tasks, dataType: said ?? settings.dataType, pages };
}

/** Components of a page that is not in the form. */
function tellOfUnused({ report }: Reading, { components }: LayoutPage, within: string): void {
  for (const node of components) {
    const source = readObject(node, 'layout', report);
    const id = source?.text('id');
    if (!source || id === undefined) continue;
    const subject = report.entry('component', id, node.at, { type: source.text('type') ?? '', within });
    subject.refuse('onUnusedPage');
    for (const [property, { value, at }] of source.rest())
      subject.note('propertyOfStep', 'info', { property, value: shown(value) }, at);
  }
}

interface Settings {
  order: string[] | undefined;
  dataType: string | undefined;
  pdfPage: string | undefined;
  tell(code: 'pageMissing', values: Record<string, string>): void;
}

function readSettings(reading: Reading, folder: string): Settings {
  const { files, report } = reading;
  const path = `${folder}/Settings.json`;
  const subject = report.entry('file', path, { file: path });
  const source = readObject(files.json(path), path, report);
  if (!source) subject.note('orderByName', 'changed');
  const pages = source?.object('pages');
  const groups = (pages?.list('groups') ?? []).flatMap((node) => {
    const group = readObject(node, 'groups', report);
    const order = group?.texts('order') ?? [];
    if (group) noteAll(group, subject);
    return order;
  });
  const order = pages?.has('order') ? pages.texts('order') : groups;
  const settings = {
    order: order.length > 0 ? order : undefined,
    dataType: source?.text('defaultDataType'),
    pdfPage: pages?.text('pdfLayoutName'),
    tell: (code: 'pageMissing', values: Record<string, string>) => subject.note(code, 'lost', values),
  };
  // Kvitt always shows how far one has come, and the languages.
  for (const each of [pages, source])
    if (each) noteAll(each, subject, ['showProgress', 'showLanguageSelector']);
  return settings;
}

function noteAll(source: ObjectReader, subject: Subject, has: readonly string[] = []): void {
  for (const [property, { value, at }] of source.rest()) {
    if (has.includes(property)) subject.note('kvittAlways', 'info', { property }, at);
    else subject.note('unknownProperty', 'lost', { property, value: shown(value) }, at);
  }
}

function readPage(
  { files, report }: Reading,
  name: string,
  path: string,
  within: string,
): LayoutPage | undefined {
  const subject = report.entry('page', name, { file: path, line: 1 }, { within });
  const root = readObject(files.json(path), path, report);
  const source = root?.object('data');
  if (!root || !source) {
    subject.refuse('pageUnreadable');
    return undefined;
  }
  const components = source.list('layout') ?? [];
  for (const [property, { value, at }] of root.rest())
    subject.note('unknownProperty', 'lost', { property, value: shown(value) }, at);
  return { name, subject, source, components };
}
