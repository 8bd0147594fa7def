import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { isFodselsnummer, isSyntheticFodselsnummer } from '@/lib/core/identifiers/fodselsnummer.ts';
import { isKid } from '@/lib/core/identifiers/kid.ts';
import { isOrganisasjonsnummer } from '@/lib/core/identifiers/organisasjonsnummer.ts';
import { languages } from '@/lib/core/language.ts';
import { submittedAnswers } from '@/lib/forms/submitted-answers.ts';
import { validateForm } from '@/lib/forms/validate.ts';
import { calculateOrder } from '@/lib/pricing/calculate-order.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { Known } from '@/lib/services/definition-problems.ts';
import { parseDefinition } from '@/lib/services/parse-definition.ts';
import { serviceTextKeys } from '@/lib/services/service-text-keys.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { demo } from './demo.ts';
import { issuedOrder } from './issued.ts';
import { alcoholTurnover } from './services/alcohol-turnover/definition.ts';
import { buildingPermit } from './services/building-permit/definition.ts';
import { smallBoat } from './services/small-boat/definition.ts';
import { trademark } from './services/trademark/definition.ts';

const known: Known = { variants: variants.all(), reservationDays: 7 };

describe.each(demo.services.map((service) => [service.definition.slug, service.definition] as const))(
  '%s',
  (_, definition) => {
    it('has no problem and no warning', () => {
      expect(parseDefinition(JSON.parse(JSON.stringify(definition)), known)).toEqual({
        ok: true,
        definition,
        warnings: [],
      });
    });

    it.each(languages)('uses every text it has in %s, and has every text it uses', (language) => {
      const signs = definition.signing !== undefined;
      expect(Object.keys(definition.texts[language]).sort()).toEqual(
        serviceTextKeys(definition, signs).sort(),
      );
    });

    it('says that its rates are examples', () => {
      const words = { nb: 'eksempler', nn: 'døme', en: 'examples' };
      for (const language of languages)
        expect(definition.texts[language]['service.price']).toContain(words[language]);
    });
  },
);

describe('demo', () => {
  it('shows all four variants, and one service where only a certain answer leads to payment', () => {
    expect(demo.services.map(({ definition }) => definition.variant)).toEqual([
      'submit_and_pay',
      'pay_before_sign',
      'pay_after_sign',
      'prefilled',
      'submit_and_pay',
      'submit_and_pay',
      'pay_before_sign',
      'submit_and_pay',
      'submit_and_pay',
    ]);
  });

  it('has an owner and an agreement for every service', () => {
    for (const { ownerSlug, definition } of demo.services) {
      expect(demo.owners.some((owner) => owner.slug === ownerSlug)).toBe(true);
      expect(
        demo.agreements.some(
          (each) => each.ownerSlug === ownerSlug && each.name === definition.payment.agreement,
        ),
      ).toBe(true);
    }
  });

  it('has only invented organisations and people', () => {
    for (const { orgNumber } of demo.owners) {
      expect(isOrganisasjonsnummer(orgNumber)).toBe(true);
      expect(orgNumber).toMatch(/^3/);
    }
    for (const { fodselsnummer } of demo.people) {
      expect(isFodselsnummer(fodselsnummer) && isSyntheticFodselsnummer(fodselsnummer)).toBe(true);
    }
  });

  it('has several issued payments, one of them overdue, each with its own KID', () => {
    expect(demo.issued.filter((payment) => payment.dueInDays < 0)).toHaveLength(1);
    expect(new Set(demo.issued.map((payment) => payment.kid)).size).toBe(demo.issued.length);
    for (const { kid, personSlug } of demo.issued) {
      expect(isKid(kid, 'MOD10')).toBe(true);
      expect(demo.people.some((person) => person.slug === personSlug)).toBe(true);
    }
  });

  it('charges chimneys with 25 % VAT included', () => {
    expect(issuedOrder({ ruleIds: ['sweeping'] }, '2026-03-01')).toMatchObject({
      netMinor: 50_000,
      vatMinor: 12_500,
      totalMinor: 62_500,
    });
    expect(issuedOrder({ ruleIds: ['sweeping', 'extra-flue'] }, '2026-03-01')).toMatchObject({
      totalMinor: 87_500,
      lines: [{ id: 'sweeping' }, { id: 'extra-flue' }],
    });
    expect(() => issuedOrder({ ruleIds: ['chimney'] }, '2026-03-01')).toThrow('No price');
  });
});

describe('prices of sample answers', () => {
  it('trademark: the first class is in the basic fee', () => {
    expect(price(trademark, trademarkAnswers(['25']))).toEqual([['application', 320_000]]);
    expect(price(trademark, trademarkAnswers(['9', '25', '35', '42']))).toEqual([
      ['application', 320_000],
      ['further-classes', 240_000],
    ]);
    expect(price(trademark, trademarkAnswers(['9', '25'], 'expedited'))).toEqual([
      ['application', 320_000],
      ['further-classes', 80_000],
      ['expedited', 250_000],
    ]);
  });

  it('trademark: without a class there is no price yet', () => {
    expect(calculate(trademark, {})).toMatchObject({
      ok: false,
      reason: 'missing_answer',
      paths: ['Varer.Klasser'],
    });
  });

  it('alcohol: each litre at its step, exact to the øre', () => {
    expect(price(alcoholTurnover, litres('12345.5', '2000', '300.5'))).toEqual([
      ['group1.1', 600_000],
      ['group1.2', 117_275],
      ['group2.1', 320_000],
      ['group3', 159_265],
    ]);
  });

  it('alcohol: topped up to the minimum fee', () => {
    expect(price(alcoholTurnover, litres('1000', '0', '10'))).toEqual([
      ['group1.1', 60_000],
      ['group3', 5300],
      ['minimum', 534_700],
    ]);
    expect(price(alcoholTurnover, litres('0', '0', '0'))).toEqual([['minimum', 600_000]]);
  });

  it.each([
    ['15', 150_000],
    ['15.1', 280_000],
    ['30', 280_000],
    ['50', 430_000],
    ['50.1', 590_000],
  ])('building: %s m² falls in one tier', (area, amountMinor) => {
    expect(price(buildingPermit, measure('extension', area))).toEqual([
      ['measure', 420_000],
      ['area', amountMinor],
    ]);
  });

  it('building: no area for a wall, even if a browser sends one; dispensation costs extra', () => {
    expect(price(buildingPermit, measure('wall', '900'))).toEqual([['measure', 190_000]]);
    expect(price(buildingPermit, measure('facade', undefined, 'yes'))).toEqual([
      ['measure', 240_000],
      ['dispensation', 560_000],
    ]);
  });

  it('building: dispensation costs more from the new year, by the day of signing', () => {
    const answers = measure('facade', undefined, 'yes');
    expect(price(buildingPermit, answers, '2026-12-31')).toContainEqual(['dispensation', 560_000]);
    expect(price(buildingPermit, answers, '2027-01-01')).toContainEqual(['dispensation', 590_000]);
    expect(buildingPermit.pricing.dateBasis).toBe('signed');
  });

  it('building: remarks cost a percentage, at least 500 kr', () => {
    const remarks = (type: string, area?: string) => ({
      ...measure(type, area),
      Naboer: { Varslet: 'yes', Varseldato: '2026-01-15', Merknader: 'yes', Kommentar: 'Høyden' },
    });
    expect(price(buildingPermit, remarks('extension', '24.5'))).toContainEqual(['remarks', 70_000]);
    expect(price(buildingPermit, remarks('wall'))).toContainEqual(['remarks', 50_000]);
  });

  it('boat: only what comes by post leads to payment', () => {
    expect(price(smallBoat, boat('digital'))).toEqual([]);
    expect(price(smallBoat, boat('plastic'))).toEqual([['card', 19_000]]);
    expect(price(smallBoat, boat('plasticAndMarks'))).toEqual([
      ['card', 19_000],
      ['marks', 39_000],
    ]);
    expect(calculate(smallBoat, boat('plasticAndMarks'))).toMatchObject({
      ok: true,
      order: { vatMinor: 7800, totalMinor: 58_000 },
    });
  });
});

describe('sample answers that can be submitted', () => {
  it.each([
    ['trademark', trademark, trademarkAnswers(['9', '25']), {}],
    ['alcohol', alcoholTurnover, litres('12345.5', '2000', '300.5'), {}],
    [
      'building',
      buildingPermit,
      measure('extension', '24.5'),
      { notifiedProof: 1, sitePlan: 1, drawings: 2 },
    ],
    ['boat', smallBoat, boat('digital'), {}],
  ] as [string, ServiceDefinition, Answers, Record<string, number>][])(
    '%s has no error',
    (_, definition, answers, fileCounts) => {
      expect(validateForm(definition, answers, { fileCounts })).toEqual([]);
    },
  );

  it('asks for the site plan and the drawings', () => {
    const errors = validateForm(buildingPermit, measure('extension', '24.5'), {
      fileCounts: { notifiedProof: 1 },
    });
    expect(errors.map((error) => error.componentId)).toEqual(['sitePlan', 'drawings']);
  });

  it('asks for a picture when the mark is a figure', () => {
    const answers = { ...trademarkAnswers(['25']), Merke: { Type: 'figure' } };
    expect(validateForm(trademark, answers, { fileCounts: {} }).map((error) => error.componentId)).toEqual([
      'markImage',
    ]);
  });
});

function calculate(definition: ServiceDefinition, answers: Answers, date = '2026-03-01') {
  return calculateOrder(definition.pricing, submittedAnswers(definition, answers), { date });
}

function price(definition: ServiceDefinition, answers: Answers, date?: string): [string, number][] {
  const result = calculate(definition, answers, date);
  if (!result.ok) throw new Error(`${result.ruleId}: ${result.detail}`);
  return result.order.lines.map((line) => [line.id, line.grossMinor]);
}

function trademarkAnswers(classes: string[], handling = 'ordinary'): Answers {
  return {
    Kontakt: { Navn: 'Kari Testesen', Epost: 'kari@test.example', HarFullmektig: 'no' },
    Merke: { Type: 'word', Tekst: 'NORDLYSKAFFE', FremmedeOrd: 'no' },
    Varer: { Klasser: classes, Beskrivelse: 'Kaffe og klær' },
    Prioritet: { Kreves: 'no' },
    Behandling: { Type: handling, Bekreftelse: ['confirmed'] },
  };
}

function litres(group1: string, group2: string, group3: string): Answers {
  return {
    Skjenkested: {
      Navn: 'Skjenkestua',
      Bevillingsnummer: 'FV-2041',
      Adresse: 'Testbrygga 3',
      Postnummer: '0001',
    },
    Kontakt: { Epost: 'lars@test.example' },
    Periode: { Type: 'whole' },
    Omsetning: { Gruppe1: group1, Gruppe2: group2, Gruppe3: group3, Avvik: 'no' },
    Dokumentasjon: { KontrollertAv: 'self' },
  };
}

function measure(type: string, area?: string, dispensation = 'no'): Answers {
  return {
    Eiendom: { Gnr: '12', Bnr: '345', Adresse: 'Prøveveien 1', Postnummer: '0001', ErEier: 'yes' },
    Kontakt: { Telefon: '+4740000000' },
    Tiltak: {
      Type: type,
      ...(area !== undefined && { Areal: area }),
      AvstandNabogrense: '4.5',
      Beskrivelse: 'Tilbygg mot hagen',
      Dispensasjon: dispensation,
      ...(dispensation === 'yes' && { DispensasjonGrunn: 'Tomten er smal' }),
    },
    Naboer: { Varslet: 'yes', Varseldato: '2026-01-15', Merknader: 'no' },
  };
}

function boat(card: string): Answers {
  return {
    Bat: { Type: 'sail', Fabrikat: 'Testbåt 24', Lengde: '7.30', HarMotor: 'no' },
    Eierskap: { Type: 'alone', Dato: '2024-06-01' },
    Levering: {
      Kort: card,
      Bekreftelse: ['confirmed'],
      ...(card !== 'digital' && { Adresse: 'Prøveveien 1', Postnummer: '0001', Poststed: 'Testbyen' }),
    },
  };
}
