import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { submittedAnswers } from '@/lib/forms/submitted-answers.ts';
import { validateForm } from '@/lib/forms/validate.ts';
import { calculateOrder } from '@/lib/pricing/calculate-order.ts';
import { explainLine } from '@/lib/pricing/explain-line.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { translator } from '@/lib/texts/translate.ts';
import { premises } from './definition.ts';

const form = formOf(premises, { language: 'nb' });

/*
 * Three hires as the municipality would work them out by hand, in kroner.
 *
 * A. A birthday, one weekend day: main hall 3 200 + kitchen 900 = 4 100, deposit 2 000. To pay 6 100, no VAT.
 * B. A society's concert: Friday evening main hall 1 800 + small hall 900, Saturday main hall 3 200 + kitchen 900 = 6 800, less
 *    50 % = 3 400; 5 % of tickets for 45 000 = 2 250; sound 1 250 + stage 1 500; caretaker on Saturday 625; cleaning 2 × 875 =
 *    1 750; deposit 2 000. To pay 12 775, of which VAT 20 % of the 5 125 for equipment and services = 1 025.
 * C. A conference, five weekdays before 16 with main hall 1 200 + small hall 600 + kitchen 400 = 11 000, and a Saturday with both
 *    halls 4 800: 15 800, cut to the 12 000 that rent costs at most; projector 500; cleaning 6 × 875 = 5 250; deposit 2 000. To
 *    pay 19 750, of which VAT 20 % of 5 750 = 1 150.
 */

const birthday = answersOf({ days: [day('weekend', ['hall', 'kitchen'])] });
const concert = answersOf({
  renter: 'voluntary',
  tickets: '45000',
  days: [day('evening', ['hall', 'small']), day('weekend', ['hall', 'kitchen'], 'yes')],
  equipment: ['sound', 'stage'],
  cleaning: 'municipality',
});
const conference = answersOf({
  renter: 'business',
  days: [
    ...Array.from({ length: 5 }, () => day('day', ['hall', 'small', 'kitchen'])),
    day('weekend', ['hall', 'small']),
  ],
  equipment: ['projector'],
  cleaning: 'municipality',
});

describe('prices of hired rooms', () => {
  it('A: a birthday', () => {
    expect(price(birthday)).toEqual([
      ['rent.1.1', 3_200],
      ['rent.1.2', 900],
      ['deposit', 2_000],
    ]);
    expect(order(birthday)).toMatchObject({ totalMinor: 610_000, vatMinor: 0 });
  });

  it('B: a concert by a society', () => {
    expect(price(concert)).toEqual([
      ['rent.1.1', 1_800],
      ['rent.1.2', 900],
      ['rent.2.1', 3_200],
      ['rent.2.2', 900],
      ['voluntary', -3_400],
      ['ticket-share', 2_250],
      ['equipment.sound', 1_250],
      ['equipment.stage', 1_500],
      ['caretaker.2', 625],
      ['cleaning', 1_750],
      ['deposit', 2_000],
    ]);
    expect(order(concert)).toMatchObject({ totalMinor: 1_277_500, vatMinor: 102_500 });
  });

  it('C: a conference that costs more than the most', () => {
    const lines = price(conference);
    expect(lines.slice(0, 17).reduce((sum, [, amount]) => sum + amount, 0)).toBe(15_800);
    expect(lines.slice(17)).toEqual([
      ['most-rent', -3_800],
      ['equipment.projector', 500],
      ['cleaning', 5_250],
      ['deposit', 2_000],
    ]);
    expect(order(conference)).toMatchObject({ totalMinor: 1_975_000, vatMinor: 115_000 });
  });

  it('costs at least 800 before the discount, and a share of tickets at least 500 and at most 8 000', () => {
    const small = { days: [day('day', ['meeting'])] };
    expect(price(answersOf(small))).toContainEqual(['least-rent', 550]);
    expect(price(answersOf({ ...small, renter: 'voluntary' }))).toContainEqual(['voluntary', -400]);
    expect(price(answersOf({ ...small, tickets: '1000' }))).toContainEqual(['ticket-share', 500]);
    expect(price(answersOf({ ...small, tickets: '900000' }))).toContainEqual(['ticket-share', 8_000]);
  });

  it('prices no equipment, tickets or cleaning that is not asked for, even if a browser sends some', () => {
    const sent = answersOf({
      days: [day('weekend', ['hall', 'kitchen'])],
      equipment: ['stage'],
      tickets: '9000',
    });
    const answers = { ...sent, Utstyr: { Trengs: 'no', Valg: ['stage'] } };
    expect(price({ ...answers, Arrangement: { Billetter: 'no', Billettinntekt: '9000' } })).toEqual(
      price(birthday),
    );
  });

  it('explains each line in words, a room by its day', () => {
    const texts: Record<string, string> = premises.texts.nb;
    const words = order(concert).lines.map((line) =>
      explainLine(line, translator('nb'), (key) => texts[key] ?? key).replaceAll('\u00a0', ' '),
    );
    expect(words).toEqual([
      'Dag 1, rom 1: Storsalen, hverdag etter kl. 16: 1 800,00 kr',
      'Dag 1, rom 2: Lillesalen, hverdag etter kl. 16: 900,00 kr',
      'Dag 2, rom 1: Storsalen, helg: 3 200,00 kr',
      'Dag 2, rom 2: Kjøkkenet, helg: 900,00 kr',
      '50 % av 6 800,00 kr trekkes fra',
      '5 % av 45 000,00 kr, minst 500,00 kr og høyst 8 000,00 kr',
      'Lydanlegg: 1 250,00 kr',
      'Scene: 1 500,00 kr',
      'Dag 2: Fast beløp',
      '2 dager × 875,00 kr',
      'Fast beløp',
    ]);
  });
});

describe('the form for hiring rooms', () => {
  it('takes the sample answers', () => {
    for (const answers of [birthday, concert, conference])
      expect(validateForm(form, answers, { fileCounts: {} })).toEqual([]);
  });

  it('asks for a list of stewards when many come, and for the number of a society', () => {
    const many = answersOf({ days: [day('weekend', ['hall'])], participants: '151' });
    expect(validateForm(form, many, { fileCounts: {} })).toMatchObject([{ componentId: 'attachments' }]);
    expect(validateForm(form, many, { fileCounts: { attachments: 1 } })).toEqual([]);
    const society = { ...birthday, Leietaker: { Type: 'voluntary', Bekreftelse: ['confirmed'] } };
    expect(validateForm(form, society, { fileCounts: {} })).toMatchObject([
      { componentId: 'organisation-number' },
    ]);
  });

  it('asks for a day and a room, and refuses a clock, an account and a KID that cannot be', () => {
    const wrong = answersOf({ days: [{ ...day('day', []), Fra: '25:00' }] });
    const errors = validateForm(
      form,
      { ...wrong, Depositum: { Konto: '12345678901', TidligereKid: '12345' } },
      { fileCounts: {} },
    );
    expect(errors.map(({ componentId }) => componentId)).toEqual([
      'day[0].from',
      'day[0].room[0].roomName',
      'account',
      'earlierKid',
    ]);
  });
});

interface Hire {
  renter?: string;
  tickets?: string;
  participants?: string;
  days: Answers[];
  equipment?: string[];
  cleaning?: string;
}

function answersOf({
  renter = 'private',
  tickets,
  participants = '80',
  days,
  equipment,
  cleaning,
}: Hire): Answers {
  return {
    Leietaker: {
      Type: renter,
      ...(renter === 'voluntary' && { Orgnr: '310010677', Navn: 'Testholmen Prøvelag' }),
      Bekreftelse: ['confirmed'],
    },
    Ansvarlig: { Fodselsnummer: '11896625901', Navn: 'Per Testholm' },
    Kontakt: { Telefon: '+4740000000', Epost: 'per@test.example' },
    Arrangement: {
      Navn: 'Prøvefest',
      Type: 'celebration',
      Deltakere: participants,
      Billetter: tickets === undefined ? 'no' : 'yes',
      ...(tickets !== undefined && { Billettinntekt: tickets }),
    },
    Leie: { Dager: days },
    Utstyr: { Trengs: equipment ? 'yes' : 'no', ...(equipment && { Valg: equipment }) },
    Renhold: { Hvem: cleaning ?? 'renter' },
    Depositum: { Konto: '12345678903' },
  };
}

function day(part: string, rooms: string[], caretaker = 'no'): Answers {
  return {
    Dato: '2027-02-06',
    Tid: part,
    Fra: '15:00',
    Til: '23:30',
    Vaktmester: caretaker,
    Rom: rooms.map((Navn) => ({ Navn })),
  };
}

function order(answers: Answers) {
  const result = calculateOrder(premises.pricing, submittedAnswers(form, answers), {
    date: '2027-01-04',
  });
  if (!result.ok) throw new Error(`${result.ruleId}: ${result.detail}`);
  return result.order;
}

/** In kroner. */
function price(answers: Answers): [string, number][] {
  return order(answers).lines.map((line) => [line.id, line.grossMinor / 100]);
}
