import { expect, it } from 'vitest';
import { RegisterUnavailable } from './register.ts';

it('is known again when it was thrown by another copy of the class, and nothing else is', () => {
  const copy = class extends Error {
    override readonly name = 'RegisterUnavailable';
  };
  expect(new RegisterUnavailable('no answer')).toBeInstanceOf(RegisterUnavailable);
  expect(new copy('no answer') instanceof RegisterUnavailable).toBe(true);
  for (const other of [new Error('no answer'), 'RegisterUnavailable', undefined])
    expect(other instanceof RegisterUnavailable).toBe(false);
});
