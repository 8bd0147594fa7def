import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/core/language.ts';
import { walk } from './runtime/hashes.ts';
import { root } from './runtime/paths.ts';

const literal = `'(?:${languages.join('|')})(?:-[A-Z]{2})?'`;
const compared = new RegExp(`[!=]== ${literal}|${literal} [!=]==|case ${literal}:`);
/** `nb: 'nb-NO'`: a list of tags beside the one in lib/core/writing.ts. */
const tagged = /\b(?:nb|nn|en): '(?:nb|nn|en)-[A-Z]{2}'/;
const asksWhich = (code: string): boolean => compared.test(code) || tagged.test(code);

describe('a language more', () => {
  it('is asked for by no name: how it is written stands in lib/core/writing.ts', () => {
    const asking = ['app', 'components', 'lib', 'worker']
      .flatMap((room) => walk(root, room))
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|lib\/db\/generated\/|lib\/sdk\//.test(path))
      .filter((path) => asksWhich(readFileSync(join(root, path), 'utf8')));
    expect(asking.filter((path) => !path.startsWith(ownTags))).toEqual([]);
  });

  it('would be found out', () => {
    expect(asksWhich("language === 'en' ? ',' : ' '")).toBe(true);
    expect(asksWhich("{ nb: 'nb-NO', nn: 'nn-NO' }")).toBe(true);
    expect(asksWhich("translator('nb')")).toBe(false);
  });
});

/** A provider's wire format has tags of its own. */
const ownTags = 'lib/payments/providers/';
