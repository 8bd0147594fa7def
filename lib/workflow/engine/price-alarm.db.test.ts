import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { log, loggedError } from '@/lib/core/log.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { definitionFor } from '../testing/definition-for.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const marker = '7654321';

it('neither alarm nor log holds what was answered', async () => {
  const lines: unknown[] = [];
  for (const level of ['error', 'warn'] as const)
    vi.spyOn(log, level).mockImplementation((...args: unknown[]) => void lines.push(args));
  const { pricing } = definitionFor('submit_and_pay', 'x');
  const [rule] = pricing.rules;
  const tiers = { type: 'tiers', quantity: 'count', mode: 'whole', tiers: [{ upTo: '5', amountMinor: 1 }] };
  const slug = await world.service('submit_and_pay', {
    pricing: {
      ...pricing,
      rules: [{ id: 'fee', text: rule?.text ?? '', vat: rule?.vat ?? 'outside', ...tiers }],
    },
  });
  const kari = await world.person();
  const { submissionId } = await startSubmission(world.app, kari, slug, 'nb');
  await saveAnswers(world.app, kari, submissionId, 'one', { count: [marker] }, 0);
  expect(await confirmSubmission(world.app, kari, submissionId, undefined)).toEqual({ kind: 'price_failed' });
  const alarm = await world.app.db.alarm.findFirstOrThrow({ where: { submissionId } });
  expect(alarm.detail).toBe(
    'Price rule "fee" cannot compute: cannot_compute, The quantity at count is beyond the last tier, 5',
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(JSON.stringify([lines, alarm])).not.toContain(marker);
});

it('an error of the database is logged with nothing of what was to be written', async () => {
  const data = { answers: { navn: marker }, unknown: marker } as object;
  const failed = await world.app.db.submission
    .updateMany({ where: { id: world.app.ids.uuid() }, data })
    .catch((error: Error) => error);
  expect(String(failed)).toContain(marker);
  const logged = loggedError(failed);
  expect(logged.message).toMatch(/updateMany.*Unknown argument/);
  expect(logged.stack).toContain('at ');
  expect(JSON.stringify(logged)).not.toContain(marker);
});
