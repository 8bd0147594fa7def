import type pg from 'pg';
import { delivered, untilDelivered } from './delivered.ts';
import { median } from './load.ts';
import { portalUrl } from './paths.ts';
import { cpuSeconds, type Processes } from './processes.ts';
import { begin, confirm, fillIn, open, pay, seeReceipt } from './trademark.ts';
import { Visitor } from './visitor.ts';

export interface Journeys {
  /** Whole paid applications, until the last of them lay in its message box, per second. */
  perSecond: number;
  /** The same until the last payer saw the receipt; the worker may then still be delivering. */
  receiptsPerSecond: number;
  completed: number;
  concurrency: number;
  p50Seconds: number;
  p95Seconds: number;
  requestsEach: number;
  /** From the last receipt shown to the last message delivered. */
  deliveredAfterS: number;
  /** Share of the machine's processor time while it ran, by process; the rest is the measuring client and idleness. */
  processorShare: Record<string, number>;
}

const people = ['kari-testesen', 'ola-provestad', 'ingrid-proveberg', 'emma-testwood'];

/**
 * Whole paid applications, driven over HTTP with everything on this machine: begin, fill in five pages, check, confirm, pay
 * by card at the sandbox's page, come back, see the receipt. `look`: every page is also opened, as by a browser without
 * JavaScript; else only what moves the case is sent, as by a machine.
 */
export async function runJourneys(
  client: pg.Client,
  processes: Processes,
  options: { look: boolean; seconds: number; concurrency: number },
): Promise<Journeys> {
  const { look, seconds, concurrency } = options;
  const visitors = await Promise.all(
    Array.from({ length: concurrency }, async (_, index) => {
      const visitor = new Visitor(portalUrl);
      await visitor.signIn(people[index % people.length] ?? '');
      return visitor;
    }),
  );
  for (const visitor of visitors.slice(0, 2)) await oneJourney(visitor, look);
  await untilDelivered(client);
  const before = await delivered(client);
  for (const visitor of visitors) visitor.requests = 0;
  const cpuBefore = cpuSeconds(processes);
  const started = performance.now();
  const took: number[] = [];
  await Promise.all(
    visitors.map(async (visitor) => {
      while (performance.now() - started < seconds * 1000) {
        const at = performance.now();
        await oneJourney(visitor, look);
        took.push((performance.now() - at) / 1000);
      }
    }),
  );
  const shown = (performance.now() - started) / 1000;
  await untilDelivered(client);
  const all = (performance.now() - started) / 1000;
  const cpuAfter = cpuSeconds(processes);
  const messages = (await delivered(client)) - before;
  if (messages !== took.length)
    throw new Error(`${took.length} journeys, but ${messages} receipts in the message boxes`);
  took.sort((a, b) => a - b);
  const cores = processes.cores;
  return {
    perSecond: took.length / all,
    receiptsPerSecond: took.length / shown,
    completed: took.length,
    concurrency,
    p50Seconds: median(took),
    p95Seconds: took[Math.floor(took.length * 0.95)] ?? 0,
    requestsEach: visitors.reduce((sum, { requests }) => sum + requests, 0) / took.length,
    deliveredAfterS: all - shown,
    processorShare: Object.fromEntries(
      Object.entries(cpuAfter).map(([name, used]) => [name, (used - (cpuBefore[name] ?? 0)) / (all * cores)]),
    ),
  };
}

async function oneJourney(visitor: Visitor, look: boolean): Promise<void> {
  if (look) await open(visitor, '/services/varemerke');
  const at = await begin(visitor);
  await fillIn(visitor, at, look);
  const next = await pay(visitor, await confirm(visitor, at, look), look);
  await open(visitor, await seeReceipt(visitor, at, next));
}
