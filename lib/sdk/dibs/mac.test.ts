import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIXTURES_ABSENT, type MacVectors, readSpec } from './fixtures.test-helper.ts';
import { createMac, isMac, isMacKey, macMessage } from './mac.ts';
import { KEY, OTHER_KEY } from './wire.test-helper.ts';

const spec = readSpec<MacVectors>('vectors/dibs-dpw-mac.json');
if (!spec) console.info(FIXTURES_ABSENT);

describe.runIf(spec)('the MAC, by the reference vectors', () => {
  it.each(spec?.vectors ?? [])('$message', ({ message, mac, fields, official }) => {
    const given = Object.entries(
      fields ?? Object.fromEntries(message.split('&').map((pair) => pair.split('=') as [string, string])),
    );
    expect(macMessage(given)).toBe(message);
    expect(createMac(given, spec?.K ?? '')).toBe(mac);
    if (official) expect(spec?.K).toBe(KEY);
  });
});

describe('the MAC', () => {
  const fields: [string, string][] = [
    ['currency', 'EUR'],
    ['amount', '100'],
  ];
  const mac = 'a10df13e9702312e132d33063f186de4bfaedb6e9e19569de29e94c7e2043220';

  it('is the documentation’s, in any order of the fields, without the MAC itself', () => {
    expect(createMac(fields, KEY)).toBe(mac);
    expect(createMac([...fields].reverse(), KEY)).toBe(mac);
    expect(createMac([...fields, ['MAC', 'x'], ['mac', 'y']], KEY)).toBe(mac);
  });

  it('sorts by bytes, not by UTF-16 units: U+FF21 comes before U+1F600', () => {
    expect(
      macMessage([
        ['\u{1F600}', '1'],
        ['\uFF21', '2'],
        ['b', '3'],
        ['B', '4'],
      ]),
    ).toBe('B=4&b=3&\uFF21=2&\u{1F600}=1');
  });

  it('is accepted under any of several keys, and under no other', () => {
    expect(isMac(mac, fields, [OTHER_KEY, KEY])).toBe(true);
    expect(isMac(mac.toUpperCase(), fields, [KEY])).toBe(true);
    expect(isMac(mac, fields, [OTHER_KEY])).toBe(false);
    expect(isMac(mac, [...fields, ['fee', '1']], [KEY])).toBe(false);
    for (const wrong of ['', 'x', mac.slice(2), `${mac}00`, `${mac.slice(1)}g`])
      expect(isMac(wrong, fields, [KEY])).toBe(false);
  });

  it('changes with every change of a value', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        const other = isMac(createMac([['a', a]], KEY), [['a', b]], [KEY]);
        // UTF-8 has one character for every broken surrogate; nothing else may coincide.
        expect(other).toBe(Buffer.from(a).equals(Buffer.from(b)));
      }),
    );
  });

  it('takes keys in hex only, whole bytes, at least 16', () => {
    for (const key of [KEY, OTHER_KEY, OTHER_KEY.toUpperCase()]) expect(isMacKey(key)).toBe(true);
    for (const key of ['', 'abc', OTHER_KEY.slice(2), `${OTHER_KEY}0`, `${OTHER_KEY.slice(2)}xy`])
      expect(isMacKey(key)).toBe(false);
  });
});
