import { describe, expect, it } from 'vitest';
import { allowedWays, isAllowedMethod, leavesSomething } from './allowed-methods.ts';
import { choicesOf, methodsFor } from './payment-method.ts';
import { providers } from './providers/registry.ts';

const payex = providers.get('payex');
const nets = providers.get('nets');

describe('what may be used is what agreement and service both allow', () => {
  it.each([
    ['all', [], undefined, []],
    ['the contract’s', ['Visa', 'Vipps'], undefined, ['Visa', 'Vipps']],
    ['the service’s', [], ['Visa'], ['Visa']],
    ['both’s', ['Visa', 'Vipps'], ['Visa', 'MasterCard'], ['Visa']],
    ['the contract’s, when it was narrowed past the service', ['Vipps'], ['Visa'], ['Vipps']],
    ['all, when nothing is left out', nets.methods.map(({ name }) => name), undefined, []],
    ['never more, by a name that is not known', [], ['Nothing'], ['Nothing']],
  ])('%s', (_, methods, service, expected) => {
    expect(allowedWays(nets, { methods }, { methods: service }).methods).toEqual(expected);
  });

  it('kinds of cards likewise, where the provider tells them apart', () => {
    expect(allowedWays(payex, {}, { cardTypes: ['debit'] }).cardTypes).toEqual(['debit']);
    expect(allowedWays(payex, { cardTypes: ['credit'] }, {}).cardTypes).toEqual(['credit']);
    expect(allowedWays(payex, {}, { cardTypes: ['debit', 'credit'] }).cardTypes).toEqual([]);
    expect(allowedWays(nets, {}, { cardTypes: ['debit'] }).cardTypes).toEqual([]);
  });

  it('a contract must leave a service something', () => {
    expect(leavesSomething({ methods: ['Vipps'] }, { methods: ['Visa'] })).toBe(false);
    expect(leavesSomething({ methods: ['Vipps'] }, {})).toBe(true);
    expect(leavesSomething({ cardTypes: ['credit'] }, { cardTypes: ['debit'] })).toBe(false);
    expect(leavesSomething({}, { methods: ['Visa'] })).toBe(true);
  });
});

describe('what was paid with', () => {
  const paid = {
    provider: 'payex',
    methods: ['Visa'],
    cardTypes: ['debit'],
    method: 'Visa',
    cardType: 'debit',
  };

  it.each([
    ['allowed', {}, true],
    ['another method', { method: 'Amex' }, false],
    ['what has no name', { method: 'Other' }, false],
    ['a name that the provider never gave us', { method: 'visa electron' }, true],
    ['not told', { method: null, cardType: null }, true],
    ['another kind of card', { cardType: 'credit' }, false],
    ['a kind of card that is neither', { cardType: 'other' }, false],
    [
      'any, where nothing is limited',
      { methods: [], cardTypes: [], method: 'Other', cardType: 'other' },
      true,
    ],
  ])('%s', (_, change, expected) => {
    expect(isAllowedMethod({ ...paid, ...change })).toBe(expected);
  });
});

describe('methods for a currency', () => {
  it('leave out what does not pay in it, and what nobody can choose', () => {
    const names = (currency: 'NOK' | 'SEK') => methodsFor(payex, [], currency).map(({ name }) => name);
    expect(names('NOK')).not.toContain('Swish');
    expect(names('SEK')).toContain('Swish');
    expect(names('SEK')).not.toContain('Other');
  });

  it('are chosen as cards together, the rest one by one', () => {
    const chosen = choicesOf(methodsFor(payex, ['Visa', 'Vipps', 'Amex'], 'NOK'));
    expect(chosen.map(({ id, methods }) => [id, methods.map(({ name }) => name)])).toEqual([
      ['cards', ['Visa', 'Amex']],
      ['Vipps', ['Vipps']],
    ]);
  });
});
