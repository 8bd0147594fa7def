import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

describe('nextPath', () => {
  it.each([
    ['/services/x?a=1#b', '/services/x?a=1#b'],
    ['/sign-instructions', '/sign-instructions'],
    ['/', '/'],
  ])('keeps %s', (given, kept) => {
    expect(nextPath(given)).toBe(kept);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/sign-in?next=/x',
    '/signed-out',
    '/api/auth/session',
    undefined,
    ['/x'],
  ])('goes to the front page instead of %s', (given) => {
    expect(nextPath(given)).toBe('/');
  });
});
