import { expect, it } from 'vitest';
import { lookUntil } from './look-until.ts';

function looksOf(...seen: string[]) {
  let looks = 0;
  return { look: async () => seen[looks++] ?? 'nothing', looks: () => looks };
}
const isOpen = (seen: string) => seen === 'open';

it('looks until it will do, and no longer', async () => {
  const { look, looks } = looksOf('opening', 'opening', 'open', 'open');
  expect(await lookUntil(look, isOpen, { times: 10, pauseMs: 0 })).toBe('open');
  expect(looks()).toBe(3);
});

it('gives what it saw last when the patience is at its end', async () => {
  const { look, looks } = looksOf('opening', 'opening', 'opening', 'open');
  expect(await lookUntil(look, isOpen, { times: 3, pauseMs: 0 })).toBe('opening');
  expect(looks()).toBe(3);
});
