import { type Amount, load, median, type Sample, type Target } from './load.ts';

/** Something of Kvitt's beside what it is compared with. */
export interface Comparison {
  /** Key in results.json. */
  id: string;
  title: string;
  measured: Target;
  floor: Target;
  /** Least ratio that is aimed at. */
  aim: number;
  /** What the ratio leaves out or takes in. */
  note?: string;
  /** Before each round of the measured one; not timed. */
  prepare?(): Promise<void>;
  /** Requests per round where each can be sent once only; by time otherwise. */
  count?: number;
}

export interface Figures {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
}

export interface Compared {
  id: string;
  title: string;
  measured: Figures;
  floor: Figures & { name: string };
  /** Median of the rounds' own ratios of requests per second, and the least and greatest of them. */
  ratio: { median: number; least: number; greatest: number };
  /** One request at a time: nothing waits for anything. */
  alone: { measuredP50Ms: number; floorP50Ms: number };
  aim: number;
  note?: string;
}

export interface Method {
  rounds: number;
  seconds: number;
  concurrency: number;
  /** Requests per round where each can be sent once only. */
  perRound: number;
}

/** Floor and measured by turns, after a warm-up of both, so that whatever else the machine does falls on both. */
export async function compare(comparison: Comparison, method: Method): Promise<Compared> {
  const { measured, floor, prepare, count } = comparison;
  const amount: Amount = { concurrency: method.concurrency, seconds: method.seconds };
  const ofMeasured: Amount = count ? { concurrency: method.concurrency, count } : amount;
  const run = async () => {
    await prepare?.();
    return load(measured, ofMeasured);
  };
  await load(floor, { ...amount, seconds: 1 });
  await run();
  const pairs: [Sample, Sample][] = [];
  for (let round = 0; round < method.rounds; round += 1) {
    // By turns in which goes first, too.
    if (round % 2 === 0) {
      const below = await load(floor, amount);
      pairs.push([await run(), below]);
    } else {
      const ours = await run();
      pairs.push([ours, await load(floor, amount)]);
    }
  }
  await prepare?.();
  const alone = { concurrency: 1, count: Math.min(30, count ?? 30) };
  const measuredAlone = await load(measured, alone);
  const floorAlone = await load(floor, alone);
  const ratios = pairs.map(([ours, below]) => ours.perSecond / below.perSecond);
  return {
    id: comparison.id,
    title: comparison.title,
    measured: middle(pairs.map(([ours]) => ours)),
    floor: { name: floor.name, ...middle(pairs.map(([, below]) => below)) },
    ratio: { median: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios) },
    alone: { measuredP50Ms: measuredAlone.p50Ms, floorP50Ms: floorAlone.p50Ms },
    aim: comparison.aim,
    ...(comparison.note && { note: comparison.note }),
  };
}

function middle(samples: readonly Sample[]): Figures {
  return {
    perSecond: median(samples.map(({ perSecond }) => perSecond)),
    p50Ms: median(samples.map(({ p50Ms }) => p50Ms)),
    p95Ms: median(samples.map(({ p95Ms }) => p95Ms)),
  };
}
