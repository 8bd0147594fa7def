import { describe, expect, it } from 'vitest';
import { translator } from '@/lib/texts/translate.ts';
import { formatReport } from './format-report.ts';
import { bound, bpmn, codesOf, entryOf, importSmall, layout, texts } from './testing/small-app.ts';

const component = (imported: ReturnType<typeof importSmall>, index = 0) =>
  imported.definition?.pages[0]?.components[index];

describe('an app folder', () => {
  it('becomes a draft: pages, texts and variant are taken over, prices and Kvitt’s own texts are still to come', () => {
    const imported = importSmall();
    expect(imported.problems).toEqual([]);
    expect(imported.definition).toMatchObject({
      slug: 'liten-app',
      variant: 'submit_and_pay',
      pricing: { rules: [] },
      actingParties: ['person', 'organisation'],
      texts: { nb: { 'service.title': 'Liten app', name: 'Navn' }, nn: { name: 'Namn' } },
    });
    expect(imported.definition?.pages).toEqual([
      {
        id: 'page',
        textResourceBindings: { title: 'page' },
        components: [
          {
            id: 'name',
            type: 'Input',
            dataModelBindings: { simpleBinding: 'name' },
            textResourceBindings: { title: 'name' },
          },
        ],
      },
    ]);
    expect(imported.beforePublishing.map(({ path }) => path)).toContain('texts.nn.service.title');
    expect(entryOf(imported, 'component', 'name')).toMatchObject({
      outcome: 'taken',
      file: 'App/ui/layouts/page.json',
      line: 4,
    });
  });

  it.each([
    [['data', 'payment'], 'submit_and_pay', 'taken'],
    [['data', 'pdf', 'confirmation', 'payment', 'signing'], 'pay_before_sign', 'taken'],
    [['data', 'signing', 'payment'], 'pay_after_sign', 'taken'],
    [['payment'], 'prefilled', 'taken'],
    [['data'], 'submit_and_pay', 'approximated'],
    [['data', 'confirmation'], 'submit_and_pay', 'approximated'],
    [['data', 'signing', 'signing'], 'pay_before_sign', 'approximated'],
  ] as const)('with the tasks %j is the variant %s', (tasks, variant, outcome) => {
    const imported = importSmall({ 'config/process/process.bpmn': bpmn(...tasks) });
    expect([imported.definition?.variant, entryOf(imported, 'app', 'variant').outcome]).toEqual([
      variant,
      outcome,
    ]);
  });

  it.each([
    [['data', 'payment'], 'submitted'],
    [['data', 'payment', 'signing'], 'submitted'],
    [['data', 'signing', 'payment'], 'signed'],
    [['payment'], 'submitted'],
  ] as const)(
    'with the tasks %j lacks nothing but texts and prices, the day that decides is: %s',
    (tasks, dateBasis) => {
      const imported = importSmall({ 'config/process/process.bpmn': bpmn(...tasks) });
      expect(imported.definition?.pricing.dateBasis).toBe(dateBasis);
      expect(imported.beforePublishing.length).toBeGreaterThan(0);
      const others = imported.beforePublishing.filter(({ path }) => !/^(texts|pricing\.rules)\b/.test(path));
      expect(others).toEqual([]);
    },
  );

  it('tells of tasks that no variant has', () => {
    const imported = importSmall({
      'config/process/process.bpmn': bpmn(
        'data',
        'payment',
        'data',
        'feedback',
        'ritual',
        'signing',
        'payment',
      ),
    });
    expect(imported.definition?.variant).toBe('pay_before_sign');
    for (const id of ['Task_3', 'Task_4', 'Task_5', 'Task_7'])
      expect(entryOf(imported, 'task', id).outcome).toBe('unsupported');
  });

  it('reads layout sets, with the pages of other steps only told of', () => {
    const imported = importSmall({
      'ui/Settings.json': undefined,
      'ui/layouts/page.json': undefined,
      'ui/layout-sets.json': {
        sets: [
          { id: 'form', dataType: 'model', tasks: ['Task_1'] },
          { id: 'pay', tasks: ['Task_2'] },
        ],
      },
      'ui/form/Settings.json': { pages: { order: ['two', 'one'] } },
      'ui/form/layouts/one.json': layout({ id: 'a', type: 'Input', ...bound('name') }),
      'ui/form/layouts/two.json': layout({
        id: 'b',
        type: 'Paragraph',
        textResourceBindings: { title: 'name' },
      }),
      'ui/form/layouts/three.json': layout({ id: 'c', type: 'Paragraph' }),
      'ui/pay/layouts/pay.json': layout(
        { id: 'd', type: 'Payment' },
        { id: 'e', type: 'Paragraph', textResourceBindings: { title: 'name' } },
      ),
    });
    expect(imported.definition?.pages.map(({ id }) => id)).toEqual(['two', 'one']);
    expect(codesOf(imported, 'page', 'three')).toContain('pageNotInOrder');
    expect(codesOf(imported, 'component', 'c')).toEqual(['onUnusedPage']);
    expect(codesOf(imported, 'component', 'd')).toEqual(['hasPaymentStep']);
    expect(codesOf(imported, 'component', 'e')).toContain('stepTextLost');
  });

  it('gives pages and components ids that a definition allows, in conditions too', () => {
    const imported = importSmall({
      'ui/Settings.json': { pages: { order: ['01Økonomi', 'pay'] } },
      'ui/layouts/page.json': undefined,
      'ui/layouts/01Økonomi.json': layout({ id: '1-name', type: 'Input', ...bound('name') }),
      'ui/layouts/pay.json': layout({
        id: 'x',
        type: 'Input',
        ...bound('other'),
        hidden: ['equals', ['component', '1-name'], 'a'],
      }),
    });
    expect(imported.definition?.pages).toMatchObject([
      { id: 'okonomi', components: [{ id: 'c-1-name' }] },
      { id: 'pay-2', components: [{ hidden: ['equals', ['component', 'c-1-name'], 'a'] }] },
    ]);
  });

  it('nests what is nested, and tells of children that are missing, shared or in a circle', () => {
    const imported = importSmall({
      'ui/layouts/page.json': layout(
        { id: 'outer', type: 'Group', children: ['name', 'gone'] },
        { id: 'other', type: 'Group', children: ['name'] },
        { id: 'name', type: 'Input', ...bound('name') },
        { id: 'round', type: 'Group', children: ['trip'] },
        { id: 'trip', type: 'Group', children: ['round'] },
      ),
    });
    expect(component(imported)).toMatchObject({ id: 'outer', type: 'Group', children: [{ id: 'name' }] });
    expect(codesOf(imported, 'component', 'outer')).toContain('childMissing');
    expect(codesOf(imported, 'component', 'other')).toContain('childTwice');
    for (const id of ['round', 'trip']) expect(codesOf(imported, 'component', id)).toEqual(['childInCircle']);
  });

  it('keeps the rest of a group when Kvitt refuses one thing in it', () => {
    const imported = importSmall({
      'ui/layouts/page.json': layout(
        {
          id: 'rows',
          type: 'RepeatingGroup',
          children: ['name', 'file'],
          dataModelBindings: { group: 'list' },
          textResourceBindings: { title: 'name' },
        },
        { id: 'name', type: 'Input', ...bound('list.name') },
        { id: 'file', type: 'FileUpload', textResourceBindings: { title: 'name' } },
      ),
    });
    expect(component(imported)).toMatchObject({ id: 'rows', children: [{ id: 'name' }] });
    expect(codesOf(imported, 'component', 'file')).toContain('refusedByKvitt');
  });

  it('takes conditions over when the language has them, and leaves out those that it lacks', () => {
    const imported = importSmall({
      'ui/layouts/page.json': layout(
        {
          id: 'name',
          type: 'Input',
          ...bound('name'),
          required: ['equals', ['dataModel', 'x', 'model'], 1],
          hidden: ['sing', 'loud'],
        },
        {
          id: 'two',
          type: 'Input',
          ...bound('two'),
          hidden: ['equals', ['component', 'nobody'], 1],
          readOnly: 'yes',
        },
      ),
      'ui/Settings.json': { pages: { order: ['page'] }, defaultDataType: 'model' },
    });
    expect(component(imported)).toMatchObject({ required: ['equals', ['dataModel', 'x'], 1] });
    expect(component(imported)).not.toHaveProperty('hidden');
    const lost = ['name', 'two']
      .flatMap((id) => entryOf(imported, 'component', id).notes)
      .filter(({ code }) => code === 'conditionLost');
    expect(lost.map(({ values }) => [values.property, values.problem])).toEqual([
      ['hidden', 'Function "sing" not implemented'],
      ['hidden', 'Unable to find component with identifier nobody'],
      ['readOnly', 'Expected a boolean or an expression'],
    ]);
  });

  it('keeps heading and body of an alert apart, and makes one without a heading a panel', () => {
    const imported = importSmall({
      'ui/layouts/page.json': layout(
        { id: 'both', type: 'Alert', textResourceBindings: { title: 'name', body: 'page' } },
        { id: 'body', type: 'Alert', textResourceBindings: { body: 'page' } },
      ),
    });
    expect(component(imported)).toMatchObject({ type: 'Alert', textResourceBindings: { body: 'page' } });
    expect(component(imported, 1)).toMatchObject({ type: 'Panel', textResourceBindings: { title: 'page' } });
    expect(codesOf(imported, 'component', 'body')).toContain('typeNearest');
  });

  it('takes over conditions that read texts, option lists and answers as people read them', () => {
    const hidden = [
      'or',
      ['equals', ['displayValue', 'two'], ['text', 'app.no']],
      ['equals', ['optionLabel', 'yes', 'true'], 'x'],
    ];
    const lost = ['equals', ['optionLabel', 'nowhere', 'a'], 'x'];
    const imported = importSmall({
      'options/yes.json': [{ value: true, label: 'Ja' }],
      'ui/layouts/page.json': layout(
        { id: 'name', type: 'Input', ...bound('name'), hidden, readOnly: lost },
        { id: 'two', type: 'Input', ...bound('two') },
      ),
    });
    expect(component(imported)).toMatchObject({ hidden });
    expect(component(imported)).not.toHaveProperty('readOnly');
    expect(imported.definition?.texts.nb).toHaveProperty('app.no');
  });

  it('leaves out conditions that a form has no answer to, and says what happens instead', () => {
    const hidden = ['equals', ['externalApi', 'register', 'state'], 'closed'];
    const imported = importSmall({
      'ui/layouts/page.json': layout({ id: 'name', type: 'Input', ...bound('name'), hidden }),
    });
    expect(component(imported)).not.toHaveProperty('hidden');
    expect(entryOf(imported, 'component', 'name').outcome).toBe('approximated');
    const report = formatReport(imported, translator('en'));
    expect(report).toContain('"externalApi" is not supported: a form has no answer to it');
    expect(report).toContain('Without it this is always shown.');
  });

  it.each(['Grid', 'Likert', 'List', 'Subform', 'Map', 'Custom', 'Unheard'])(
    'names %s as not supported',
    (type) => {
      const imported = importSmall({ 'ui/layouts/page.json': layout({ id: 'it', type, ...bound('name') }) });
      expect(entryOf(imported, 'component', 'it').outcome).toBe('unsupported');
      expect(imported.definition?.pages[0]?.components).toEqual([]);
    },
  );

  it('tells of every property, file and text that it does not use', () => {
    const imported = importSmall({
      'ui/layouts/page.json': {
        data: { layout: [{ id: 'it', type: 'Input', ...bound('name'), magic: 7 }], spell: 1 },
        wand: 2,
      },
      'ui/RuleConfiguration.json': {},
      'ui/Settings.json': { pages: { order: ['page'] }, defaultDataType: 'model' },
      'config/texts/resource.nb.json': texts('nb', { name: 'Navn', lonely: 'Alene' }),
      'options/list.json': [{ value: 'a', label: 'A' }],
      'models/other.schema.json': {},
      'models/model.schema.json': {
        properties: { name: { type: 'string' }, deep: { properties: { er: { type: 'string' } } } },
      },
    });
    expect(entryOf(imported, 'component', 'it').notes).toMatchObject([
      { code: 'unknownProperty', values: { property: 'magic', value: '7' } },
    ]);
    expect(entryOf(imported, 'page', 'page').notes.map(({ values }) => values.property)).toEqual([
      'wand',
      'spell',
    ]);
    expect(codesOf(imported, 'file', 'App/ui/RuleConfiguration.json')).toEqual(['fileRules']);
    expect(codesOf(imported, 'text', 'lonely')).toContain('textUnused');
    expect(codesOf(imported, 'options', 'list')).toContain('optionsUnused');
    expect(codesOf(imported, 'field', 'deep.er')).toEqual(['fieldUnbound']);
  });
});
