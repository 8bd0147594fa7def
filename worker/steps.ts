import { deleteEndedSessions } from '@/lib/identity/sessions.ts';
import { deleteEndedStaffSessions } from '@/lib/identity/staff/staff-sessions.ts';
import { remindOfAlarms } from '@/lib/workflow/alarms/remind-of-alarms.ts';
import type { App } from '@/lib/workflow/app.ts';
import { planComparisons } from '@/lib/workflow/reconciling/plan-comparisons.ts';
import { dropStaleUploads } from '@/lib/workflow/upkeep/drop-stale-uploads.ts';
import { freeLostJobs } from '@/lib/workflow/upkeep/free-lost-jobs.ts';
import { dueLanes } from '@/lib/workflow/upkeep/lane.ts';
import { reconcileCases } from '@/lib/workflow/upkeep/reconcile-cases.ts';
import { reconcilePayments } from '@/lib/workflow/upkeep/reconcile-payments.ts';
import { registerForMessages } from '@/lib/workflow/upkeep/register-for-messages.ts';
import { sendBackStranded } from '@/lib/workflow/upkeep/stranded-money.ts';
import { tellUnseenRefunds } from '@/lib/workflow/upkeep/unseen-refunds.ts';
import { tellUnusableAgreements } from '@/lib/workflow/upkeep/unusable-agreements.ts';
import type { GoOn } from '@/lib/workflow/upkeep/work-off.ts';
import { atMostEvery } from './at-most-every.ts';
import type { Step } from './timer.ts';

/** Stray money is found within this, by each worker, among what moved in the last hour. */
const watchEverySeconds = 15;
/** And among all payments there are: first of all, for what happened while no worker ran. */
const sweepEverySeconds = 3600;
const openEverySeconds = 60;
/** What is due is worked off a round at a time, so many at a tick. */
const mostRounds = 20;

/** What the timer of a worker does at each tick, in no order. */
export function stepsOf(app: App): Step[] {
  const { clock, db } = app;
  const watches = atMostEvery(clock, watchEverySeconds);
  const sweeps = atMostEvery(clock, sweepEverySeconds);
  const opens = atMostEvery(clock, openEverySeconds);
  const watched = () => (sweeps() ? 'all' : watches() ? 'recent' : undefined);
  return [
    { name: 'sessions', run: () => deleteEndedSessions(db, clock.now()) },
    { name: 'staff-sessions', run: () => deleteEndedStaffSessions(db, clock.now()) },
    { name: 'uploads', run: () => dropStaleUploads(app) },
    { name: 'lost-jobs', run: () => freeLostJobs(app) },
    { name: 'registrations', run: (goOn) => registerForMessages(app, goOn) },
    { name: 'unusable-agreements', run: async () => opens() && tellUnusableAgreements(app) },
    { name: 'comparisons', run: () => planComparisons(app) },
    { name: 'unseen-refunds', run: () => tellUnseenRefunds(app) },
    { name: 'alarm-reminders', run: () => remindOfAlarms(app) },
    { name: 'cases', run: (goOn) => rounds(goOn, () => reconcileCases(app, goOn)) },
    {
      name: 'watchdog',
      run: async (goOn) => {
        const among = watched();
        if (among) await rounds(goOn, () => sendBackStranded(app, among, goOn));
      },
    },
  ];
}

/** One more for each provider that there is something to ask of. */
export async function lanesOf(app: App): Promise<Step[]> {
  return (await dueLanes(app)).map((lane) => ({
    name: `payments:${lane.provider}:${lane.environment}`,
    run: (goOn) => rounds(goOn, () => reconcilePayments(app, lane, goOn)),
  }));
}

async function rounds(goOn: GoOn, round: () => Promise<{ handled: number }>): Promise<void> {
  for (let count = 0; count < mostRounds && goOn(); count++) if ((await round()).handled === 0) return;
}
