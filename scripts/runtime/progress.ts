/** Seconds since `startedAt` (performance.now()), as shown to people. */
export function elapsed(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** Says what is being done once it takes more than a moment, shows that it still is, and how long it took. */
export async function step<T>(doing: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const first = setTimeout(() => console.log(`  ${doing} …`), 1_000);
  const ticker = setInterval(() => console.log(`  … ${doing}, ${elapsed(startedAt)}`), 15_000);
  try {
    const result = await work();
    console.log(`  ${doing}: done, ${elapsed(startedAt)}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(ticker);
  }
}
