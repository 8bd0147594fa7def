import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from '@/lib/core/answers.ts';
import type { Form, FormComponent } from '@/lib/forms/component.ts';
import { formSchema } from '@/lib/forms/form-schema.ts';
import { pageNodes } from '@/lib/forms/page-nodes.ts';
import { readPage } from '@/lib/forms/read-page.ts';
import { shownName } from '@/lib/forms/shown-name.ts';
import { messages } from '@/lib/texts/messages.ts';
import { runs } from '@/scripts/testing/property-runs.ts';
import { FormPage } from './form-page.client.tsx';
import type { PageData } from './form-page-props.ts';
import { pack } from './packed.ts';

const options = ['a', 'b'].map((value) => ({ value, label: value.toUpperCase() }));

function question(id: string, path: string, rest: Partial<FormComponent> = {}): FormComponent {
  return {
    id,
    type: 'Input',
    textResourceBindings: { title: id },
    dataModelBindings: { simpleBinding: path },
    ...rest,
  };
}

function rows(id: string, group: string, children: FormComponent[], rest = {}): FormComponent {
  return {
    id,
    type: 'RepeatingGroup',
    textResourceBindings: { title: `${id}-title`, rowTitle: 'Nabo' },
    dataModelBindings: { group },
    children,
    ...rest,
  };
}

/** One of everything that a page can hold, two levels of rows among it. */
const form: Form = formSchema.parse({
  pages: [
    {
      id: 'one',
      textResourceBindings: { title: 'one' },
      components: [
        question('first', 'First'),
        {
          id: 'fold',
          type: 'Accordion',
          textResourceBindings: { title: 'fold-title' },
          children: [question('folded', 'Folded', { type: 'TextArea' })],
        },
        rows(
          'person',
          'Persons',
          [
            question('name', 'Persons.Name', { required: true }),
            {
              id: 'more',
              type: 'Group',
              textResourceBindings: { title: 'more-title' },
              children: [
                question('kinds', 'Persons.Kinds', { type: 'Checkboxes', options }),
                question('kind', 'Persons.Kind', { type: 'RadioButtons', options }),
                question('pick', 'Persons.Pick', { type: 'Dropdown', options }),
              ],
            },
            question('sum', 'Persons.Sum', {
              format: 'number',
              hidden: ['equals', ['dataModel', 'Persons.Kind'], 'b'],
            }),
            rows('animal', 'Persons.Animals', [
              question('born', 'Persons.Animals.Born', { type: 'Datepicker' }),
            ]),
          ],
          { maxCount: 3 },
        ),
        { id: 'pay', type: 'PaymentDetails' },
        { id: 'buttons', type: 'ButtonGroup', children: [{ id: 'next', type: 'NavigationButtons' }] },
      ],
    },
  ],
});

function draw(answers: Answers, errors: PageData['errors'] = {}): string {
  const { form: formTexts, validation } = messages.nb;
  const texts = Object.fromEntries([
    ...Object.entries(formTexts).map(([key, text]) => [`form.${key}`, text]),
    ...Object.entries(validation).map(([key, text]) => [`validation.${key}`, text]),
  ]);
  return renderToStaticMarkup(
    <FormPage
      form={pack(form)}
      texts={pack({ serviceTexts: {}, texts })}
      page={pack({
        saveUrl: '/save',
        pageId: 'one',
        answers,
        nodes: pageNodes(form, 'one', answers, 'nb'),
        answersVersion: 0,
        mark: '',
        language: 'nb',
        price: { kind: 'price', lines: [], total: '1 234,50 kr', totalMinor: 123_450, mayChange: false },
        errors,
        fetched: {},
        files: {},
        returnToCheck: false,
        isFirst: true,
        isLast: true,
      })}
      statics={{}}
      calculatePrice={async () => undefined}
    />,
  );
}

/** What a browser without scripts would post. */
function postedBy(html: string): Record<string, string[]> {
  const posted: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name !== undefined) posted[decoded(name)] = [...(posted[decoded(name)] ?? []), decoded(value)];
  };
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const isBox = /type="(radio|checkbox)"/.test(tag);
    if (!isBox || / checked=""/.test(tag)) add(attribute(tag, 'name'), attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of html.matchAll(/<textarea ([^>]*)>([^<]*)<\/textarea>/g))
    add(attribute(` ${tag}`, 'name'), text.replace(/^\n/, ''));
  for (const [, tag = '', inside = ''] of html.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option [^>]*selected=""[^>]*>/.exec(inside)?.[0] ?? '';
    add(attribute(` ${tag}`, 'name'), attribute(chosen, 'value') ?? '');
  }
  return posted;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

describe('a page with rows', () => {
  const two: Answers = { Persons: [{ Name: 'Kari', Animals: [{ Born: '2020-02-03' }] }, {}] };

  it('names every control by its row, with buttons that post', () => {
    const html = draw(two);
    const posted = postedBy(html);
    expect(posted['person[0].name']).toEqual(['Kari']);
    expect(posted['person[0].animal[0].born']).toEqual(['03.02.2020']);
    expect(posted[shownName]).toEqual(expect.arrayContaining(['person', 'person[1]', 'person[0].animal[0]']));
    const buttons = [...html.matchAll(/<button [^>]*value="([^"]*-row:[^"]*)"/g)].map(([, value]) => value);
    expect(buttons).toEqual([
      'remove-row:person[0].animal[0]',
      'add-row:person[0].animal',
      'remove-row:person[0]',
      'add-row:person[1].animal',
      'remove-row:person[1]',
      'add-row:person',
    ]);
    expect(html).toContain('Legg til nabo');
    expect(html).toContain('Nabo 2');
    expect(draw({ Persons: [{}, {}, {}] })).not.toContain('value="add-row:person"');
  });

  it('has every id once, and labels and errors that lead somewhere', () => {
    const html = draw(two, { 'person[1].name': 'Nabo 2: Fyll ut name', person: 'For mange' });
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, named = ''] of html.matchAll(/ (?:for|aria-describedby)="([^"]*)"/g))
      for (const id of named.split(' ')) expect(ids).toContain(id);
    expect(html).toContain('aria-describedby="person[1].name-error"');
    expect(html).toContain('For mange');
    expect(html).not.toContain(
      '<details class="ds-details" data-variant="default" data-color="neutral" open',
    );
    expect(draw({}, { folded: 'Feil' })).toContain('data-color="neutral" open=""');
  });

  it('shows the price where the form wants it, and its buttons once', () => {
    const html = draw({});
    expect(html.match(/1 234,50 kr/g)?.length).toBeGreaterThan(3);
    expect(html.match(/value="next"/g)).toHaveLength(2);
  });
});

const text = fc.constantFrom('Kari', '  x ', '<b>&"', "O'Hara", 'æøå', '1 000', '𝔘', '\u202Eabc');
const answer: fc.Arbitrary<Answer> = fc.oneof(
  text,
  fc.constant('2020-02-03'),
  fc.subarray(['a', 'b']),
  fc.constant(null),
);
const animal = fc.record({ Born: fc.oneof(text, fc.constant('2024-02-29')) }, { requiredKeys: [] });
const person = fc.record(
  {
    Name: text,
    Kinds: fc.subarray(['a', 'b'], { minLength: 1 }),
    Kind: fc.constantFrom('a', 'b'),
    Pick: fc.constantFrom('a', 'b'),
    Sum: fc.constantFrom('12.5', '1000', 'tolv'),
    Unasked: answer,
    Animals: fc.array(animal, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const anyAnswers = fc.record(
  { First: text, Folded: text, Persons: fc.array(person, { minLength: 1, maxLength: 4 }) },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

describe('whatever is answered', () => {
  it('comes back from the page as it was drawn', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        // What a person typed has been read once: spaces around it are gone.
        const stored = readPage(form, 'one', given, postedBy(draw(given))).answers;
        const again = readPage(form, 'one', stored, postedBy(draw(stored))).answers;
        expect(again).toEqual(stored);
        const persons = (given.Persons ?? []) as Answers[];
        expect((stored.Persons ?? []) as Answers[]).toHaveLength(persons.length);
        for (const [index, each] of persons.entries()) {
          const kept = (stored.Persons as Answers[])[index];
          expect(kept?.Unasked).toEqual(each.Unasked);
          expect(kept?.Kinds).toEqual(each.Kinds);
          if (each.Kind === 'b') expect(kept?.Sum).toEqual(each.Sum);
        }
      }),
      runs(60),
    );
  }, 180_000);
});
