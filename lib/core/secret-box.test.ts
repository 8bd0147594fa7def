import { describe, expect, it } from 'vitest';
import { lookupHash, newSecretBox, sameSecret, sha256Hex } from './secret-box.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const box = newSecretBox(key(1));

describe('secret box (rule 19)', () => {
  it('opens what it sealed, for the same row only', () => {
    const sealed = box.seal('12858514140', 'person:1');
    expect(sealed).not.toContain('12858514140');
    expect(box.open(sealed, 'person:1')).toBe('12858514140');
    expect(() => box.open(sealed, 'person:2')).toThrow();
  });

  it('seals the same text differently each time', () => {
    expect(box.seal('a', 'c')).not.toBe(box.seal('a', 'c'));
  });

  it('refuses another key, an altered value and another form', () => {
    const sealed = box.seal('secret æøå', 'row');
    expect(() => newSecretBox(key(2)).open(sealed, 'row')).toThrow('another key');
    const [version, id, nonce, body = ''] = sealed.split('.');
    const flipped = Buffer.from(body, 'base64url');
    flipped.writeUInt8(flipped.readUInt8(0) ^ 1, 0);
    const altered = [version, id, nonce, flipped.toString('base64url')].join('.');
    expect(() => box.open(altered, 'row')).toThrow();
    for (const text of ['', 'v1', 'v2.a.b.c', `${version}.${id}.${nonce}.`])
      expect(() => box.open(text, 'row')).toThrow();
  });

  it('opens what a key from before has sealed, and seals with the key in use only', () => {
    const both = newSecretBox(key(2), [key(1)]);
    expect(both.open(box.seal('from before', 'row'), 'row')).toBe('from before');
    const anew = both.seal('anew', 'row');
    expect(anew.startsWith(both.prefix)).toBe(true);
    expect(newSecretBox(key(2)).open(anew, 'row')).toBe('anew');
    expect(() => box.open(anew, 'row')).toThrow('another key');
  });

  it('looks up by a keyed hash: the same value gives the same, another key another', () => {
    expect(lookupHash(key(1), '12858514140')).toBe(lookupHash(key(1), '12858514140'));
    expect(lookupHash(key(1), '12858514140')).not.toBe(lookupHash(key(2), '12858514140'));
    expect(lookupHash(key(1), '12858514140')).not.toBe(sha256Hex('12858514140'));
  });

  it('rule 1: compares secrets of any length', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    for (const given of ['', 'ab', 'abd', 'abcd']) expect(sameSecret(given, 'abc')).toBe(false);
  });
});
