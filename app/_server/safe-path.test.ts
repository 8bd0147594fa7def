import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

describe('safePath', () => {
  it.each(['/', '/inbox', '/services/x?a=1&b=%C3%A6#top', '/submissions/1/check?from=/pay'])(
    'keeps %s',
    (path) => {
      expect(safePath(path)).toBe(path);
    },
  );

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/a/..//elsewhere.example',
    'inbox',
    '',
    undefined,
    ['/inbox'],
    `/${'a'.repeat(3000)}`,
    'javascript:alert(1)',
  ])('answers the fallback for %j', (value) => {
    expect(safePath(value, '/home')).toBe('/home');
  });
});
