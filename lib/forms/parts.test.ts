import { describe, expect, it } from 'vitest';
import { formOf as formOfDefinition } from '@/lib/services/form-of.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import { answersSchema } from './answers-schema.ts';
import type { FormComponent } from './component.ts';
import { describeAnswers } from './describe.ts';
import { errorSentence } from './error-sentence.ts';
import { formOf, question } from './form.test-helper.ts';
import { formSchema } from './form-schema.ts';
import { readPage } from './read-page.ts';
import { validateForm } from './validate.ts';

const whole: FormComponent = {
  id: 'adr',
  type: 'Address',
  required: true,
  textResourceBindings: { title: 'adr.title', zipCodeTitle: 'adr.zip' },
  dataModelBindings: {
    address: 'Adr.Gate',
    careOf: 'Adr.CO',
    zipCode: 'Adr.Postnr',
    postPlace: 'Adr.Sted',
    houseNumber: 'Adr.Bolignr',
  },
};
const form = (component: FormComponent) =>
  formOfDefinition({ ...formOf(component), texts: { nb: {}, nn: {}, en: {} } }, { language: 'nn' });
const text = serviceText({ texts: { nb: { 'adr.zip': 'Norsk postnummer' }, nn: {}, en: {} } }, 'nn');

describe('a component of several controls', () => {
  it('reads, judges and shows each of them by its own binding', () => {
    const full = form({ ...whole, simplified: false });
    const posted = {
      'adr-address': ['Prøveveien 1'],
      'adr-zipCode': ['01 50'],
      'adr-postPlace': [''],
      'adr-houseNumber': ['1'],
    };
    const { answers } = readPage(full, 'one', {}, posted);
    expect(answers).toEqual({ Adr: { Gate: 'Prøveveien 1', Postnr: '0150', Bolignr: '1' } });
    const errors = validateForm(full, answers);
    expect(errors.map((error) => errorSentence(full, error, translator('nn'), text))).toEqual([
      'Fyll ut poststaden',
      'Bustadnummeret må ha ein bokstav (H, L, U eller K) og fire siffer, til dømes H0101',
    ]);
    expect(answersSchema(full, answers).safeParse(answers).success).toBe(false);
    const [page] = describeAnswers(full, answers, { wording: translator('nn'), serviceText: text });
    expect(page?.rows.map(({ label, answered }) => [label, answered])).toEqual([
      ['Gateadresse', true],
      ['C/O eller annan tilleggsadresse', false],
      ['Norsk postnummer', true],
      ['Poststad', false],
      ['Bustadnummer', true],
    ]);
  });

  it('leaves out what a simplified one does not have, also when it is posted by hand', () => {
    const { answers } = readPage(form(whole), 'one', {}, { 'adr-careOf': ['x'], 'adr-address': ['Gata 1'] });
    expect(answers).toEqual({ Adr: { Gate: 'Gata 1' } });
  });

  it('follows the hidden and the read-only of the whole', () => {
    for (const state of [{ hidden: true }, { readOnly: true }]) {
      const closed = form({ ...whole, ...state });
      expect(readPage(closed, 'one', {}, { 'adr-address': ['x'] }).answers).toEqual({});
      // What is hidden is not asked for; what is locked is, and says so.
      expect(validateForm(closed, {}).map(({ componentId, locked }) => [componentId, locked])).toEqual(
        'hidden' in state ? [] : ['adr-address', 'adr-zipCode', 'adr-postPlace'].map((id) => [id, true]),
      );
    }
  });

  it('is refused without its bindings, with children of its own, or beside what is called like a part', () => {
    const refuses = (...components: FormComponent[]) =>
      !formSchema.safeParse({
        pages: [{ id: 'one', textResourceBindings: { title: 't' }, components }],
      }).success;
    expect(refuses(whole)).toBe(false);
    expect(refuses({ ...whole, dataModelBindings: { address: 'a' } })).toBe(true);
    expect(refuses({ ...whole, children: [] })).toBe(true);
    expect(refuses(whole, question('adr-zipCode'))).toBe(true);
    expect(refuses(question('x', 'FetchButton'))).toBe(true);
  });
});
