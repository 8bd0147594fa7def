import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { type Language, languages } from '@/lib/core/language.ts';
import { isAutocomplete } from '@/lib/forms/autocomplete.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { errorSentence } from '@/lib/forms/error-sentence.ts';
import { everyField } from '@/lib/forms/every-field.test-helper.ts';
import { withParts } from '@/lib/forms/expand-pages.ts';
import { formOf } from '@/lib/forms/form.test-helper.ts';
import { pageNodes } from '@/lib/forms/page-nodes.ts';
import { readPage } from '@/lib/forms/read-page.ts';
import { validatePage } from '@/lib/forms/validate.ts';
import { messages } from '@/lib/texts/messages.ts';
import { translator } from '@/lib/texts/translate.ts';
import { FormPage } from './form-page.client.tsx';
import { pack } from './packed.ts';

type Element = DefaultTreeAdapterTypes.Element;
const { isElementNode, isTextNode, getChildNodes } = defaultTreeAdapter;

/** A page of components as a browser gets it without scripts, with its errors when `judged`. */
function draw(
  components: FormComponent[],
  {
    answers = {},
    judged = false,
    language = 'nb' as Language,
  }: { answers?: Answers; judged?: boolean; language?: Language } = {},
) {
  const form = { pages: withParts(formOf(...components).pages) };
  const t = translator(language);
  const found = judged ? validatePage(form, 'one', answers) : [];
  const errors = Object.fromEntries(
    [...found].reverse().map((error) => [error.componentId, errorSentence(form, error, t, (key) => key)]),
  );
  const texts = Object.fromEntries(
    (['form', 'validation'] as const).flatMap((area) =>
      Object.entries(messages[language][area]).map(([key, text]) => [`${area}.${key}`, text]),
    ),
  );
  const uploads = components.filter(({ type }) => type.startsWith('FileUpload'));
  const html = renderToStaticMarkup(
    <FormPage
      form={pack(form)}
      texts={pack({ serviceTexts: {}, texts })}
      page={pack({
        saveUrl: '/save',
        pageId: 'one',
        answers,
        nodes: pageNodes(form, 'one', answers, language),
        answersVersion: 0,
        mark: '',
        language,
        price: { kind: 'price', lines: [], total: '0 kr', totalMinor: 0, mayChange: false },
        errors,
        fetched: { 'Skjema.tInput': 'Hentet fra Folkeregisteret.' },
        files: Object.fromEntries(
          uploads.map(({ id }) => [id, [{ id: 'x', name: '<b>.pdf', tag: 'a', size: '1 kB', href: '/f' }]]),
        ),
        returnToCheck: false,
        isFirst: true,
        isLast: true,
      })}
      statics={{}}
      calculatePrice={async () => undefined}
    />,
  );
  const elements = all(parseFragment(html));
  return { html, elements, errors, page: new Page(elements) };
}

class Page {
  private readonly elements: Element[];
  constructor(elements: Element[]) {
    this.elements = elements;
  }
  byId = (id: string) => this.elements.filter((element) => attribute(element, 'id') === id);
  tags = (...names: string[]) => this.elements.filter(({ tagName }) => names.includes(tagName));
  /** What a person uses: everything but hidden inputs. */
  controls = () =>
    this.tags('input', 'select', 'textarea').filter((each) => attribute(each, 'type') !== 'hidden');
  /** Texts that are read with a control, in order. */
  described = (element: Element) =>
    (attribute(element, 'aria-describedby') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((id) => {
        const [named, ...others] = this.byId(id);
        expect(others, id).toEqual([]);
        return named ? textOf(named) : `#${id} is not there`;
      });
}

const wrong: Answers = { Skjema: Object.fromEntries(everyField().map(({ id }) => [id, 'x\ufffd'])) };
const right: Answers = {
  Skjema: {
    tInput: 'Kari',
    tTextArea: 'En\nto',
    tRadioButtons: 'a',
    tCheckboxes: ['a', 'b'],
    tMultipleSelect: ['b'],
    tDropdown: 'b',
    tDatepicker: '2027-02-01',
    tTimePicker: '09:30',
    fmoney: '1234.5',
    ffnr: '10915596784',
    tAddress: { address: 'Gata 1', zipCode: '0150', postPlace: 'Oslo' },
    tPersonLookup: { fnr: '10915596784', name: 'Kari' },
  },
};
const described = { textResourceBindings: { description: 'hint.text', help: 'help.text' } };

const states: [string, Partial<FormComponent>, Parameters<typeof draw>[1]][] = [
  ['empty', {}, {}],
  ['empty and required, told of', { required: true }, { judged: true }],
  ['wrong, with hint and help', described, { answers: wrong, judged: true }],
  ['answered, with hint and help', described, { answers: right, judged: true }],
  ['read-only', { readOnly: true }, { answers: right, judged: true }],
];

describe.each(languages)('the raw HTML in %s', (language) => {
  it.each(states)('ties every control to its words: %s', (_, rest, options) => {
    const { page, elements } = draw(everyField(rest), { ...options, language });
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(page.controls().length).toBeGreaterThan(25);
    for (const control of page.controls()) {
      const id = attribute(control, 'id') ?? '';
      const labels = page.tags('label').filter((label) => attribute(label, 'for') === id);
      expect(labels.map(textOf).join('').trim(), `label of ${id}`).not.toBe('');
      expect(labels, id).toHaveLength(1);
      expect(attribute(control, 'name'), id).toBeTruthy();
      for (const text of page.described(control)) expect(text, id).not.toMatch(/is not there|^$/);
      const autocomplete = attribute(control, 'autocomplete');
      if (autocomplete !== undefined)
        expect(isAutocomplete(autocomplete), `${id}: ${autocomplete}`).toBe(true);
    }
    for (const group of page.tags('fieldset')) {
      const [legend] = getChildNodes(group).filter(isElementNode);
      expect(legend?.tagName).toBe('legend');
      expect(textOf(legend as Element)).not.toBe('');
      for (const text of page.described(group)) expect(text).not.toMatch(/is not there|^$/);
    }
    for (const button of page.tags('button', 'a', 'summary')) expect(textOf(button)).not.toBe('');
  });

  it('puts choices in a group with a legend, and the group’s hint and error on the group', () => {
    const { page, errors } = draw(everyField({ ...described, required: true }), { judged: true, language });
    for (const id of ['tRadioButtons', 'tCheckboxes', 'tMultipleSelect']) {
      const [group] = page.byId(`${id}-group`);
      expect(group && page.described(group)).toEqual([errors[id], 'hint.text']);
      const inside = group ? all(group).filter(({ tagName }) => tagName === 'input') : [];
      expect(inside.map((each) => [attribute(each, 'name'), attribute(each, 'aria-invalid')])).toEqual([
        [id, 'true'],
        [id, 'true'],
      ]);
    }
  });
});

it('says what is wrong on the very control, and nothing on the others', () => {
  const { page, errors } = draw(everyField(described), { answers: wrong, judged: true });
  expect(Object.keys(errors).length).toBeGreaterThan(15);
  for (const [id, message] of Object.entries(errors)) {
    const [control] = page.byId(id);
    const teller = control && (page.byId(`${id}-group`)[0] ?? control);
    expect(teller && page.described(teller)[0], id).toBe(message);
    expect(control && attribute(control, 'aria-invalid'), id).toBe('true');
  }
  const clean = draw(everyField(described), { answers: right });
  for (const control of clean.page.controls()) expect(attribute(control, 'aria-invalid')).toBeUndefined();
});

it('tells what was fetched with the field', () => {
  const { page } = draw(everyField(described), { answers: right });
  const [control] = page.byId('tInput');
  expect(control && page.described(control)).toEqual(['hint.text Hentet fra Folkeregisteret.']);
});

it('says whether a field must be filled in, but not where nobody can', () => {
  const marks = (rest: Partial<FormComponent>) =>
    draw(everyField(rest))
      .elements.filter((each) => attribute(each, 'class') === 'kv-optional')
      .map(textOf);
  expect(new Set(marks({ required: true }).map((text) => text.trim()))).toEqual(
    // Parts of an address that never are required say so.
    new Set(['Må fylles ut', 'Valgfritt']),
  );
  expect(new Set(marks({}).map((text) => text.trim()))).toEqual(new Set(['Valgfritt']));
  expect(marks({ readOnly: true })).toEqual([]);
});

it.each([
  ['fnumber', 'decimal'],
  ['finteger', 'numeric'],
  ['fmoney', 'decimal'],
  ['fdate', 'numeric'],
  ['femail', 'email'],
  ['fphone', 'tel'],
  ['ffnr', 'numeric'],
  ['forgNumber', 'numeric'],
  ['faccount', 'numeric'],
  ['fpostcode', 'numeric'],
  ['fkid', 'numeric'],
  ['tDatepicker', 'numeric'],
  ['tAddress-zipCode', 'numeric'],
  ['tPersonLookup-number', 'numeric'],
])('%s brings the keyboard for %s', (id, inputmode) => {
  const [control] = draw(everyField()).page.byId(id);
  expect(control && attribute(control, 'inputmode')).toBe(inputmode);
});

it('cannot be changed where it is read-only, and posts nothing that the server would take', () => {
  const components = everyField({ readOnly: true });
  const { page } = draw(components, { answers: right });
  for (const control of page.controls()) {
    const closed = ['readonly', 'disabled'].some((name) => attribute(control, name) !== undefined);
    expect(closed, attribute(control, 'id')).toBe(true);
  }
  const form = { pages: withParts(formOf(...components).pages) };
  const posted = Object.fromEntries(page.controls().map((each) => [attribute(each, 'name') ?? '', ['a']]));
  expect(readPage(form, 'one', right, posted).answers).toEqual(right);
});

it.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea><b>',
  '\u202egpj.exe',
  "'&amp;",
])('shows %j back as text', (text) => {
  const answers = { Skjema: { tInput: text, tTextArea: text, ftext: text, femail: text } };
  const { page, elements } = draw(everyField(), { answers, judged: true });
  expect(elements.filter(({ tagName }) => ['script', 'img', 'b'].includes(tagName))).toEqual([]);
  expect(attribute(page.byId('tInput')[0] as Element, 'value')).toBe(text);
  expect(textOf(page.byId('tTextArea')[0] as Element)).toBe(text);
});

function all(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return getChildNodes(node).flatMap((child) => (isElementNode(child) ? [child, ...all(child)] : []));
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function textOf(element: Element): string {
  return getChildNodes(element)
    .map((child) => (isTextNode(child) ? child.value : isElementNode(child) ? textOf(child) : ''))
    .join('');
}
