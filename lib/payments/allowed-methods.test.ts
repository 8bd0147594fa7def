import { describe, expect, it } from 'vitest';
import { allowedWays, isAllowedMethod, leavesSomething } from './allowed-methods.ts';
import { choicesOf, methodNamed, methodsFor, namedMethods, otherMethods } from './payment-method.ts';
import { providers } from './providers/registry.ts';

const payex = providers.get('payex');
const nets = providers.get('nets');
const named = (provider: typeof nets) => namedMethods(provider).map(({ name }) => name);

describe('what may be used is what agreement and service both allow', () => {
  it.each([
    ['all', [], undefined, []],
    ['the contract’s', ['Visa', 'Vipps'], undefined, ['Visa', 'Vipps']],
    ['the service’s', [], ['Visa'], ['Visa']],
    ['both’s', ['Visa', 'Vipps'], ['Visa', 'MasterCard'], ['Visa']],
    ['the contract’s, when it was narrowed past the service', ['Vipps'], ['Visa'], ['Vipps']],
    ['the contract’s, also when it names all that we know', named(nets), undefined, named(nets)],
    ['the service’s, likewise', [], named(nets), named(nets)],
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
    methods: ['Visa'],
    cardTypes: ['debit'],
    method: 'Visa',
    cardType: 'debit',
  };

  it.each([
    ['allowed', {}, true],
    ['another method', { method: 'Amex' }, false],
    ['what has no name', { method: 'Other' }, false],
    ['a name that the provider never gave us', { method: 'visa electron' }, false],
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

describe('what a provider calls a method', () => {
  it.each(providers.all().map((provider) => [provider.id, provider] as const))(
    '%s: whatever has no name has one of ours, or there is nothing else to pay with',
    (_, { methods }) => {
      expect(methods.length === 1 || methods.filter(({ isRest }) => isRest).length === 1).toBe(true);
    },
  );

  it('is told by its letters alone', () => {
    const told = (name: string | undefined) => methodNamed(nets.methods, name, { amex: 'AmericanExpress' });
    expect(['VISA', 'master-card', 'American Express', 'amex'].map(told)).toEqual([
      'Visa',
      'MasterCard',
      'AmericanExpress',
      'AmericanExpress',
    ]);
    expect(['Ratepay', 'Other', 'Visa Electron'].map(told)).toEqual(Array(3).fill(otherMethods.name));
    expect([undefined, ''].map(told)).toEqual([undefined, undefined]);
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
