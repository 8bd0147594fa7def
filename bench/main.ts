import { parseArgs } from 'node:util';
import { measureDuplicates } from './cases/duplicates.ts';
import { formCases } from './cases/form.ts';
import { messageBoxCases } from './cases/message-box.ts';
import { paymentCases } from './cases/payment.ts';
import { measureProviders } from './cases/providers.ts';
import { measureReconciliation } from './cases/reconciliation.ts';
import { stopAll } from './child.ts';
import { connect, countSql, type SqlShape } from './database.ts';
import { untilDelivered } from './delivered.ts';
import { startFloors } from './floors/floors.ts';
import { hangUp } from './http.ts';
import { runJourneys } from './journeys.ts';
import { startColdThenWarm } from './kvitt.ts';
import { measurePages } from './page-bytes.ts';
import { portalUrl, quickResultsFile, resultsFile } from './paths.ts';
import { findProcesses, memoryMb, type Processes } from './processes.ts';
import { loadNow, machineNow, printReport, type Results, writeResults } from './report.ts';
import { type Compared, type Comparison, compare, type Method } from './rounds.ts';
import type { Setting } from './setting.ts';
import { Visitor } from './visitor.ts';

const { values: options } = parseArgs({
  options: {
    /** A million messages, the settlement of 100,000 payments, and 1,000 payments that are each told of 50 times at once, too. */
    large: { type: 'boolean', default: false },
    /** Fewer and shorter rounds: to see that it works, not to quote. */
    quick: { type: 'boolean', default: false },
    /** Takes the build that is there, and measures no start with building. */
    'keep-build': { type: 'boolean', default: false },
    /** Only comparisons whose id begins so, and neither journeys, bytes nor the file. */
    only: { type: 'string' },
  },
});

const says = [
  'Every figure is of this one machine, which also runs the measuring client, the sandbox and the floors: compare ratios, not requests per second.',
  'Floor and measured run by turns at the same concurrency over kept connections, after a warm-up; figures are medians of the rounds, the ratio is the median of the rounds’ own ratios.',
  '«alone» is one request at a time; under load p50 and p95 are mostly waiting in line.',
  'Round trips were counted in PostgreSQL’s log (log_statement = all), on the portal’s connections only; the floor makes as many reads, writes and transactions with raw pg.',
  'Payments and messages of a provider: each of its answers comes 20 ms late, and messages are sent by the measuring client. «cores» is processor time per second of each process; the two cores of the machine carry them all, and the measuring client.',
  'Journeys count from the first request until every receipt lies in its message box; the sandbox’s share of the processor is part of what is at hand.',
];

// A terminal tells the whole group and scripts/bench.mjs tells again: the second word must not end us before our children.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.on(signal, () => void stopAll().then(() => process.exit(code)));
try {
  await run();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  hangUp();
  await stopAll();
}

async function run(): Promise<void> {
  const loadBefore = loadNow();
  const method: Method = options.quick
    ? { rounds: 2, seconds: 1, concurrency: 8, perRound: 24 }
    : { rounds: 5, seconds: 3, concurrency: 8, perRound: 80 };
  say('starting Kvitt');
  const { kvitt, times } = await startColdThenWarm(
    options['keep-build'],
    options.quick || options.only ? 0 : 3,
  );
  const processes = findProcesses(kvitt.pid);
  const idle = memoryMb(processes);
  const client = await connect();
  const visitor = new Visitor(portalUrl);
  await visitor.signIn('kari-testesen');
  const sql: Record<string, SqlShape> = {};
  const setting: Setting = {
    visitor,
    client,
    concurrency: method.concurrency,
    perRound: method.perRound,
    countSql: async (id, work) => (sql[id] = await countSql(client, work)),
  };
  const comparisons: Compared[] = [];
  const wanted = (id: string) => !options.only || id.startsWith(options.only);
  const groups: [ids: string[], prepare: () => Promise<Comparison[]>][] = [
    [['form-page', 'save-step', 'price-action'], () => formCases(setting)],
    [['start-payment', 'webhook'], () => paymentCases(setting)],
    [['message-box'], () => messageBoxCases(setting, options.large)],
  ];
  if (groups.some(([ids]) => ids.some(wanted))) {
    say('building and starting the floors');
    await startFloors();
  }
  for (const [ids, prepare] of groups) {
    if (!ids.some(wanted)) continue;
    // What the group before set going is neither measured with this one, nor put into its message boxes.
    await untilDelivered(client);
    for (const comparison of (await prepare()).filter(({ id }) => wanted(id))) {
      say(comparison.title);
      comparisons.push(await compare(comparison, method));
    }
  }
  const money = await measureMoney(setting, processes, wanted);
  const journeys: Results['journeys'] = { aimPerSecond: 12 };
  const bytes = [];
  if (!options.only) {
    const seconds = options.quick ? 5 : 30;
    say('whole journeys, pages opened');
    journeys.pagesToo = await runJourneys(client, processes, {
      look: true,
      seconds,
      concurrency: method.concurrency,
    });
    say('whole journeys, posts only');
    journeys.postsOnly = await runJourneys(client, processes, {
      look: false,
      seconds,
      concurrency: method.concurrency,
    });
    bytes.push(...(await measurePages(visitor)));
  }
  await client.end();
  const results: Results = {
    at: new Date().toISOString(),
    machine: { ...machineNow(), loadBefore, loadAfter: loadNow() },
    method: { ...method, says },
    comparisons,
    sql,
    journeys,
    ...money,
    bytes,
    memoryMb: { idle, afterJourneys: memoryMb(processes) },
    ...(times.warmS.length > 0 && { start: { ...times, aimWarmS: 5 } }),
  };
  printReport(results);
  if (!options.only) writeResults(results, options.quick ? quickResultsFile : resultsFile);
}

/** Every provider under load; of a large run many messages at once, and many settlements. */
async function measureMoney(
  { visitor, client, concurrency }: Setting,
  processes: Processes,
  wanted: (id: string) => boolean,
): Promise<Pick<Results, 'providers' | 'duplicates' | 'reconciliation'>> {
  const found: Pick<Results, 'providers' | 'duplicates' | 'reconciliation'> = {};
  if (wanted('providers')) {
    say('payments and messages of each provider');
    await untilDelivered(client);
    const amount = { count: options.quick ? 32 : 240, concurrency: 2 * concurrency };
    found.providers = await measureProviders(visitor, client, processes, amount);
  }
  if (options.large && wanted('duplicates')) {
    say('payments that are told of many times at once');
    await untilDelivered(client);
    const many = { payments: options.quick ? 20 : 1000, copies: 50, concurrency: 50 };
    found.duplicates = await measureDuplicates(visitor, client, many);
  }
  if (options.large && wanted('reconciliation')) {
    say('settlement of 100,000 payments');
    found.reconciliation = await measureReconciliation(visitor, client, 100_000);
  }
  return found;
}

function say(what: string): void {
  console.log(`  ${what} …`);
}
