import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { IncomingMessage } from '@/lib/payments/provider.ts';
import { returnFromPayment } from '../../paying/return-from-payment.ts';
import { startPayment } from '../../paying/start-payment.ts';
import { verifyPayment } from '../../paying/verify-payment.ts';
import { registerForMessages } from '../../upkeep/register-for-messages.ts';
import { employee } from '../employees.ts';
import { type Journey, newJourney } from '../journey.ts';
import { type Played, show } from '../model/stage.ts';
import type { Page } from '../provider-driver.ts';
import { ofProvider, openSandboxes, type Sandbox } from '../provider-sandbox.ts';
import { runJobs } from '../run-jobs.ts';
import { createWorld, type World } from '../world.ts';
import { type MessageTrap, openMessageTrap } from './message-trap.ts';

/** Where the crashes are played: one world for all of them. */
export interface CrashStage {
  world: World;
  trap: MessageTrap;
  kari: Actor;
  finance: StaffActor;
  journey: Journey;
  sandboxOf(provider: string): Sandbox;
  close(): Promise<void>;
}

export async function openCrashStage(): Promise<CrashStage> {
  const trap = await openMessageTrap();
  const world = await createWorld({ portalUrl: trap.url });
  const kari = await world.person();
  const sandboxes = openSandboxes(world.sandboxUrl);
  await registerForMessages(world.app);
  for (const sandbox of sandboxes.values()) await sandbox.silence();
  return {
    world,
    trap,
    kari,
    finance: await employee(world, ['finance']),
    journey: newJourney(world, kari),
    sandboxOf: (provider) => ofProvider(sandboxes, provider),
    async close() {
      await world.close();
      trap.close();
    },
  };
}

/** A payment page of a case that waits for payment. */
export async function openPage({ world, kari }: CrashStage, submissionId: string): Promise<Page> {
  const started = await startPayment(world.app, kari, submissionId);
  if (started.kind !== 'open') throw new Error(`Not opened: ${started.kind}`);
  const shown: Pick<Played, 'shown'> = { shown: new Map() };
  await show(world.app, shown, submissionId, started.handOver);
  const [page] = shown.shown.values();
  if (!page) throw new Error('No page is open');
  return page;
}

/** The payer pays, and has not come back yet. */
export async function payOnPage(
  { sandboxOf }: CrashStage,
  provider: string,
  page: Page,
): Promise<IncomingMessage | undefined> {
  return (await sandboxOf(provider).visit(page, 'pay')).back;
}

/** Opens the payment, pays, comes back; what has to be taken or let go by us is not done yet. */
export async function payAndReturn(stage: CrashStage, provider: string, submissionId: string): Promise<Page> {
  const page = await openPage(stage, submissionId);
  const message = await payOnPage(stage, provider, page);
  await returnFromPayment(stage.world.app, page.id, message);
  return page;
}

/** What is left is picked up as after a restart: leases run out, the queue frees what the dead one held, all is worked off. */
export async function restart({ world }: CrashStage): Promise<void> {
  const { app } = world;
  // Longer than any lease, also that of a mail.
  world.clock.forward(361);
  await world.work();
  // The queue keeps a dead worker's jobs from the others; time passes there by the database's own clock.
  await app.db.$executeRaw`
    update graphile_worker._private_jobs set locked_at = locked_at - interval '4 minutes' where locked_at is not null`;
  await world.work();
  await runJobs(app, world.databaseUrl);
}

/** Asks about everything that a case has open, any number of times more. */
export async function askAgain({ world }: CrashStage, submissionId: string): Promise<void> {
  const attempts = await world.app.db.paymentAttempt.findMany({ where: { order: { submissionId } } });
  for (const { id } of attempts) await verifyPayment(world.app, id);
}
