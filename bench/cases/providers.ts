import type pg from 'pg';
import { load, type Sample } from '../load.ts';
import { payUntold, type Telling } from '../payers/payer.ts';
import { payers } from '../payers/registry.ts';
import { cpuSeconds, type Processes } from '../processes.ts';
import {
  agreements,
  clearFaults,
  newCases,
  openPages,
  provide,
  type Template,
  templateFor,
} from '../provider-cases.ts';
import { tell } from '../tell.ts';
import { begin, confirm, fillIn, pressPay } from '../trademark.ts';
import type { Visitor } from '../visitor.ts';

/** One provider under load, each of its answers 20 ms late. */
export interface ProviderFigures {
  provider: string;
  starts: Measured;
  webhooks: Measured;
  /** From the first message until every case was completed, per second: captures by the worker are in it. */
  completedPerSecond: number;
}

/** `cores`: processor time of each process per second of the measuring; what is at hand of it bounds all. */
export type Measured = Sample & { cores: Record<string, number> };

export const answerMs = 20;
export const aimStartsPerSecond = 100;
const quietProvider = { api: `slow:${answerMs}`, webhook: 'never' };

/**
 * How many payments a second are opened at each provider, and how many of its messages are taken, one for each payment.
 * Cases are copies of one that was filled in; each can be opened, and told of, once.
 */
export async function measureProviders(
  visitor: Visitor,
  client: pg.Client,
  processes: Processes,
  amount: { count: number; concurrency: number },
): Promise<ProviderFigures[]> {
  const submissionId = await payableCase(visitor);
  const figures: ProviderFigures[] = [];
  for (const agreement of await agreements(client)) {
    const template = await templateFor(client, submissionId, agreement);
    await provide(agreement.provider, quietProvider);
    try {
      figures.push(await measureOne(visitor, client, processes, template, amount));
    } finally {
      await clearFaults();
    }
  }
  return figures;
}

/** Fills in and sends in a case that waits for payment; gives its id. */
export async function payableCase(visitor: Visitor): Promise<string> {
  const at = await begin(visitor);
  await fillIn(visitor, at, false);
  await confirm(visitor, at, false);
  return at.split('/')[2] ?? '';
}

/** «Betal» on the payment step of a case. @throws when no payment page was opened. */
export async function startPayment(visitor: Visitor, submissionId: string): Promise<void> {
  const here = `/submissions/${submissionId}`;
  const target = await pressPay(visitor, here);
  // To the provider, or to the form that the payer posts there.
  if (target.startsWith(here) && target !== `${here}/to-payment`)
    throw new Error(`No payment was opened: ${target}`);
}

async function measureOne(
  visitor: Visitor,
  client: pg.Client,
  processes: Processes,
  template: Template,
  { count, concurrency }: { count: number; concurrency: number },
): Promise<ProviderFigures> {
  const { provider } = template.agreement;
  const payer = payers[provider];
  if (!payer) throw new Error(`Nobody pays at ${provider}`);
  const start = async (cases: readonly string[]) => {
    const left = [...cases];
    const once = () => startPayment(visitor, left.pop() ?? '');
    return measured(processes, () => load({ name: provider, once }, { concurrency, count: left.length }));
  };
  // What is compiled and connected at first is not measured.
  await start(await newCases(client, template, concurrency));
  const cases = await newCases(client, template, count);
  const starts = await start(cases);
  const messages: Telling[] = [];
  for (const page of await openPages(client, cases)) messages.push((await payUntold(payer, page)).telling);
  const begun = performance.now();
  const once = async () => tell(messages.pop());
  const webhooks = await measured(processes, () => load({ name: provider, once }, { concurrency, count }));
  await untilCompleted(client, cases);
  const completedPerSecond = count / ((performance.now() - begun) / 1000);
  return { provider, starts, webhooks, completedPerSecond };
}

async function measured(processes: Processes, work: () => Promise<Sample>): Promise<Measured> {
  const before = cpuSeconds(processes);
  const from = performance.now();
  const sample = await work();
  const seconds = (performance.now() - from) / 1000;
  const used = Object.entries(cpuSeconds(processes)).map(([name, now]): [string, number] => [
    name,
    (now - (before[name] ?? 0)) / seconds,
  ]);
  return { ...sample, cores: Object.fromEntries(used.filter(([, cores]) => cores >= 0.01)) };
}

/** Waits until the worker has taken what was reserved, too. */
export async function untilCompleted(client: pg.Client, cases: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 6000; tries += 1) {
    const { rows } = await client.query<{ n: number }>(
      "select count(*)::int as n from submission where id = any($1::uuid[]) and status = 'completed'",
      [cases],
    );
    if (rows[0]?.n === cases.length) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Not every case was completed');
}
