import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodesNow } from '@/components/submission/form-engine.ts';
import { nested, posted } from '@/components/submission/page-values.ts';
import type { Answers } from '@/lib/core/answers.ts';
import { answersSchema } from '@/lib/forms/answers-schema.ts';
import type { Form, FormComponent } from '@/lib/forms/component.ts';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { everyField, fillableTypes, smallest } from '@/lib/forms/every-field.test-helper.ts';
import { fields as fieldTypes } from '@/lib/forms/fields/registry.ts';
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
import { generatedForm, inside } from './testing/generated-form.ts';

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
    await fc.assert(
      fc.asyncProperty(generatedForm, typed, fc.integer({ min: 0, max: 12 }), check),
      runs(200),
    );
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
