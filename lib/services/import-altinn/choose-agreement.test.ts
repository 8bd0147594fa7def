import { describe, expect, it } from 'vitest';
import { type Language, languages } from '@/lib/core/language.ts';
import { translator } from '@/lib/texts/translate.ts';
import { agreementByHand, withAgreement } from './agreement-by-hand.ts';
import { agreementReport, chooseAgreement, type KnownAgreement } from './choose-agreement.ts';

const agreement = (name: string, provider = name, methods: string[] = []): KnownAgreement => ({
  name,
  displayName: `Avtale ${name}`,
  provider,
  methods,
});
const [nets, vipps, swish] = [
  agreement('nets'),
  agreement('vipps'),
  agreement('bare-swish', 'payex', ['Swish']),
];

describe('the agreement of an imported service', () => {
  it.each([
    ['the one that was asked for', [nets, vipps], { asked: 'vipps' }, 'vipps', 'asked'],
    ['also where the file names another', [nets, vipps], { asked: 'nets', byHand: 'vipps' }, 'nets', 'asked'],
    ['the one that the file names', [nets, vipps], { byHand: 'vipps' }, 'vipps', 'byHand'],
    ['the only one', [vipps], {}, 'vipps', 'only'],
    ['the only one that fits, not the first by name', [swish, vipps], {}, 'vipps', 'onlyFitting'],
    ['the first of those that fit', [swish, nets, vipps], {}, 'nets', 'firstFitting'],
  ])('is %s', (_, agreements, wish, name, because) => {
    const chosen = chooseAgreement(agreements, { currency: 'NOK', ...wish });
    expect(chosen).toMatchObject({ name, because, fits: true, displayName: `Avtale ${name}` });
    const others = agreements.map((each) => each.name).filter((each) => each !== name);
    expect(chosen).toMatchObject({ others });
  });

  it('goes by the provider’s currencies and those of the methods in the contract', () => {
    expect(chooseAgreement([nets, vipps], { currency: 'SEK' })).toMatchObject({
      name: 'nets',
      because: 'onlyFitting',
    });
    expect(chooseAgreement([swish, vipps], { currency: 'SEK' })).toMatchObject({ name: 'bare-swish' });
    expect(chooseAgreement([vipps], { currency: 'SEK' })).toMatchObject({ because: 'only', fits: false });
    expect(chooseAgreement([vipps, agreement('vipps2', 'vipps')], { currency: 'SEK' })).toMatchObject({
      name: 'vipps',
      because: 'noneFits',
      fits: false,
    });
  });

  it('is none where there is none, and refused where the owner has none of the name', () => {
    expect(chooseAgreement([], { currency: 'NOK' })).toBeUndefined();
    expect(chooseAgreement([nets, vipps], { currency: 'NOK', asked: 'dibs' })).toBe('unknown');
    expect(chooseAgreement([], { currency: 'NOK', asked: 'nets' })).toBe('unknown');
  });
});

function reported(
  agreements: readonly KnownAgreement[],
  wish: Parameters<typeof chooseAgreement>[1],
  language: Language,
): string {
  const chosen = chooseAgreement(agreements, wish);
  if (chosen === 'unknown') throw new Error('There is none of that name');
  return agreementReport(chosen, translator(language));
}

describe('what the report says of it', () => {
  it('which, why, and how to take another', () => {
    expect(reported([swish, nets, vipps], { currency: 'NOK' }, 'nb')).toBe(
      [
        '',
        'Betalingsavtale',
        '---------------',
        '«Avtale nets (nets)», den første av eierens avtaler som tar betalt i NOK.',
        'Vil du ha en annen: importer på nytt med --agreement (bare-swish, vipps), eller bytt under «Betaling» når du redigerer tjenesten.',
        '',
      ].join('\n'),
    );
  });

  it('that it will not do, where it will not', () => {
    const report = reported([vipps, nets], { currency: 'SEK', asked: 'vipps' }, 'nb');
    expect(report).toContain('ingenting i den som kan betales i SEK');
  });

  it('in every language', () => {
    const given: Parameters<typeof chooseAgreement>[] = [
      [[], { currency: 'NOK' }],
      [[vipps], { currency: 'NOK' }],
      [[vipps], { currency: 'SEK' }],
      [[vipps, agreement('v2', 'vipps')], { currency: 'SEK' }],
      [[nets], { currency: 'NOK', byHand: 'gone' }],
    ];
    for (const language of languages)
      for (const [agreements, wish] of given)
        expect(reported(agreements, wish, language)).not.toMatch(/altinnImport|undefined|[{}]/);
  });
});

describe('the agreement by hand', () => {
  it('stands in the file by hand, which a name on the command line goes before', () => {
    const patch = { payment: { agreement: 'nets', capture: 'reserve' }, texts: {} };
    expect(agreementByHand(patch)).toBe('nets');
    expect(withAgreement(patch, 'vipps')).toEqual({
      payment: { agreement: 'vipps', capture: 'reserve' },
      texts: {},
    });
    for (const other of [undefined, null, 7, [], {}, { payment: null }, { payment: { capture: 'now' } }]) {
      expect(agreementByHand(other)).toBeUndefined();
      expect(withAgreement(other, 'vipps')).toEqual(other);
    }
  });
});
