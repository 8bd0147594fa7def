import type { App } from '../../app.ts';
import { returnFromPayment } from '../../paying/return-from-payment.ts';
import { makeJobsDue, runJobs } from '../run-jobs.ts';
import { sandboxCall } from '../sandbox-call.ts';
import type { Plan } from './plan.ts';
import { attemptsOf, type Stage } from './stage.ts';
import { revive } from './visit.ts';

const day = 86_400;
/** What comes after another until every case has ended: checks and retries, then deadlines and what follows from them. */
const restSeconds = [61, 3600, 16 * day];
/** More than the longest chain of deadlines: paid late, signed late, back to a draft, warned of, gone. */
const mostRounds = 24;

/** No webhook comes by itself: the plan says which come, when, in which order and how often. */
export async function silence({ world, played }: Stage): Promise<void> {
  await sandboxCall(world.sandboxUrl)('/faults/api', 'DELETE');
  for (const sandbox of new Set(played.cases.map((one) => one.sandbox))) await sandbox.silence();
}

/** Everything that stands still goes on, the faults end, and the deadlines pass. */
export async function rest(stage: Stage, { losesMessages }: Plan): Promise<void> {
  const { world, still, network, played } = stage;
  for (const process of still) await process.resume();
  await network.clear();
  await silence(stage);
  const references = await eachReference(stage);
  for (const { sandbox, reference } of references) await sandbox.settle?.(reference);
  await world.work();
  stage.door.behind((use) => use(world.app));
  for (const { sandbox, reference } of references) await revive(played, sandbox, reference);
  // Of what came to nothing nobody asks any more: that it was paid after all is always told in the end. Where nothing is told,
  // the payer comes back.
  for (const { sandbox, reference, attemptId } of references)
    if (sandbox.can.silent) await returnFromPayment(world.app, attemptId);
    else if (!losesMessages || played.alive.has(reference)) await sandbox.replay(reference);
  stage.door.assertSound();
  const ids = played.cases.map(({ id }) => id);
  for (let round = 0; round < mostRounds && !(await hasEnded(world.app, ids)); round++) {
    world.clock.forward(restSeconds[round % restSeconds.length] ?? day);
    await world.work();
  }
  await runJobs(world.app, world.databaseUrl);
  // Retention: the warning, then the end of what is kept.
  for (const seconds of [61 * day, 31 * day, day]) {
    world.clock.forward(seconds);
    await world.work();
  }
  await makeJobsDue(world.app);
  await runJobs(world.app, world.databaseUrl);
}

async function eachReference({ world, played }: Stage) {
  const all = await Promise.all(
    played.cases.map(async ({ id, sandbox }) =>
      (await attemptsOf(world.app, id)).map((attempt) => ({
        sandbox,
        reference: attempt.reference,
        attemptId: attempt.id,
      })),
    ),
  );
  return all.flat();
}

async function hasEnded(app: App, ids: string[]): Promise<boolean> {
  // A prefilled payment has no deadline: its page may stay open for ever.
  const active = await app.db.paymentAttempt.count({
    where: {
      OR: [
        { status: { in: ['created', 'authorized'] } },
        { status: 'pending', order: { submission: { status: { not: 'awaiting_payment' } } } },
      ],
    },
  });
  const open = await app.db.paymentOperation.count({ where: { finishedAt: null, nextTryAt: { not: null } } });
  const waiting = await app.db.submission.count({
    where: { id: { in: ids }, deadlineAt: { not: null }, status: { not: 'completed' } },
  });
  return active + open + waiting === 0;
}
