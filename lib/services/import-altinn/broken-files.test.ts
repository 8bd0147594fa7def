import { describe, expect, it } from 'vitest';
import { bound, bpmn, importSmall, layout } from './testing/small-app.ts';

const at = (imported: ReturnType<typeof importSmall>) =>
  imported.problems.map(({ file, line, code }) => `${file.replace('App/', '')}:${line} ${code}`);

describe('broken files are named with their line', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'JSON that ends too early',
      { 'ui/layouts/page.json': '{\n "data": {\n  "layout": [\n' },
      'ui/layouts/page.json:4 badJson',
    ],
    [
      'JSON with a missing comma',
      { 'config/texts/resource.nb.json': '{\n "language": "nb"\n "resources": [] }' },
      'config/texts/resource.nb.json:3 badJson',
    ],
    ['a file that is no JSON', { 'options/a.json': 'hello' }, 'options/a.json:1 badJson'],
    ['an empty file', { 'options/a.json': '' }, 'options/a.json:1 badJson'],
    [
      'the wrong shape',
      { 'ui/layouts/page.json': '{\n "data": {\n  "layout":\n   "no" } }' },
      'ui/layouts/page.json:4 wrongShape',
    ],
    [
      'a list where an object should be',
      { 'config/applicationmetadata.json': '\n[]' },
      'config/applicationmetadata.json:2 wrongShape',
    ],
    [
      'brackets without end',
      { 'models/model.schema.json': '\n'.repeat(2) + '['.repeat(20_000) },
      'models/model.schema.json:3 tooDeep',
    ],
    [
      'a process that is no XML',
      { 'config/process/process.bpmn': '{\n}' },
      'config/process/process.bpmn:2 badXml',
    ],
    [
      'XML that ends too early',
      { 'config/process/process.bpmn': bpmn('data').slice(0, 300) },
      'config/process/process.bpmn:6 badXml',
    ],
    [
      'a process without a process',
      { 'config/process/process.bpmn': '<a/>' },
      'config/process/process.bpmn:1 noProcess',
    ],
    [
      'no process',
      { 'config/process/process.bpmn': undefined },
      'config/process/process.bpmn:undefined missingFile',
    ],
    [
      'a reference to itself',
      { 'models/model.schema.json': '{ "properties": { "name":\n { "$ref": "#/properties/name" } } }' },
      'models/model.schema.json:2 refInCircle',
    ],
    [
      'a reference to nowhere',
      { 'models/model.schema.json': '{ "properties": { "name":\n { "$ref": "#/$defs/No" } } }' },
      'models/model.schema.json:2 refToNowhere',
    ],
    [
      'two equal keys',
      { 'ui/Settings.json': '{ "pages": {},\n "pages": { "order": ["page"] } }' },
      'ui/Settings.json:2 duplicateKey',
    ],
  ])('%s', (_, files, problem) => {
    const imported = importSmall(files);
    expect(at(imported)).toContain(problem);
    expect(imported.definition).toBeDefined();
  });

  it('reads what Altinn tolerates: byte order mark, comments, trailing commas', () => {
    const page = `\ufeff// a page\n{ "data": { /* here */ "layout": [${JSON.stringify({ id: 'name', type: 'Input', ...bound('name') })},], }, }`;
    const imported = importSmall({
      'ui/layouts/page.json': page,
      'config/process/process.bpmn': `\ufeff${bpmn('data', 'payment')}`,
    });
    expect(imported.problems).toEqual([]);
    expect(imported.definition?.pages[0]?.components).toHaveLength(1);
  });

  it('follows a model that refers to itself only as far as a path does', () => {
    const node = {
      type: 'object',
      properties: { name: { type: 'string', maxLength: 5 }, child: { $ref: '#/$defs/node' } },
    };
    const imported = importSmall({
      'models/model.schema.json': { $ref: '#/$defs/node', $defs: { node } },
      'ui/layouts/page.json': layout({ id: 'a', type: 'Input', ...bound('child.child.child.name') }),
    });
    expect(imported.problems).toEqual([]);
    expect(imported.definition?.pages[0]?.components[0]?.maxLength).toBe(5);
  });

  it('does not follow documents that XML could bring in', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>';
    const imported = importSmall({
      'config/process/process.bpmn': `${bomb}\n<process id="p"><task id="&c;"/></process>`,
    });
    expect(at(imported)).toContain('config/process/process.bpmn:2 badXml');
  });

  it('survives keys that would reach into a prototype', () => {
    const imported = importSmall({
      'ui/layouts/page.json':
        '{"data":{"layout":[{"id":"__proto__","type":"Input","__proto__":{"hidden":true},"dataModelBindings":{"simpleBinding":"__proto__.x"},"textResourceBindings":{"title":"__proto__"}}]}}',
      'config/texts/resource.nb.json':
        '{"resources":[{"id":"__proto__","value":"x"},{"id":"constructor","value":"y"}]}',
      'options/__proto__.json': [{ value: 'a', label: 'A' }],
    });
    expect(imported.definition).toBeDefined();
    expect(({} as Record<string, unknown>).hidden).toBeUndefined();
  });
});
