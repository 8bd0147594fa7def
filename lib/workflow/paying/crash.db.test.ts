import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Mail } from '@/lib/messages/mail-sender.ts';
import { bundleCrashChild } from '../testing/crash/bundle-child.ts';
import { ends, type Judged, judge } from '../testing/crash/effects.ts';
import { killedAt } from '../testing/crash/killed-at.ts';
import { type Crash, crashes, pointCount } from '../testing/crash/matrix.ts';
import { askAgain, type CrashStage, openCrashStage, restart } from '../testing/crash/stage.ts';

/*
 * The crash matrix (docs/testing.md): a process is killed with SIGKILL at every named point around commits and calls to others,
 * everything is started again, and what has happened is held against the provider's own books: nothing lost, nothing twice.
 * Every point at one provider, by turns; KVITT_LONG=1 tries each at all of them.
 */
vi.setConfig({ testTimeout: 120_000 });

const long = process.env.KVITT_LONG === '1';

let stage: CrashStage;
let child: Awaited<ReturnType<typeof bundleCrashChild>>;
const folder = mkdtempSync(join(tmpdir(), 'kvitt-crash-'));
const mailFile = join(folder, 'mails.jsonl');
const table: Record<string, string>[] = [];

beforeAll(async () => {
  [stage, child] = await Promise.all([openCrashStage(), bundleCrashChild()]);
});
afterAll(async () => {
  await stage?.close();
  child?.remove();
  rmSync(folder, { recursive: true, force: true });
  if (table.length > 0) console.table(table);
});

/** Where each is tried: everywhere, or at one of its providers by turns. */
const tried = crashes.flatMap((crash, index) => {
  const { providers } = crash;
  const some = long ? providers : providers.slice(index % providers.length).slice(0, 1);
  return some.map((provider) => ({ ...crash, provider }));
});

it('there are points enough', () => {
  expect(pointCount).toBeGreaterThanOrEqual(25);
});

describe.each(tried)('$scene, killed at $point, by $provider', ({ provider, ...crash }) => {
  it('nothing is lost and nothing is doubled', async () => {
    const found = await play(crash, provider);
    table.push({
      scene: crash.scene,
      point: crash.point,
      provider,
      ended: found.status,
      lost: found.lost.join(' ') || '0',
      doubled: found.doubled.join(' ') || '0',
      'for a person': found.waits.join(' '),
    });
    expect(found).toMatchObject({ lost: [], doubled: [], broken: [] });
    const { fetch, blindTo } = stage.sandboxOf(provider).can;
    const clearsUp = fetch && !blindTo;
    if (clearsUp || found.waits.length === 0) expect(found.status).toBe(ends[found.end].status);
    if (clearsUp) expect(found.waits).toEqual([]);
  });
});

async function play(
  { point, arrange }: Crash,
  provider: string,
): Promise<Judged & { end: keyof typeof ends }> {
  const { world, sandboxOf } = stage;
  const { variant, submissionId, deed, afterwards, end } = await arrange(stage, provider);
  await killedAt(point, child.entry, world, { deed, now: world.clock.now().toISOString(), mailFile });
  await restart(stage);
  await afterwards?.();
  await askAgain(stage, submissionId);
  await restart(stage);
  takeInMails();
  const planned = { variant, provider, capture: 'now', erases: false, isDraft: false } as const;
  return { ...(await judge(world, { id: submissionId, planned, sandbox: sandboxOf(provider) }, end)), end };
}

/** What the dead have sent counts like what the living send. */
function takeInMails(): void {
  if (!existsSync(mailFile)) return;
  const lines = readFileSync(mailFile, 'utf8').trim().split('\n').filter(Boolean);
  stage.world.mails.push(...lines.map((line) => JSON.parse(line) as Mail));
  rmSync(mailFile);
}
