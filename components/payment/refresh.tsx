import { LookAgain } from './look-again.client.tsx';

/** Looks again by itself: quietly where scripts run (WCAG 2.2.1), by loading the page anew where they do not. */
export function Refresh({ seconds }: { seconds: number }) {
  return (
    <>
      <LookAgain seconds={seconds} />
      <noscript>
        <meta httpEquiv="refresh" content={String(seconds)} />
      </noscript>
    </>
  );
}
