import { describe, expect, it } from 'vitest';
import { definitionFor } from '@/lib/workflow/testing/definition-for.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { descriptionProblems, type KnownAgreement, paymentProblems } from './payment-problems.ts';

const described = (text: string) => ({
  texts: { nb: { 'payment.description': text }, nn: {}, en: {} },
});
const codes = (text: string, rules?: KnownAgreement['description']) =>
  descriptionProblems(described(text), rules).map(({ code }) => code);

describe('a payment description', () => {
  it('may be what every provider takes', () => {
    expect(codes('Byggesøknad § 20-1, behandlingsgebyr 2026')).toEqual([]);
    // A text that is missing is told of as such.
    expect(codes('')).toEqual([]);
  });

  it.each([
    ['too long for anybody', 'x'.repeat(101), undefined, 'too_long'],
    ['too long for its provider', 'x'.repeat(41), { minLength: 1, maxLength: 40, refuses: '' }, 'too_long'],
    ['too short for its provider', 'ab', { minLength: 3, maxLength: 100, refuses: '' }, 'too_short'],
    ['with a character that providers refuse', 'Gebyr <b>', undefined, 'description_characters'],
    [
      'with one that its provider refuses',
      'Gebyr; avgift',
      { minLength: 1, maxLength: 40, refuses: ';' },
      'description_characters',
    ],
    ['a template, which could hold an answer', 'Gebyr for {navn}', undefined, 'description_template'],
    ['a fødselsnummer', 'Gebyr 12858514140', undefined, 'description_personal'],
    ['a fødselsnummer in two groups', 'Gebyr 128585 14140', undefined, 'description_personal'],
  ])('is refused: %s', (_, text, rules, code) => {
    expect(codes(text, rules)).toEqual([code]);
  });

  it('may hold other numbers', () => {
    expect(codes('Sak 2026/123456789012')).toEqual([]);
  });
});

describe('a service under its agreement', () => {
  const problems = (payment: object, known: KnownAgreement) => {
    const definition = definitionFor('submit_and_pay', 'x');
    const changed = { ...definition, payment: { ...definition.payment, ...payment } };
    return paymentProblems(changed, known, variants.get('submit_and_pay')).map(({ code }) => code);
  };

  it.each([
    ['an agreement that the owner has', {}, { agreements: ['nets'] }, []],
    ['one that it does not have', {}, { agreements: ['other'] }, ['agreement_unknown']],
    [
      'a method that it lacks',
      { methods: ['Amex'] },
      { methods: ['Visa'], payable: ['Visa'] },
      ['method_unknown'],
    ],
    [
      'a kind of card that cannot be told',
      { cardTypes: ['debit'] },
      { cardTypes: [] },
      ['card_type_unknown'],
    ],
    ['a currency that the provider lacks', {}, { currencies: ['SEK'] }, ['currency_unpayable']],
    [
      'methods that pay in another currency only',
      { methods: ['Swish'] },
      { methods: ['Swish', 'Visa'], payable: ['Visa'] },
      ['currency_unpayable'],
    ],
    [
      'methods of which one pays in it',
      { methods: ['Swish', 'Visa'] },
      { methods: ['Swish', 'Visa'], payable: ['Visa'] },
      [],
    ],
  ])('%s', (_, payment, known, expected) => {
    expect(problems(payment, known)).toEqual(expected);
  });

  it.each([
    // 14 days to sign, and a day for taking the money: as the capture policy counts.
    ['pay_before_sign', 'reserve', 15, []],
    ['pay_before_sign', 'reserve', 14, ['reservation_short']],
    ['pay_before_sign', 'reserve', 0, ['no_reservation']],
    ['pay_before_sign', 'now', 0, []],
    ['submit_and_pay', 'reserve', 1, []],
    ['submit_and_pay', 'reserve', 0, ['no_reservation']],
  ] as const)(
    '%s that wants to %s where a reservation lives %i days',
    (id, capture, reservationDays, expected) => {
      const definition = definitionFor(id, 'x', { payment: { agreement: 'nets', capture } });
      const found = paymentProblems(definition, { reservationDays }, variants.get(id));
      expect(found.map(({ code }) => code)).toEqual(expected);
    },
  );

  it.each([
    [undefined, {}, []],
    [{ days: 14 }, { refund: true, partialRefund: false }, []],
    [{ days: 14 }, { refund: false, partialRefund: false }, ['no_refund']],
    [{ untilHandled: true, keptMinor: 1 }, { refund: true, partialRefund: true }, []],
    [{ untilHandled: true, keptMinor: 1 }, { refund: true, partialRefund: false }, ['no_partial_refund']],
    [{ untilHandled: true, keptMinor: 1 }, {}, []],
  ])('promises %j to those who withdraw, under %j', (withdrawal, known, expected) => {
    const definition = definitionFor('submit_and_pay', 'x', { withdrawal });
    const found = paymentProblems(definition, known, variants.get('submit_and_pay'));
    expect(found.map(({ code }) => code)).toEqual(expected);
  });
});
