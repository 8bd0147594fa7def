import { log } from '@/lib/core/log.ts';
import type { App } from '@/lib/workflow/app.ts';
import { atMostEvery } from './at-most-every.ts';
import type { Timer } from './timer.ts';

const tellEverySeconds = 60;

/** A worker's sign of life. */
export interface Heartbeat {
  /**
   * Tells `/api/ready` that somebody works: also while a provider hangs, but not while a step of the timer is stuck, for then
   * something is left undone that nobody else might do. Never throws.
   */
  beat(): Promise<void>;
  /** Takes the worker off the list. */
  end(): Promise<void>;
}

export function newHeartbeat(app: App, workerId: string, timer: Pick<Timer, 'stuck'>): Heartbeat {
  const tells = atMostEvery(app.clock, tellEverySeconds);
  const once = async () => {
    const stuck = timer.stuck();
    if (stuck.length === 0) await sign(app, workerId);
    else if (tells())
      log.error({ workerId, steps: stuck }, 'the timer is stuck: this worker is to be restarted');
  };
  let beating: Promise<void> | undefined;
  return {
    beat: () => {
      beating ??= once()
        .catch((error: unknown) => log.error({ err: error }, 'no sign of life could be given'))
        .finally(() => {
          beating = undefined;
        });
      return beating;
    },
    async end() {
      await beating;
      await app.db.workerHeartbeat.deleteMany({ where: { workerId } });
    },
  };
}

/** Rows of workers long gone are swept. */
async function sign(app: App, workerId: string): Promise<void> {
  const now = app.clock.now();
  await app.db.workerHeartbeat.upsert({
    where: { workerId },
    create: { workerId, startedAt: now, beatAt: now },
    update: { beatAt: now },
  });
  await app.db.workerHeartbeat.deleteMany({ where: { beatAt: { lt: new Date(now.getTime() - 3_600_000) } } });
}
