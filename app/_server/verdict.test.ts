import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodesNow } from '@/components/submission/form-engine.ts';
import { nested, posted } from '@/components/submission/page-values.ts';
import type { Answers } from '@/lib/core/answers.ts';
import { answersSchema } from '@/lib/forms/answers-schema.ts';
import type { Form, FormComponent } from '@/lib/forms/component.ts';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { everyField, fillableTypes, smallest } from '@/lib/forms/every-field.test-helper.ts';
import { withParts } from '@/lib/forms/expand-pages.ts';
import { fields as fieldTypes } from '@/lib/forms/fields/registry.ts';
import { formFacts } from '@/lib/forms/form-facts.ts';
import { formSchema } from '@/lib/forms/form-schema.ts';
import { formats } from '@/lib/forms/formats/registry.ts';
import { naughty } from '@/lib/forms/naughty.test-helper.ts';
import type { PageNode } from '@/lib/forms/page-node.ts';
import { pageNodes } from '@/lib/forms/page-nodes.ts';
import { readPage } from '@/lib/forms/read-page.ts';
import { resolveForm } from '@/lib/forms/resolve-form.ts';
import { submittedAnswers } from '@/lib/forms/submitted-answers.ts';
import { trimForm } from '@/lib/forms/trim-form.ts';
import { validatePage } from '@/lib/forms/validate.ts';
import { runs } from '@/scripts/testing/property-runs.ts';
import { readPostedForm } from './read-posted-form.ts';

/** Limits as a definition may have them, sensible or not. */
const limits = fc.record(
  {
    min: fc.constantFrom('0', '2', '-1.5', '2026-01-01', '08:00'),
    max: fc.constantFrom('10', '2', '2026-12-31', '16:00'),
    exclusiveMin: fc.constantFrom('0', '1'),
    exclusiveMax: fc.constantFrom('5', '100'),
    minLength: fc.integer({ min: 0, max: 5 }),
    maxLength: fc.integer({ min: 1, max: 12 }),
    maxDecimals: fc.integer({ min: 0, max: 3 }),
    pattern: fc.constantFrom('^[0-9]+$', '^(a+)+$', '\\p{L}', '^.{2,4}$', '\\s'),
    enum: fc.constantFrom<string[]>(['a', '1'], ['b']),
  },
  { requiredKeys: [] },
);
const condition = fc.option(
  fc.oneof(
    fc.boolean(),
    fc.constantFrom<FormComponent['hidden']>(
      ['equals', ['dataModel', 'Skjema.q0'], 'a'],
      ['notEquals', ['component', 'q0'], null],
      ['greaterThan', ['dataModel', 'Skjema.q0'], 1],
      ['equals', ['displayValue', 'q1'], ['text', 'a']],
      ['equals', ['optionLabel', 'liste', ['component', 'q0']], 'A'],
      ['equals', ['language'], 'nn'],
      ['authContext', 'sign'],
      // Of the other page: not answered while that is hidden.
      ['equals', ['dataModel', 'Skjema.other0'], 'a'],
      ['notEquals', ['component', 'other0'], null],
    ),
  ),
  { nil: undefined },
);
const kind = fc.oneof(
  fc.record({ type: fc.constantFrom(...fillableTypes), format: fc.constant(undefined) }),
  fc.record({ type: fc.constant('Input'), format: fc.constantFrom(...formats.ids()) }),
);
/** For what would leave little to judge if it were hidden as often as anything else. */
const seldom = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: condition },
);
/** Of a row of `rader`, where a path means the row itself. */
const rowCondition = fc.oneof(
  seldom,
  fc.constantFrom<FormComponent['hidden']>(
    ['equals', ['dataModel', 'Skjema.Rader.r0'], 'a'],
    ['equals', ['component', 'r0'], '1'],
  ),
);
const question = fc.record({
  kind,
  limits,
  required: condition,
  hidden: condition,
  readOnly: condition,
  /** Of the first option and the second, where it has options. */
  optionsHidden: fc.tuple(condition, condition),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

function componentOf(
  { kind: { type, format }, limits: limited, optionsHidden, ...conditions }: Question,
  id: string,
): FormComponent {
  const component = smallest(type, id, { ...limited, ...conditions, ...(format && { format }) });
  const options = component.options?.map((option, index) => ({ ...option, hidden: optionsHidden[index] }));
  return { ...component, ...(options && { options }) };
}

/**
 * The first questions stand alone, the others in a group, in a group within that, and in two rows of a repeating group, the last
 * of them in a group there. Another page, which may be hidden like the first, holds what conditions ask for.
 */
const form = fc
  .tuple(
    fc.array(question, { minLength: 1, maxLength: 4 }),
    fc.array(question, { maxLength: 2 }),
    fc.array(question, { maxLength: 2 }),
    fc.array(question, { maxLength: 2 }),
    fc.record({
      hidden: condition,
      readOnly: condition,
      nested: fc.record({ hidden: condition, readOnly: condition }),
      inRow: fc.record({ hidden: seldom, readOnly: condition }),
      hiddenRow: rowCondition,
      pages: fc.tuple(seldom, condition),
    }),
  )
  .map(
    ([alone, grouped, deeper, repeated, { nested: within, inRow, hiddenRow, pages: hiddenPages, ...group }]):
      | Form
      | undefined => {
      const inRows = repeated
        .filter(({ kind: { type } }) => !type.startsWith('FileUpload'))
        .map((each, index) => inside('Skjema.Rader', componentOf(each, `r${index}`)));
      const lastInRow = inRows.splice(1);
      const components: FormComponent[] = [
        ...alone.map((each, index) => componentOf(each, `q${index}`)),
        {
          id: 'g',
          type: 'Group',
          ...group,
          children: [
            ...grouped.map((each, index) => componentOf(each, `g${index}`)),
            {
              id: 'gg',
              type: 'Group',
              ...within,
              children: deeper.map((each, index) => componentOf(each, `gg${index}`)),
            },
          ],
        },
        {
          id: 'rader',
          type: 'RepeatingGroup',
          textResourceBindings: { title: 't' },
          dataModelBindings: { group: 'Skjema.Rader' },
          maxCount: 3,
          hiddenRow,
          children: [...inRows, { id: 'rg', type: 'Group', ...inRow, children: lastInRow }],
        },
      ];
      const parsed = formSchema.safeParse({
        pages: [
          { id: 'one', textResourceBindings: { title: 't' }, hidden: hiddenPages[0], components },
          {
            id: 'other',
            textResourceBindings: { title: 't' },
            hidden: hiddenPages[1],
            components: [smallest('Input', 'other0')],
          },
        ],
      });
      if (!parsed.success) return undefined;
      const pages = withParts(parsed.data.pages);
      const lists = { liste: [{ value: 'a', label: 'a' }] };
      return { pages, facts: formFacts(pages, lists, 'nn', (key) => key.toUpperCase()) };
    },
  );

function inside(path: string, component: FormComponent): FormComponent {
  const bindings = Object.entries(component.dataModelBindings ?? {});
  return {
    ...component,
    dataModelBindings: Object.fromEntries(
      bindings.map(([name, bound]) => [name, bound.replace('Skjema', path)]),
    ),
  };
}

const text = fc.oneof(
  fc.constantFrom(...Object.values(naughty)),
  fc.constantFrom(
    'a',
    'b',
    '1',
    '2,50',
    '12',
    'ti',
    '01.02.2026',
    '09.30',
    '310010014',
    '10915596784',
    '2345676',
  ),
  fc.constantFrom('91234567', 'a@b.no', '0150', '6345 06 24804', 'Kari', ''),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const typed = fc.array(text, { minLength: 40, maxLength: 40 });

/** The page as a browser ends up showing it while somebody types: conditions are decided again until nothing changes. */
function settledPage(form: Form, answers: Answers, values: Record<string, unknown>): PageNode[] {
  let nodes = pageNodes(form, 'one', answers, 'nb');
  for (let round = 0; round < 20; round += 1) {
    const before = JSON.stringify(nodes);
    const standing = { form, pageId: 'one', language: 'nb' as const, answers, posted: posted(values, nodes) };
    nodes = nodesNow(standing);
    if (JSON.stringify(nodes) === before) break;
  }
  return nodes;
}

/** What a browser sends and the server gets: by its own form encoding. */
async function overHttp(fields: Record<string, string[]>): Promise<Record<string, string[]>> {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  const request = new Request('http://x/', { method: 'POST', body });
  return (await readPostedForm(request, { formBytes: 50_000_000, filesBytes: 0 })).fields;
}

describe('one verdict', () => {
  it('of the browser’s check and the server’s schema, field by field', async () => {
    let [accepted, refused] = [0, 0];
    const codes = new Set<string>();
    const check = async (definition: Form | undefined, texts: string[], files: number) => {
      fc.pre(definition !== undefined);
      const begun: Answers = { Skjema: { Rader: [{}, {}], other0: 'a' } };
      const ids = resolveForm(definition, begun)
        .pages.flatMap(instancesOf)
        .filter(({ type }) => fieldTypes.get(type).collects === 'answer')
        .map(({ id }) => id);
      const values = nested(
        Object.fromEntries(
          ids
            .map((id, index) => [id, texts[index % texts.length] ?? ''])
            .map(([id = '', value = '']) => [id, isList(definition, id) ? [value, 'a'] : value]),
        ),
      );
      const fileCounts = Object.fromEntries(
        ['q0', 'q1', 'q2', 'q3', 'g0', 'g1', 'gg0', 'gg1'].map((id) => [id, files]),
      );

      const { inBrowser, onServer, saved } = await verdicts(definition, begun, values, fileCounts);
      expect(onServer).toEqual(inBrowser);
      expect(JSON.stringify(saved)).not.toMatch(/\\u0000|\\ud[89a-f]/);
      if (onServer.length === 0) accepted += 1;
      else refused += 1;
      for (const each of onServer) codes.add(each.split(' ')[1] ?? '');
    };
    await fc.assert(fc.asyncProperty(form, typed, fc.integer({ min: 0, max: 12 }), check), runs(400, 5));
    expect(accepted).toBeGreaterThan(5);
    expect(refused).toBeGreaterThan(50);
    expect(codes.size, [...codes].join()).toBeGreaterThan(15);
  }, 600_000);

  it('of what was invalid, then locked: it stays invalid, and everybody says so', async () => {
    const lock = ['equals', ['dataModel', 'Skjema.lock'], 'yes'] satisfies FormComponent['readOnly'];
    const question = { format: 'integer', min: '5', required: true } as const;
    const inRow = inside('Skjema.Rader', smallest('Input', 'each', { ...question, readOnly: lock }));
    const definition = formSchema.parse({
      pages: [
        {
          id: 'one',
          textResourceBindings: { title: 't' },
          components: [
            smallest('Input', 'lock'),
            smallest('Input', 'count', { ...question, readOnly: lock }),
            smallest('Input', 'given', { readOnly: true, required: true }),
            {
              id: 'rader',
              type: 'RepeatingGroup',
              textResourceBindings: { title: 't' },
              dataModelBindings: { group: 'Skjema.Rader' },
              maxCount: 2,
              readOnly: lock,
              children: [inRow],
            },
          ],
        },
      ],
    });
    const rows = ['1', '2', '3'].map((each) => ({ each }));
    const values = { lock: '', count: '1', given: 'x', rader: rows };
    const open = await verdicts(definition, { Skjema: { Rader: rows } }, values, {});
    const wrong = ['count min', 'given required', ...rows.map((_, row) => `rader[${row}].each min`)];
    const all = [...wrong, 'rader tooManyRows'].sort();
    expect(open).toMatchObject({ inBrowser: all, onServer: all });

    const locked = await verdicts(definition, open.saved, { ...values, lock: 'yes', count: '7' }, {});
    expect(locked).toMatchObject({ inBrowser: all, onServer: all });
    expect(locked.saved.Skjema).toMatchObject({ lock: 'yes', count: '1' });

    const unlocked = await verdicts(definition, locked.saved, { ...values, count: '7' }, {});
    expect(unlocked.onServer).not.toContain('count min');
  });

  it('tries every type and format', () => {
    const types = new Set(everyField().map(({ type }) => type));
    expect([...types].sort()).toEqual([...fillableTypes].sort());
    expect(everyField().length).toBe(fillableTypes.length + formats.ids().length);
  });
});

/** What the browser says of a page, what the server says of it when it is posted, and what is saved then. */
async function verdicts(
  definition: Form,
  begun: Answers,
  values: Record<string, unknown>,
  fileCounts: Record<string, number>,
): Promise<{ inBrowser: string[]; onServer: string[]; saved: Answers }> {
  const sent = JSON.parse(JSON.stringify(trimForm(definition, 'one'))) as Form;
  const nodes = settledPage(sent, begun, values);
  const now = readPage(sent, 'one', begun, posted(values, nodes)).answers;
  const inBrowser = validatePage(sent, 'one', now, { fileCounts }).map(verdict);

  const fields = await overHttp(posted(values, nodes));
  const saved = readPage(definition, 'one', begun, fields).answers;
  const submitted = submittedAnswers(definition, saved);
  const judged = answersSchema(definition, saved, { fileCounts }).safeParse(submitted);
  const onServer = (judged.error?.issues ?? []).map(({ path, message }) =>
    verdict({ componentId: String(path[0]), code: message }),
  );
  return { inBrowser: inBrowser.sort(), onServer: onServer.sort(), saved };
}

/** A row where nothing is answered is told of at its first question, the schema tells it of the group. */
function verdict({ componentId, code }: { componentId: string; code: string }): string {
  return code === 'emptyRow' ? `a-row ${code}` : `${componentId} ${code}`;
}

function isList(form: Form, id: string): boolean {
  const type = JSON.stringify(form).match(new RegExp(`"id":"${id.split('.').at(-1)}","type":"(\\w+)"`))?.[1];
  return type === 'Checkboxes' || type === 'MultipleSelect';
}
