/** Makes the browser look again by itself, without any script. */
export function Refresh({ seconds }: { seconds: number }) {
  return <meta httpEquiv="refresh" content={String(seconds)} />;
}
