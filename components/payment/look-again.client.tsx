'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks the server now and then, and changes only what has changed: focus, scrolling and what is being read stay. */
export function LookAgain({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
