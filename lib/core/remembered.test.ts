import { expect, test, vi } from 'vitest';
import { remembered, rememberedForBoth } from './remembered.ts';

test('computes once for an object, also when the result is nothing', () => {
  const compute = vi.fn((_: object) => undefined);
  const once = remembered(compute);
  const one = {};
  once(one);
  once(one);
  expect(compute).toHaveBeenCalledTimes(1);
  once({});
  expect(compute).toHaveBeenCalledTimes(2);
});

test('tells pairs apart by both, and equal objects are not the same', () => {
  const joined = rememberedForBoth((a: { of: string }, b: { of: string }) => ({ of: a.of + b.of }));
  const [a, b, twin] = [{ of: 'a' }, { of: 'b' }, { of: 'b' }];
  expect(joined(a, b)).toBe(joined(a, b));
  expect(joined(a, twin)).not.toBe(joined(a, b));
  expect(joined(b, a)).toEqual({ of: 'ba' });
});

test('what fails is tried again', () => {
  let fails = true;
  const once = remembered((_: object) => {
    if (fails) throw new Error('not now');
    return 'done';
  });
  const one = {};
  expect(() => once(one)).toThrow('not now');
  fails = false;
  expect(once(one)).toBe('done');
});
