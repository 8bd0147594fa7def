import { describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { db, journeyStage } from '../testing/journey-stage.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import { startSubmission } from './start-submission.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();
const newToken = () => stage.world.app.ids.uuid();

async function press(slug: string, token?: string, actor: Actor = stage.kari): Promise<string> {
  return (await startSubmission(stage.world.app, actor, slug, 'nb', token)).submissionId;
}

const draftsOf = (slug: string) =>
  db(stage).submission.count({ where: { serviceVersion: { service: { slug } } } });

describe('the button that begins a case', () => {
  it('pressed twenty times at once it begins one draft, and gives that one again later', async () => {
    const slug = await stage.world.service('submit_and_pay');
    const token = newToken();
    const ids = await Promise.all(Array.from({ length: 20 }, () => press(slug, token)));
    expect(new Set(ids).size).toBe(1);
    expect([await press(slug, token)]).toEqual([ids[0]]);
    expect(await draftsOf(slug)).toBe(1);
    expect(await stage.journey.events(ids[0] ?? '')).toEqual(['submission.started']);
  });

  it('on another page, of another service, or by another person or party begins another', async () => {
    const [slug, other] = [
      await stage.world.service('submit_and_pay'),
      await stage.world.service('submit_and_pay'),
    ];
    const token = newToken();
    const ola = await stage.world.person('Ola Prøvestad');
    const asOla = { ...stage.kari, acting: ola.acting };
    const ids = [
      await press(slug, token),
      await press(slug, newToken()),
      await press(other, token),
      await press(slug, token, ola),
      await press(slug, token, asOla),
    ];
    expect(new Set(ids).size).toBe(5);
  });

  it('on a page that was come back to, when its case is no draft any more, begins one new draft', async () => {
    const slug = await stage.world.service('submit_and_pay');
    const token = newToken();
    const first = await press(slug, token);
    await withdrawSubmission(stage.world.app, stage.kari, first);
    const again = await Promise.all(Array.from({ length: 5 }, () => press(slug, token)));
    expect(new Set(again).size).toBe(1);
    expect(again[0]).not.toBe(first);
    await withdrawSubmission(stage.world.app, stage.kari, again[0] ?? '');
    expect([first, again[0]]).not.toContain(await press(slug, token));
    expect(await draftsOf(slug)).toBe(3);
  });

  it.each([undefined, '', 'x', '\0', 'a'.repeat(5000)])(
    'without a token, or a forged one (%j), begins a draft',
    async (token) => {
      const slug = await stage.world.service('submit_and_pay');
      expect(await press(slug, token)).not.toBe(await press(slug, token));
    },
  );
});
