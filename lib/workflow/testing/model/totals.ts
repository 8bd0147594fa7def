import type { World } from '../world.ts';
import type { Played } from './stage.ts';

/** What a simulation has seen so far, smaller plans that were tried after a failure included. */
export interface Totals {
  plans: number;
  journeys: number;
  webhooks: number;
  /** Deeds whose process died or stood still on the way. */
  stops: number;
  payments: number;
  /** How often, by name. */
  outcomes: Record<string, number>;
  providers: Record<string, number>;
  faults: Record<string, number>;
  /** Alarms that are open when all is at rest. */
  alarms: Record<string, number>;
}

export function newTotals(): Totals {
  return {
    plans: 0,
    journeys: 0,
    webhooks: 0,
    stops: 0,
    payments: 0,
    outcomes: {},
    providers: {},
    faults: {},
    alarms: {},
  };
}

/** Adds what a plan came to. */
export async function addUp(totals: Totals, { app: { db } }: World, played: Played): Promise<void> {
  const cases = await db.submission.findMany({ include: { receipts: true } });
  totals.plans += 1;
  totals.journeys += cases.length;
  totals.webhooks += played.webhooks;
  totals.stops += played.stops;
  totals.payments += await db.paymentAttempt.count();
  for (const { status, receipts } of cases)
    count(totals.outcomes, `${status}${receipts.length > 1 ? ', credited' : ''}`);
  for (const { planned } of played.cases) count(totals.providers, planned.provider);
  for (const fault of played.faults) count(totals.faults, fault);
  for (const { kind } of await db.alarm.findMany({ where: { closedAt: null } })) count(totals.alarms, kind);
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
