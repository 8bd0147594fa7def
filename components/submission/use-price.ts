import { useEffect, useRef, useState } from 'react';
import type { PriceView } from './price-view.ts';

const quietMs = 400;
const retryMs = 15_000;

/** The price as answers change: asked for a moment after the last change, and only the last answer counts. */
export function usePrice(
  first: PriceView,
  calculate: (posted: Record<string, string[]>) => Promise<PriceView | undefined>,
  unknown: string,
): { price: PriceView; recalculate(posted: () => Record<string, string[]>): void } {
  const [price, setPrice] = useState(first);
  const run = useRef({ asked: 0, timer: 0 });
  useEffect(() => {
    const { current } = run;
    return () => window.clearTimeout(current.timer);
  }, []);
  const ask = (posted: () => Record<string, string[]>, delayMs: number) => {
    const { current } = run;
    window.clearTimeout(current.timer);
    current.timer = window.setTimeout(async () => {
      const mine = ++current.asked;
      const answer = await calculate(posted()).catch(() => undefined);
      if (mine !== current.asked) return;
      setPrice(answer ?? { kind: 'failed', message: unknown });
      if (!answer) ask(posted, retryMs);
    }, delayMs);
  };
  return { price, recalculate: (posted) => ask(posted, quietMs) };
}
