import { parseArgs } from 'node:util';
import { createDatabaseOn, startTestServer } from '@/scripts/test-server.ts';
import { openSimulator } from './simulate.ts';
import type { Totals } from './totals.ts';

/*
 * npm run simulate -- --journeys N --seed S: plays as many journeys as you like. With --path too, the one plan that a failure
 * has named. Exit code 1 when a rule is broken.
 */
const { values } = parseArgs({
  options: {
    journeys: { type: 'string', default: '300' },
    seed: { type: 'string' },
    path: { type: 'string' },
    /** How long a plan that failed is made smaller. */
    'shrink-seconds': { type: 'string', default: '300' },
  },
});
const journeys = Number(values.journeys);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isSafeInteger(journeys) || journeys < 1 || !Number.isSafeInteger(seed)) {
  console.error('npm run simulate -- [--journeys N] [--seed S] [--path P] [--shrink-seconds N]');
  process.exit(2);
}

const server = await startTestServer();
const simulator = await openSimulator(() => createDatabaseOn(server.url));
const close = async () => {
  await simulator.close();
  await server.stop();
};
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => void close().finally(() => process.exit(130)));
const startedAt = performance.now();
let saidAt = 0;
console.log(`${values.path ? 'one plan' : `${journeys} journeys`}, seed ${seed}`);
const { totals, failure } = await simulator.run({
  journeys,
  seed,
  path: values.path,
  shrinkMs: Number(values['shrink-seconds']) * 1000,
  onProgress: (so) => {
    if (performance.now() - saidAt < 10_000) return;
    saidAt = performance.now();
    console.log(progress(so));
  },
});
await close();
console.log(progress(totals));
console.log(summary(totals));
if (failure) console.error(`\n${failure.report}`);
console.log(failure ? 'broken' : `${totals.journeys} journeys, no rule broken (seed ${seed})`);
process.exit(failure ? 1 : 0);

function progress({ journeys: played, payments, webhooks, stops }: Totals): string {
  const seconds = (performance.now() - startedAt) / 1000;
  const each = played > 0 ? `, ${Math.round((seconds * 1000) / played)} ms each` : '';
  return `${played} journeys played in ${Math.round(seconds)} s${each}: ${payments} payments, ${webhooks} messages, ${stops} processes stopped`;
}

function summary({ outcomes, providers, faults, alarms }: Totals): string {
  return Object.entries({ outcomes, providers, alarms, faults })
    .map(([name, counts]) => {
      const sorted = Object.entries(counts).sort(([one], [other]) => one.localeCompare(other));
      return `${name}: ${sorted.map(([what, times]) => `${what} ${times}`).join(', ')}`;
    })
    .join('\n');
}
