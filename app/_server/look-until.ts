import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again until what is seen will do, or the patience is at its end; gives what was seen last. For a page that
 * would else ask the browser to come back by itself, which a person can't stop (WCAG 2.2.1).
 */
export async function lookUntil<Seen>(
  look: () => Promise<Seen>,
  willDo: (seen: Seen) => boolean,
  { times, pauseMs }: { times: number; pauseMs: number },
): Promise<Seen> {
  let seen = await look();
  for (let looks = 1; looks < times && !willDo(seen); looks += 1) {
    await pause(pauseMs);
    seen = await look();
  }
  return seen;
}
