import { log } from '@/lib/core/log.ts';
import type { App } from '../app.ts';

/** A worker that has given no sign of life for so long does not work. */
export const silentAfterSeconds = 30;

export interface Readiness {
  status: 'ready' | 'degraded' | 'down';
  database: 'up' | 'down';
  /** `silent` when no worker has given a sign of life for half a minute: cases move, but nothing is delivered. */
  worker: 'alive' | 'silent' | 'unknown';
}

export async function readiness(app: App): Promise<Readiness> {
  try {
    const newest = await app.db.workerHeartbeat.findFirst({ orderBy: { beatAt: 'desc' } });
    const age = newest
      ? (app.clock.now().getTime() - newest.beatAt.getTime()) / 1000
      : Number.POSITIVE_INFINITY;
    const alive = age <= silentAfterSeconds;
    return { status: alive ? 'ready' : 'degraded', database: 'up', worker: alive ? 'alive' : 'silent' };
  } catch (error) {
    log.error({ err: error }, 'the database does not answer');
    return { status: 'down', database: 'down', worker: 'unknown' };
  }
}
