import fc from 'fast-check';

/**
 * `npm run test:all` tries twenty times as many seeds of each property that says no number of its own; one that does says it
 * through `scripts/testing/property-runs.ts`. A failing seed is printed and replays from KVITT_SEED.
 */
const seed = Number(process.env.KVITT_SEED) || undefined;
fc.configureGlobal({ ...(process.env.KVITT_LONG === '1' && { numRuns: 2000 }), ...(seed && { seed }) });
