/** One way of asking a server, again and again. */
export interface Target {
  name: string;
  /** One request, checked; `slot` is which of the requests under way at once it is, for state of its own. */
  once(slot: number): Promise<void>;
}

export interface Amount {
  concurrency: number;
  /** Ends after so long … */
  seconds?: number;
  /** … or after so many requests. */
  count?: number;
}

export interface Sample {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  requests: number;
}

/** Keeps a fixed number of requests under way, each slot asking again when it was answered. @throws what a request threw. */
export async function load({ once }: Target, { concurrency, seconds, count }: Amount): Promise<Sample> {
  const started = performance.now();
  const until = seconds === undefined ? Number.POSITIVE_INFINITY : started + seconds * 1000;
  const took: number[] = [];
  let left = count ?? Number.POSITIVE_INFINITY;
  const slot = async (index: number) => {
    while (left > 0 && performance.now() < until) {
      left -= 1;
      const at = performance.now();
      await once(index);
      took.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, index) => slot(index)));
  const tookSeconds = (performance.now() - started) / 1000;
  took.sort((a, b) => a - b);
  return {
    perSecond: took.length / tookSeconds,
    p50Ms: percentile(took, 0.5),
    p95Ms: percentile(took, 0.95),
    requests: took.length,
  };
}

function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 ? high : (low + high) / 2;
}
