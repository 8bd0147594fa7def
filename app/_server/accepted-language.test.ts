import { describe, expect, it } from 'vitest';
import { acceptedLanguage } from './accepted-language.ts';

describe('the language that a browser asks for', () => {
  it.each([
    ['nn-NO,nn;q=0.9,nb;q=0.8,en;q=0.5', 'nn'],
    ['en-GB', 'en'],
    ['no', 'nb'],
    ['NO-no', 'nb'],
    ['se,fi;q=0.9,en;q=0.4,nn;q=0.7', 'nn'],
    ['en;q=0, nb;q=0.1', 'nb'],
    ['en;q=much, nn;q=0.2', 'nn'],
    ['en ; q=0.3 , nn', 'nn'],
  ])('%s: %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  it.each([[null], [''], ['*'], ['de-DE,de;q=0.9'], ['en;q=0'], [',;=;q'], ['constructor,__proto__']])(
    '%s: none of the portal’s',
    (header) => {
      expect(acceptedLanguage(header)).toBeUndefined();
    },
  );
});
