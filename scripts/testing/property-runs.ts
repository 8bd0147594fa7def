/** More than this finds nothing that other seeds of the next night would not. */
const most = 20_000;

/**
 * For a property that costs more, or wants more, than the hundred runs that fast-check gives one: `usual` of them, and in
 * `npm run test:all` `times` as many. A number that is written in the test itself would win over what that command sets.
 */
export function runs(usual: number, times = 10): { numRuns: number } {
  return { numRuns: process.env.KVITT_LONG === '1' ? Math.max(usual, Math.min(usual * times, most)) : usual };
}
