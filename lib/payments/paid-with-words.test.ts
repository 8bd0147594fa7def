import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/core/language.ts';
import { translator } from '@/lib/texts/translate.ts';
import { type PaidWith, paidWithWords } from './paid-with-words.ts';
import { providers } from './providers/registry.ts';

const inAll = (paid?: PaidWith) => languages.map((language) => paidWithWords(paid, translator(language)));

describe('what was paid with, within a sentence', () => {
  it('a card by its brand and its last digits', () => {
    expect(inAll({ provider: 'nets', method: 'Visa', maskedCard: '492500******0004' })).toEqual([
      'Visa-kortet du betalte med (••••\u00a00004)',
      'Visa-kortet du betalte med (••••\u00a00004)',
      'the Visa card you paid with (••••\u00a00004)',
    ]);
    expect(inAll({ provider: 'dibs', method: 'MC', maskedCard: null })[0]).toBe(
      'Mastercard-kortet du betalte med',
    );
  });

  it('another way by its name, in the language of the reader', () => {
    expect(inAll({ provider: 'vipps', method: 'Vipps', maskedCard: null })).toEqual([
      'betalingsmåten du brukte (Vipps)',
      'betalingsmåten du brukte (Vipps)',
      'the payment method you used (Vipps)',
    ]);
    expect(inAll({ provider: 'payex', method: 'Invoice', maskedCard: null })[2]).toBe(
      'the payment method you used (Invoice)',
    );
  });

  it('a card of an unknown brand by its digits, and what nobody knows as what it is', () => {
    const unknownCards = [
      { provider: 'payex', method: 'Other', maskedCard: '489537******1424' },
      { provider: 'nets', method: 'NewCard2027', maskedCard: '489537******1424' },
      { provider: 'nets', method: null, maskedCard: '489537******1424' },
    ];
    for (const card of unknownCards)
      expect(inAll(card)).toEqual([
        'kortet du betalte med (••••\u00a01424)',
        'kortet du betalte med (••••\u00a01424)',
        'the card you paid with (••••\u00a01424)',
      ]);
    const unknown = ['betalingsmåten du brukte', 'betalingsmåten du brukte', 'the payment method you used'];
    expect(inAll()).toEqual(unknown);
    expect(inAll({ provider: 'nets', method: null, maskedCard: null })).toEqual(unknown);
    expect(inAll({ provider: 'nets', method: 'NEW_WAY', maskedCard: null })).toEqual(unknown);
    expect(inAll({ provider: 'gone', method: 'Visa', maskedCard: null })).toEqual(unknown);
  });

  it('is said of every method of every provider, with nothing left open', () => {
    for (const { id, methods } of providers.all())
      for (const { name } of methods)
        for (const words of inAll({ provider: id, method: name, maskedCard: null }))
          expect(words).toMatch(/^(?!.*[–{}]).*(betalt|brukte|paid|used)/);
  });
});
