import type { AppFolder } from '../app-files.ts';
import { type ImportedApp, importAltinnApp } from '../import-app.ts';
import type { Entry } from '../report.ts';

/** Files by path below `App/`; a value that is no string is written as JSON. */
export type Files = Record<string, unknown>;

export const knownVariants = [
  { id: 'submit_and_pay', fill: true, steps: ['pay'] },
  { id: 'pay_before_sign', fill: true, steps: ['pay', 'sign'] },
  { id: 'pay_after_sign', fill: true, steps: ['sign', 'pay'] },
  { id: 'prefilled', fill: false, steps: ['pay'] },
];

/** A whole little app with one page in the old style; `files` adds to it or replaces, undefined takes away. */
export function smallApp(files: Files = {}): AppFolder {
  const all: Files = {
    'config/applicationmetadata.json': { id: 'ttd/liten-app', title: { nb: 'Liten app' } },
    'config/process/process.bpmn': bpmn('data', 'payment'),
    'config/texts/resource.nb.json': texts('nb', { name: 'Navn', page: 'Siden' }),
    'config/texts/resource.nn.json': texts('nn', { name: 'Namn', page: 'Sida' }),
    'ui/Settings.json': { pages: { order: ['page'] } },
    'ui/layouts/page.json': layout({ id: 'name', type: 'Input', ...bound('name') }),
    'models/model.schema.json': { type: 'object', properties: { name: { type: 'string' } } },
    ...files,
  };
  return {
    files: Object.entries(all).flatMap(([path, content]) =>
      content === undefined
        ? []
        : [
            {
              path: `App/${path}`,
              text: typeof content === 'string' ? content : JSON.stringify(content, null, 1),
            },
          ],
    ),
    others: [],
  };
}

export function importSmall(files: Files = {}): ImportedApp {
  return importAltinnApp(smallApp(files), { variants: knownVariants, agreement: 'nets' });
}

/** One component on the only page, with its schema when it has one. */
export function importComponent(component: object, schema?: object): ImportedApp {
  return importSmall({
    'ui/layouts/page.json': layout({ id: 'it', ...component }),
    ...(schema && { 'models/model.schema.json': { type: 'object', properties: { name: schema } } }),
  });
}

export function layout(...components: object[]): object {
  return { data: { layout: components } };
}

export function bound(path: string, title = 'name'): object {
  return { dataModelBindings: { simpleBinding: path }, textResourceBindings: { title } };
}

export function texts(language: string, words: Record<string, string>): object {
  return { language, resources: Object.entries(words).map(([id, value]) => ({ id, value })) };
}

/** A process of tasks in a row, `Task_1`, `Task_2`… */
export function bpmn(...types: string[]): string {
  const ids = ['Start', ...types.map((_, index) => `Task_${index + 1}`), 'End'];
  const tasks = types.map(
    (type, index) =>
      `<bpmn:task id="Task_${index + 1}"><bpmn:extensionElements><altinn:taskExtension>` +
      `<altinn:taskType>${type}</altinn:taskType></altinn:taskExtension></bpmn:extensionElements></bpmn:task>`,
  );
  const flows = ids
    .slice(1)
    .map(
      (id, index) => `<bpmn:sequenceFlow id="Flow_${index}" sourceRef="${ids[index]}" targetRef="${id}"/>`,
    );
  // In the file the flows stand in any order.
  return `<?xml version="1.0"?>\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:altinn="http://altinn.no/process">
<bpmn:process id="P">\n${[...flows].reverse().join('\n')}\n<bpmn:endEvent id="End"/>\n${tasks.reverse().join('\n')}\n<bpmn:startEvent id="Start"/>\n</bpmn:process></bpmn:definitions>`;
}

export function entryOf({ entries }: ImportedApp, kind: string, id: string): Entry {
  const found = entries.find((entry) => entry.kind === kind && entry.id === id);
  if (!found)
    throw new Error(
      `No ${kind} ${id} in the report: ${entries.map((each) => `${each.kind} ${each.id}`).join(', ')}`,
    );
  return found;
}

export function codesOf(imported: ImportedApp, kind: string, id: string): string[] {
  return entryOf(imported, kind, id).notes.map(({ code }) => code);
}
