import { describe, expect, it } from 'vitest';
import { bound, bpmn, codesOf, entryOf, importSmall, layout } from './testing/small-app.ts';

const process = 'config/process/process.bpmn';

/** Cut off after the element of the task with this id. */
function cutAfter(task: string, ...types: string[]): string {
  const whole = bpmn(...types);
  return whole.slice(0, whole.indexOf('</bpmn:task>', whole.indexOf(`id="${task}"`)) + '</bpmn:task>'.length);
}

describe('a process that does not say which variant it is', () => {
  it.each([
    ['is missing', undefined, 'missing'],
    ['is no process', '<a/>', 'missing'],
    ['is no XML', '{', 'missing'],
    ['breaks off', cutAfter('Task_1', 'data', 'payment'), 'damaged'],
    ['breaks off before the filling in', cutAfter('Task_2', 'data', 'payment'), 'damaged'],
    ['has no task', bpmn(), 'empty'],
    ['has only tasks that Kvitt does not know', bpmn('ritual', 'feedback'), 'empty'],
  ])('%s: the variant is told of as assumed', (_, content, reason) => {
    const imported = importSmall({ [process]: content });
    expect(imported.definition?.variant).toBe('submit_and_pay');
    expect(imported.definition?.pages.map(({ id }) => id)).toEqual(['page']);
    const entry = entryOf(imported, 'app', 'variant');
    expect(entry.outcome).toBe('approximated');
    expect(entry.notes).toContainEqual({
      code: 'variantAssumed',
      weight: 'changed',
      values: { variant: 'submit_and_pay', reason },
    });
  });

  it('is told of also where the steps are read but no variant has them', () => {
    const imported = importSmall({ [process]: bpmn('signing') });
    expect(codesOf(imported, 'app', 'variant')).toEqual([
      'variantUnknown',
      'variantAssumed',
      'variantAddsPayment',
    ]);
    expect(entryOf(imported, 'app', 'variant').outcome).toBe('unsupported');
    expect(entryOf(imported, 'task', 'Task_1').outcome).toBe('unsupported');
  });

  it('is not told of where only what comes after the process is broken', () => {
    const imported = importSmall({
      [process]: bpmn('data', 'payment').replace('</bpmn:definitions>', '<diagram>'),
    });
    expect(imported.problems.map(({ code }) => code)).toEqual(['badXml']);
    expect(entryOf(imported, 'app', 'variant').outcome).toBe('taken');
  });
});

describe('pages of payment and signing', () => {
  const question = { id: 'name', type: 'Input', ...bound('name') };
  const words = { id: 'words', type: 'Paragraph', textResourceBindings: { title: 'name' } };
  const sets = (...stepComponents: object[]) => ({
    'ui/Settings.json': undefined,
    'ui/layouts/page.json': undefined,
    'ui/layout-sets.json': {
      sets: [
        { id: 'form', dataType: 'model', tasks: ['Task_1'] },
        { id: 'step', tasks: ['Task_2'] },
      ],
    },
    'ui/form/layouts/page.json': layout(question),
    'ui/step/layouts/about.json': layout(words),
    'ui/step/layouts/step.json': layout(...stepComponents),
  });
  const pagesOf = (files: Record<string, unknown>) =>
    importSmall(files).definition?.pages.map(({ id }) => id);

  it.each(['Payment', 'SigningActions', 'SigneeList', 'SigningDocumentList'])(
    'stay out of the form without a process where they show %s',
    (type) => {
      const files = { ...sets({ id: 'it', type }), [process]: undefined };
      expect(pagesOf(files)).toEqual(['page']);
      expect(codesOf(importSmall(files), 'page', 'about')).toContain('stepPage');
    },
  );

  it('stay out where a broken process says which task they are of', () => {
    const files = { ...sets({ id: 'it', type: 'Header', textResourceBindings: { title: 'name' } }) };
    expect(pagesOf({ ...files, [process]: cutAfter('Task_2', 'data', 'signing') })).toEqual(['page']);
    // Nothing says what these are, so they are rather shown than lost.
    expect(pagesOf({ ...files, [process]: undefined })).toEqual(['page', 'about', 'step']);
  });

  it('go alone where the same set also asks something', () => {
    const files = {
      'ui/Settings.json': { pages: { order: ['page', 'pay'] } },
      'ui/layouts/page.json': layout(question),
      'ui/layouts/pay.json': layout({ id: 'it', type: 'Payment' }, words),
      [process]: undefined,
    };
    expect(pagesOf(files)).toEqual(['page']);
    expect(codesOf(importSmall(files), 'component', 'it')).toEqual(['hasPaymentStep']);
  });
});
