import { addSeconds, type Clock } from '@/lib/core/clock.ts';
import { log } from '@/lib/core/log.ts';
import type { GoOn } from '@/lib/workflow/upkeep/work-off.ts';

/** Nothing that a step does takes this long, however slow its provider is: one that has come no further is stuck. */
const stuckAfterSeconds = 600;

/** One thing that the timer sees to, by itself: neither its failure nor its slowness is any other's. */
export interface Step {
  name: string;
  /** @param goOn is asked between two things that it does: it has come further, and may have to end. */
  run(goOn: GoOn): Promise<unknown>;
}

export interface Timer {
  /** Begins every step that is not under way from before. */
  tick(): void;
  /** Steps under way that have come no further for so long that they never will. */
  stuck(): string[];
  /** Begins nothing more, and waits until what is under way has come to a place where it can end. */
  stop(): Promise<void>;
}

/**
 * Runs steps side by side: one that is slow is not joined by itself, and holds none of the others.
 * @param lanes more steps, as there is something to do in them.
 */
export function newTimer(clock: Clock, steps: readonly Step[], lanes: () => Promise<Step[]>): Timer {
  const underWay = new Map<string, { movedAt: Date; over: Promise<void> }>();
  let stopping = false;

  const begin = ({ name, run }: Step) => {
    if (stopping || underWay.has(name)) return;
    const goOn = () => {
      const step = underWay.get(name);
      if (step) step.movedAt = clock.now();
      return !stopping;
    };
    const over = settled(name, () => run(goOn)).finally(() => underWay.delete(name));
    underWay.set(name, { movedAt: clock.now(), over });
  };
  const all: readonly Step[] = [
    ...steps,
    { name: 'lanes', run: async () => void (await lanes()).forEach(begin) },
  ];

  return {
    tick: () => all.forEach(begin),
    stuck() {
      const since = addSeconds(clock.now(), -stuckAfterSeconds);
      return [...underWay].filter(([, { movedAt }]) => movedAt <= since).map(([name]) => name);
    },
    async stop() {
      stopping = true;
      await Promise.all([...underWay.values()].map(({ over }) => over));
    },
  };
}

async function settled(step: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error({ err: error, step }, 'a step of the timer failed');
  }
}
