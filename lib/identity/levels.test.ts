import { describe, expect, it } from 'vitest';
import { isAtLeast, signInLevel } from './levels.ts';

describe('signInLevel', () => {
  it.each([
    ['idporten-loa-high', 'idporten-loa-high'],
    ['idporten-loa-substantial', 'idporten-loa-substantial'],
  ])('asks for %s', (asked, level) => {
    expect(signInLevel(asked)).toBe(level);
  });

  it.each(['idporten-loa-low', '', 'Level4', undefined, null, ['idporten-loa-high'], '\u0000'])(
    'never goes below the portal’s own level for %j',
    (asked) => {
      expect(signInLevel(asked)).toBe('idporten-loa-substantial');
    },
  );

  it('a level that nobody knows is never enough', () => {
    expect(isAtLeast('idporten-loa-unknown', 'idporten-loa-low')).toBe(false);
    expect(isAtLeast('idporten-loa-high', 'idporten-loa-unknown')).toBe(false);
  });
});
