'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Seconds before each of the first looks: what is under way is usually done soon. */
const firstGaps = [1, 2, 3];

/** Asks the server now and then, and changes only what has changed: focus, scrolling and what is being read stay. */
export function LookAgain({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    let timer: number;
    const plan = (looks: number) => {
      const gap = Math.min(firstGaps[looks] ?? seconds, seconds);
      timer = window.setTimeout(() => {
        if (document.visibilityState === 'visible') router.refresh();
        plan(looks + 1);
      }, gap * 1000);
    };
    plan(0);
    return () => window.clearTimeout(timer);
  }, [router, seconds]);
  return null;
}
