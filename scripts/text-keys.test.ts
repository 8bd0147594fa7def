import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '@/lib/texts/messages.ts';
import { walk } from './runtime/hashes.ts';
import { root } from './runtime/paths.ts';

const rooms = ['app', 'components', 'lib', 'worker'];
const areas = Object.keys(messages.nb);
const sources = rooms
  .flatMap((room) => walk(root, room))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|lib\/texts\/|lib\/db\/generated\//.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

const flat = (language: keyof typeof messages): Map<string, string> =>
  new Map(
    Object.entries(messages[language]).flatMap(([area, texts]) =>
      Object.entries(texts).map(([key, text]): [string, string] => [`${area}.${key}`, text]),
    ),
  );

describe('the portal’s texts', () => {
  it.each(['nn', 'en'] as const)(
    '%s has the same keys as bokmål, and the same values in each',
    (language) => {
      const [nb, other] = [flat('nb'), flat(language)];
      expect([...other.keys()].sort()).toEqual([...nb.keys()].sort());
      for (const [key, text] of nb)
        expect(placeholders(other.get(key) ?? ''), key).toEqual(placeholders(text));
    },
  );

  it('no text is empty, and none has been left in another language’s words', () => {
    for (const language of ['nb', 'nn', 'en'] as const)
      for (const [key, text] of flat(language)) expect(text.trim(), `${language} ${key}`).not.toBe('');
    const foreign = [...flat('nn')].filter(([, text]) =>
      /\b(ikke|hvis|noe|jeg|fra hvem|hvordan)\b/i.test(text),
    );
    expect(foreign).toEqual([]);
  });

  it('every text is used', () => {
    expect([...flat('nb').keys()].filter((key) => !isUsed(key, sources))).toEqual([]);
  });

  it('finds a text that nobody uses', () => {
    expect(isUsed('form.nobodyUsesThis', sources)).toBe(false);
    expect(isUsed('form.next', sources)).toBe(true);
  });
});

/** Named as a whole, or put together in a template from words that stand in the code. */
function isUsed(key: string, code: string): boolean {
  if (code.includes(`'${key}'`)) return true;
  const whole = patterns.some((pattern) =>
    pattern
      .exec(key)
      ?.slice(1)
      .every((part) => isWritten(part, code)),
  );
  return (
    whole || endings.some((ending) => key.endsWith(ending) && isUsed(key.slice(0, -ending.length), code))
  );
}

/** `AllUnit`: a text or a property of that name, or one for each of its words. */
function isWritten(part: string, code: string): boolean {
  const words = [part, ...part.split(/(?=[A-Z])/)];
  const [whole, ...single] = words.map((word) => {
    const small = word.charAt(0).toLowerCase() + word.slice(1);
    return word === '' || new RegExp(`['"](${word}|${small})['"]|\\b(${word}|${small})\\??:`).test(code);
  });
  return whole === true || single.every(Boolean);
}

const patterns = [...sources.matchAll(/`([a-zA-Z]+)\.([^`\s]*\$\{[^`\s]*)`/g)]
  .filter(([, area]) => areas.includes(area ?? ''))
  .map(([, area, rest = '']) => {
    const fixed = rest.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${area}\\.${fixed.join('([A-Za-z0-9_]*)')}$`);
  });

const endings = [...sources.matchAll(/`\$\{[^}]*\}([A-Z][A-Za-z]*)`/g)].map(([, ending = '']) => ending);

/** Names of ICU values. What stands in a case of a selection is text again. */
function placeholders(text: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const { 0: found, 1: name } of text.matchAll(/\{\s*([A-Za-z0-9_]*)|\}/g)) {
    if (found === '}') depth -= 1;
    else if (++depth % 2 === 1) names.add(name ?? '');
  }
  return [...names].sort();
}
