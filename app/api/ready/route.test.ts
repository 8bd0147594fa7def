import { expect, it, vi } from 'vitest';
import { type Readiness, readiness } from '@/lib/workflow/upkeep/readiness.ts';
import { GET } from './route.ts';

vi.mock('@/lib/workflow/app.ts', () => ({ app: () => ({}) }));
vi.mock('@/lib/workflow/upkeep/readiness.ts', () => ({ readiness: vi.fn() }));

it.each<[Readiness, number]>([
  [{ status: 'ready', database: 'up', worker: 'alive' }, 200],
  // The portal works without it: a balancer is to keep it.
  [{ status: 'degraded', database: 'up', worker: 'silent' }, 200],
  [{ status: 'down', database: 'down', worker: 'unknown' }, 503],
])('$status is said, and the status is of the database', async (state, status) => {
  vi.mocked(readiness).mockResolvedValue(state);
  const answer = await GET();
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual(state);
});
