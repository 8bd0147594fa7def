import { describe, expect, it } from 'vitest';
import type { ServiceDefinition } from './definition.ts';
import type { Known } from './definition-problems.ts';
import { parseDefinition } from './parse-definition.ts';

const known: Known = {
  variants: [
    { id: 'submit_and_pay', fill: true, steps: ['pay'] },
    { id: 'pay_before_sign', fill: true, steps: ['pay', 'sign'] },
    { id: 'prefilled', fill: false, steps: ['pay'] },
    { id: 'fill_only', fill: true, steps: [] },
  ],
};

describe('parseDefinition', () => {
  it('accepts a whole definition, also after a trip through JSON', () => {
    const parsed = parseDefinition(JSON.parse(JSON.stringify(small())), known);
    expect(parsed).toEqual({ ok: true, definition: small(), warnings: [] });
  });

  it('names the place of what has the wrong shape, and never throws', () => {
    expect(paths({ ...small(), slug: 'Båt og fly' })).toEqual(['slug']);
    expect(paths({ ...small(), deadlines: { ...small().deadlines, draftDays: 0 } })).toEqual([
      'deadlines.draftDays',
    ]);
    expect(paths({ ...small(), invented: true })).toEqual(['']);
    for (const nonsense of [null, undefined, 1, 'text', [], { pages: 7 }]) {
      expect(parseDefinition(nonsense, known).ok).toBe(false);
    }
  });

  it.each(['nb', 'nn'] as const)('refuses a missing or empty text in %s', (language) => {
    const lacking = small();
    delete lacking.texts[language]['boat.title'];
    lacking.texts[language]['service.need'] = ' ';
    expect(paths(lacking)).toEqual([`texts.${language}.service.need`, `texts.${language}.boat.title`]);
  });

  it('warns of a missing English text but never blocks it', () => {
    const lacking = small();
    delete lacking.texts.en['price.fee'];
    expect(warnings(lacking)).toEqual(['texts.en.price.fee']);
  });

  it('warns of an expression that reads what nobody fills in', () => {
    const definition = small();
    definition.pricing.rules = definition.pricing.rules.map((rule) => ({
      ...rule,
      condition: ['equals', ['dataModel', 'Bat.Nvan'], 'x'],
    }));
    expect(warnings(definition)).toEqual(['pricing.rules.0.condition.1']);
  });

  it('refuses a condition that reads labels of a list that is not there, and a choice that asks for what is not known', () => {
    const definition = small();
    const [page] = definition.pages;
    if (page) page.hidden = ['equals', ['optionLabel', 'towns', 'a'], 'x'];
    definition.optionLists = { other: [{ value: 'a', label: 'boat.title', hidden: ['value'] }] };
    expect(messages(definition)).toEqual([
      'other: "value" is not supported: a form has no answer to it',
      `${page?.id}: there is no list "towns"`,
    ]);
  });

  it('refuses a payment step in any service but a submission', () => {
    expect(messages({ ...small(), serviceType: 'correspondence' })).toEqual([
      'A service of type "correspondence" cannot have a payment step: payment goes with submission services',
    ]);
    expect(messages({ ...small(), serviceType: 'correspondence', variant: 'fill_only' })).toEqual([
      'Unknown service type "correspondence", expected one of submission',
    ]);
  });

  it('refuses a variant that nobody can run', () => {
    expect(paths({ ...small(), variant: 'pay_twice' })).toEqual(['variant']);
  });

  it('wants pages exactly when the variant has a form', () => {
    expect(paths({ ...small(), pages: [] })).toEqual(['pages']);
    expect(paths({ ...small(), variant: 'prefilled' })).toEqual(['pages']);
  });

  it('wants a signing level and a statement exactly when the variant signs', () => {
    expect(paths({ ...small(), variant: 'pay_before_sign' })).toEqual([
      'signing',
      'texts.nb.signing.statement',
      'texts.nn.signing.statement',
    ]);
    expect(paths({ ...small(), signing: { acr: 'idporten-loa-high' } })).toEqual(['signing']);
  });

  it('reserves money only where the reservation outlives the signing deadline (correctness rule 4)', () => {
    const definition = signed();
    expect(parseDefinition(definition, { ...known, reservationDays: 8 }).ok).toBe(true);
    definition.deadlines.signingDays = 8;
    expect(parseDefinition(definition, { ...known, reservationDays: 8 })).toMatchObject({
      ok: false,
      problems: [{ path: 'payment.capture' }],
    });
    definition.payment.capture = 'now';
    expect(parseDefinition(definition, { ...known, reservationDays: 8 }).ok).toBe(true);
  });

  it('refuses a payment description that providers would refuse', () => {
    const definition = small();
    definition.texts.nb['payment.description'] = 'Gebyr & avgift';
    definition.texts.en['payment.description'] = 'x'.repeat(101);
    expect(paths(definition)).toEqual(['texts.nb.payment.description', 'texts.en.payment.description']);
  });
});

function paths(definition: unknown): string[] {
  const parsed = parseDefinition(definition, known);
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.path);
}

function messages(definition: unknown): string[] {
  const parsed = parseDefinition(definition, known);
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.message);
}

function warnings(definition: unknown): string[] {
  const parsed = parseDefinition(definition, known);
  return parsed.ok ? parsed.warnings.map((warning) => warning.path) : ['not ok'];
}

function small(): ServiceDefinition {
  const texts = {
    'service.title': 'T',
    'service.summary': 'S',
    'service.about': 'A',
    'service.need': 'N',
    'service.price': 'P',
    'service.purpose': 'F',
    'service.legalBasis': 'H',
    'service.afterwards': 'E',
    'payment.description': 'Gebyr',
    'boat.title': 'Båten',
    'boatName.title': 'Navn',
    'price.fee': 'Gebyr',
  };
  return {
    schemaVersion: 1,
    slug: 'liten-tjeneste',
    serviceType: 'submission',
    variant: 'submit_and_pay',
    texts: { nb: { ...texts }, nn: { ...texts }, en: { ...texts } },
    pages: [
      {
        id: 'boat',
        textResourceBindings: { title: 'boat.title' },
        components: [
          {
            id: 'boatName',
            type: 'Input',
            textResourceBindings: { title: 'boatName.title' },
            dataModelBindings: { simpleBinding: 'Bat.Navn' },
          },
        ],
      },
    ],
    pricing: {
      currency: 'NOK',
      includesVat: true,
      dateBasis: 'submitted',
      rules: [{ id: 'fee', type: 'fixed', text: 'price.fee', vat: 'outside', amountMinor: 10_000 }],
    },
    payment: { agreement: 'nets', capture: 'now' },
    signIn: { acr: 'idporten-loa-substantial' },
    deadlines: { draftDays: 30, paymentDays: 14, signingDays: 7 },
    received: 'submitted',
    actingParties: ['person'],
    category: 'other',
  };
}

function signed(): ServiceDefinition {
  const definition = small();
  for (const texts of Object.values(definition.texts)) texts['signing.statement'] = 'Jeg bekrefter';
  return {
    ...definition,
    variant: 'pay_before_sign',
    signing: { acr: 'idporten-loa-high' },
    payment: { agreement: 'nets', capture: 'reserve' },
  };
}
