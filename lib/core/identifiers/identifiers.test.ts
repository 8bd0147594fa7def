import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  isFodselsnummer,
  isSyntheticFodselsnummer,
  maskFodselsnummer,
  normalizeFodselsnummer,
} from './fodselsnummer.ts';
import { isKid, kidControl } from './kid.ts';
import { isKontonummer, normalizeKontonummer } from './kontonummer.ts';
import { isOrganisasjonsnummer } from './organisasjonsnummer.ts';

interface Vectors {
  fnr: { [group: string]: { nr: string }[] };
  orgnr: { gyldig: string[]; ugyldig: string[] };
  kontonummer: { gyldig: string[]; ugyldig: string[] };
  kid: { mod10_gyldig: string[]; mod11_gyldig: string[]; ugyldig_begge: string[]; mod11_bindestrek: string };
}

const vectors = read<Vectors>('../shared/reference/norway/examples/identifikatorer/testvektorer.json');
const kidVectors = read<{ vectors: { payload: string; mod10: string; mod11: string }[] }>(
  '../shared/reference/providers/specs/vectors/kid.json',
);

describe.skipIf(!vectors)('published identifier vectors', () => {
  it('judges fødselsnummer by both rules', () => {
    const { fnr } = vectors as Vectors;
    for (const group of ['gyldig_1964_og_2032', 'kun_gyldig_2032', 'gyldig_i_begge_hypotetisk']) {
      for (const { nr } of fnr[group] ?? []) expect(isFodselsnummer(nr), nr).toBe(true);
    }
    for (const { nr } of fnr.ugyldig ?? []) expect(isFodselsnummer(nr), nr).toBe(false);
  });

  it.each(['orgnr', 'kontonummer'] as const)('judges %s', (kind) => {
    const judge = { orgnr: isOrganisasjonsnummer, kontonummer: isKontonummer }[kind];
    const { gyldig, ugyldig } = (vectors as Vectors)[kind];
    for (const value of gyldig) expect(judge(value), value).toBe(true);
    for (const value of ugyldig) expect(judge(value), value).toBe(false);
  });

  it('judges KID by either algorithm', () => {
    const { kid } = vectors as Vectors;
    for (const value of kid.mod10_gyldig) expect(isKid(value, 'MOD10'), value).toBe(true);
    for (const value of [...kid.mod11_gyldig, kid.mod11_bindestrek])
      expect(isKid(value, 'MOD11'), value).toBe(true);
    for (const value of kid.ugyldig_begge) expect(isKid(value), value).toBe(false);
  });
});

describe.skipIf(!kidVectors)('published KID control digits', () => {
  it('computes both', () => {
    for (const { payload, mod10, mod11 } of kidVectors?.vectors ?? []) {
      expect([kidControl(payload, 'MOD10'), kidControl(payload, 'MOD11')], payload).toEqual([mod10, mod11]);
    }
  });
});

describe('identifiers', () => {
  it('knows synthetic people and masks them', () => {
    expect(isSyntheticFodselsnummer('10915596784')).toBe(true);
    expect(maskFodselsnummer('10915596784')).toBe('109155 *****');
    expect(normalizeFodselsnummer('109155 96784')).toBe('10915596784');
  });

  it('reads what people write', () => {
    expect(normalizeKontonummer('6345.06.24804')).toBe('63450624804');
    expect(isKontonummer(normalizeKontonummer('6345 06 24804'))).toBe(true);
    expect(isOrganisasjonsnummer('123456785')).toBe(true);
  });
});

function read<T>(path: string): T | undefined {
  if (!existsSync(path)) {
    console.info(`skipped: ${path} is not here`);
    return undefined;
  }
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
