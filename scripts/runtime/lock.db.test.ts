import '../testing/scratch-data.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bystander, goneProcess } from '../testing/bystander.ts';
import { scratchData } from '../testing/scratch-data.ts';
import { releaseLock, tryLock, withLock } from './lock.ts';
import { remember } from './processes.ts';

const file = join(scratchData, 'deep/lock');
const holder = () => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const heldBy = (content: unknown) => {
  tryLock(file);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
};

beforeEach(() => releaseLock(file));

describe('a lock', () => {
  it('is taken, says by whom, and is given back', () => {
    expect(tryLock(file)).toBeUndefined();
    expect(holder()).toEqual(remember(process.pid));
    releaseLock(file);
    expect(existsSync(file)).toBe(false);
  });

  it('is refused while its holder lives', async () => {
    const other = remember(await bystander());
    heldBy(other);
    expect(tryLock(file)).toEqual(other);
    expect(holder()).toEqual(other);
  });

  it('is taken over from who is gone, from a number that has gone to another process, and from what cannot be read', async () => {
    const reused = { ...remember(await bystander()), startedAt: '1' };
    for (const stale of [{ pid: await goneProcess(), startedAt: '1' }, reused, '{"pid":', '']) {
      heldBy(stale);
      expect(tryLock(file)).toBeUndefined();
      expect(holder()).toEqual(remember(process.pid));
    }
  });

  it('is waited for by who needs it, one after the other, also when the work fails', async () => {
    const order: string[] = [];
    const work = (name: string, fails = false) =>
      withLock(file, async () => {
        order.push(`${name} in`);
        await Promise.resolve();
        order.push(`${name} out`);
        if (fails) throw new Error('broken');
      });
    const [first] = await Promise.allSettled([work('a', true), work('b')]);
    expect(first.status).toBe('rejected');
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(existsSync(file)).toBe(false);
  });
});
