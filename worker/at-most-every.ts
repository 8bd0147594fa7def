import { addSeconds, type Clock } from '@/lib/core/clock.ts';

/** Says yes when so many seconds have gone since it last did. */
export function atMostEvery(clock: Clock, seconds: number): () => boolean {
  let last: Date | undefined;
  return () => {
    const now = clock.now();
    if (last && now < addSeconds(last, seconds)) return false;
    last = now;
    return true;
  };
}
