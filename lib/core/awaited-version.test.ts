import { describe, expect, it } from 'vitest';
import { awaitedCookie, awaitedCookieLine, awaitedVersion, valueToAskAgain } from './awaited-version.ts';

/** What a browser keeps of the line: the value alone. */
const kept = (value: number | string) => awaitedCookieLine(value, 'https:').split(';')[0] ?? '';
const valueIn = (line: string) => line.slice(awaitedCookie.length + 1);

describe('the cookie of a page that is left', () => {
  it('tells the next page the version, and nothing that lasts', () => {
    expect(awaitedVersion(valueIn(kept(7)))).toBe(7);
    expect(awaitedCookieLine(7, 'https:')).toBe('kvitt_saving=7;max-age=20;samesite=strict;secure');
    expect(awaitedCookieLine(7, 'http:')).toBe('kvitt_saving=7;max-age=20;samesite=strict');
  });

  it.each([undefined, '', '-1', '1e3', '7x', ' 7', '7..', '12345678901234567890', '__proto__'])(
    'says nothing by %j',
    (value) => expect(awaitedVersion(value)).toBeUndefined(),
  );

  it('has a page asked for again that came too early, once', () => {
    const again = valueToAskAgain(`other=1; ${kept(7)}; last=2`, 6);
    expect(again).toBe('7.');
    expect(awaitedVersion(again)).toBe(7);
    expect(valueToAskAgain(kept(again ?? ''), 6)).toBeUndefined();
  });

  it.each([
    ['', 6],
    [kept(7), 7],
    [kept(7), 8],
    ['kvitt_language=nb', 0],
  ])('leaves the page alone with %j at version %i', (cookies, version) =>
    expect(valueToAskAgain(cookies, version)).toBeUndefined(),
  );
});
