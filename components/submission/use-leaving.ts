import { useEffect, useRef } from 'react';
import { awaitedCookieLine, valueToAskAgain } from '@/lib/core/awaited-version.ts';

/**
 * What happens when the page is left, however that is: what is not saved goes then, and the page that comes waits for it, since
 * the server reads for that one at the same time.
 * @param leave saves; `isGone` when nothing of this page runs any longer, else it may be asked once more.
 * @param answersVersion of the answers that this page was shown with.
 */
export function useLeaving(leave: (isGone: boolean) => void, answersVersion: number): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    // Safari on iOS tells of leaving when the next page has been read already: that one is asked for again.
    const again = valueToAskAgain(document.cookie, answersVersion);
    if (again) {
      awaitVersion(again);
      window.location.reload();
    }
    const leaving = ({ type }: Event) => latest.current(type === 'pagehide');
    // Brought back by the browser as it was left: what is saved may be newer.
    const refresh = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('pagehide', leaving);
    window.addEventListener('pageshow', refresh);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('pagehide', leaving);
      window.removeEventListener('pageshow', refresh);
    };
  }, [answersVersion]);
}

/** The next page of this case shows no older answers than these, for as long as it is worth waiting. */
export function awaitVersion(version: number | string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the page is being left, and a cookie store answers later.
  document.cookie = awaitedCookieLine(version, window.location.protocol);
}
