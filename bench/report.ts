import { writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { Duplicated } from './cases/duplicates.ts';
import { aimStartsPerSecond, type Measured, type ProviderFigures } from './cases/providers.ts';
import type { Reconciled } from './cases/reconciliation.ts';
import type { SqlShape } from './database.ts';
import type { Journeys } from './journeys.ts';
import type { StartTimes } from './kvitt.ts';
import type { PageBytes } from './page-bytes.ts';
import type { Compared, Method } from './rounds.ts';

export interface Results {
  at: string;
  machine: Machine;
  method: Method & { says: string[] };
  comparisons: Compared[];
  sql: Record<string, SqlShape>;
  journeys: { pagesToo?: Journeys; postsOnly?: Journeys; aimPerSecond: number };
  /** Of each provider that the demo has an agreement with. */
  providers?: ProviderFigures[];
  /** Of a large run only. */
  duplicates?: Duplicated;
  reconciliation?: Reconciled;
  bytes: PageBytes[];
  memoryMb: { idle: Record<string, number>; afterJourneys: Record<string, number> };
  start?: StartTimes & { aimWarmS: number };
}

export interface Machine {
  node: string;
  system: string;
  processor: string;
  cores: number;
  memoryGb: number;
  /** Load average of the last minute before anything was started, and at the end. */
  loadBefore: number;
  loadAfter: number;
}

export const machineNow = (): Omit<Machine, 'loadBefore' | 'loadAfter'> => ({
  node: process.version,
  system: `${platform()} ${release()}`,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
});

export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

export function writeResults(results: Results, file: string): void {
  writeFileSync(file, `${JSON.stringify(results, rounded, 2)}\n`);
}

/** Three digits are more than the measuring is worth. */
function rounded(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The one table that a person reads. */
export function printReport(results: Results): void {
  const {
    comparisons,
    sql,
    journeys,
    providers = [],
    duplicates,
    reconciliation,
    bytes,
    memoryMb,
    start,
  } = results;
  table(
    ['', 'SQL', 'per s', 'p50 ms', 'p95 ms', 'alone ms', 'floor per s', 'ratio', 'spread', 'aim', ''],
    comparisons.map(({ id, title, measured, floor, ratio, aim, alone }) => [
      title,
      String(sql[id.replace(/-bare-node$/, '')]?.roundTrips ?? ''),
      number(measured.perSecond),
      number(measured.p50Ms),
      number(measured.p95Ms),
      number(alone.measuredP50Ms),
      number(floor.perSecond),
      ratio.median.toFixed(2),
      `${ratio.least.toFixed(2)}–${ratio.greatest.toFixed(2)}`,
      aim.toFixed(2),
      verdict(ratio.median >= aim),
    ]),
  );
  const ways = [
    ['Whole paid journeys, pages opened', journeys.pagesToo],
    ['Whole paid journeys, posts only', journeys.postsOnly],
  ] as const;
  table(
    ['', 'per s', 'p50 s', 'p95 s', 'requests', 'delivered after s', 'aim', ''],
    ways.flatMap(([title, run]) =>
      run
        ? [
            [
              title,
              number(run.perSecond),
              number(run.p50Seconds),
              number(run.p95Seconds),
              number(run.requestsEach),
              number(run.deliveredAfterS),
              String(journeys.aimPerSecond),
              verdict(run.perSecond >= journeys.aimPerSecond),
            ],
          ]
        : [],
    ),
  );
  table(
    [
      'provider',
      'starts per s',
      'p50 ms',
      'p95 ms',
      'cores',
      'aim',
      '',
      'messages per s',
      'p50 ms',
      'p95 ms',
      'cores',
      'completed per s',
    ],
    providers.map(providerRow),
  );
  table(
    [
      'told of many times',
      'messages',
      'per s',
      'answered',
      'captured',
      'charges',
      'receipts',
      'in the box',
      'wrong',
      '',
    ],
    duplicates ? [duplicatedRow(duplicates)] : [],
  );
  table(
    ['settlement', 'kinds', 'injected', 'missed', 'false alarms', 'handed in s', 'compared s', 'aim', ''],
    reconciliation ? [reconciledRow(reconciliation)] : [],
  );
  table(
    ['kB, gzip', 'HTML', 'CSS', 'JS', 'JS in use', 'aim', ''],
    bytes.map(({ title, html, css, js, jsLater, aimJs }) => [
      title,
      kilo(html),
      kilo(css),
      kilo(js),
      kilo(js + jsLater),
      `≤ ${kilo(aimJs)}`,
      verdict(js + jsLater <= aimJs),
    ]),
  );
  const names = Object.keys(memoryMb.idle);
  table(
    ['MB', ...names],
    [
      ['at rest', ...names.map((name) => number(memoryMb.idle[name] ?? 0))],
      ['after the journeys', ...names.map((name) => number(memoryMb.afterJourneys[name] ?? 0))],
    ],
  );
  if (!start) return;
  table(
    ['start, s', 'cold, with building', 'cold, built', 'warm', 'aim'],
    [
      [
        '',
        number(start.coldWithBuildS),
        number(start.coldS),
        start.warmS.map(number).join(' '),
        `warm ≤ ${start.aimWarmS}`,
      ],
    ],
  );
}

function providerRow({ provider, starts, webhooks, completedPerSecond }: ProviderFigures): string[] {
  const cores = ({ cores }: Measured) =>
    Object.entries(cores)
      .map(([name, used]) => `${name} ${used.toFixed(2)}`)
      .join(', ');
  const figures = (one: Measured) => [
    number(one.perSecond),
    number(one.p50Ms),
    number(one.p95Ms),
    cores(one),
  ];
  return [
    provider,
    ...figures(starts),
    String(aimStartsPerSecond),
    verdict(starts.perSecond >= aimStartsPerSecond),
    ...figures(webhooks),
    number(completedPerSecond),
  ];
}

function duplicatedRow(run: Duplicated): string[] {
  const answered = Object.entries(run.statuses).map(([status, times]) => `${status}: ${times}`);
  const counts = [run.captured, run.charges, run.receipts, run.receiptMessages];
  return [
    `${run.payments.toLocaleString('en')} payments at ${run.providers.join(', ')}, ${run.copies} times`,
    String(run.messages),
    number(run.perSecond),
    answered.join(', '),
    ...counts.map(String),
    String(run.wrong),
    verdict(run.wrong === 0 && counts.every((count) => count === run.payments)),
  ];
}

function reconciledRow(run: Reconciled): string[] {
  const seconds = run.uploadSeconds + run.compareSeconds;
  return [
    `${run.payments.toLocaleString('en')} payments`,
    String(run.kinds),
    String(run.injected),
    String(run.missed),
    String(run.falseAlarms),
    number(run.uploadSeconds),
    number(run.compareSeconds),
    `≤ ${run.aimSeconds} s`,
    verdict(run.missed + run.falseAlarms === 0 && seconds <= run.aimSeconds),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  console.log(`\n${[head, ...rows].map(line).join('\n')}`);
}

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const kilo = (bytes: number): string => (bytes / 1000).toFixed(1);
const verdict = (met: boolean): string => (met ? 'met' : 'missed');
