import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type NewAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../../app.ts';
import { employee } from '../../testing/employees.ts';
import { runJobs } from '../../testing/run-jobs.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { saveReceivers } from '../alarm-receivers.ts';

export interface AlarmStage {
  world: World;
  app: App;
  /** An employee who sees to everything. */
  staff: StaffActor;
}

/** For the tests of one file: filled in before the first of them; each begins without alarms, receivers and mails. */
export function alarmStage(): AlarmStage {
  const stage = {} as AlarmStage;
  beforeAll(async () => {
    const world = await createWorld();
    const staff = await employee(world, ['finance', 'editor', 'case_worker'], 'Astrid Testdal');
    Object.assign(stage, { world, app: world.app, staff });
  });
  afterAll(() => stage.world?.close());
  beforeEach(async () => {
    const { db } = stage.app;
    await db.notification.deleteMany();
    await db.alarmReceiver.deleteMany();
    await db.alarm.deleteMany();
    stage.world.mails.length = 0;
  });
  return stage;
}

export const two = 'drift@test.example\nokonomi@test.example';

export const receivers = ({ app, staff }: AlarmStage, addresses = two, language = 'nb') =>
  saveReceivers(app, staff, { addresses, language });

export const work = ({ app, world }: AlarmStage) => runJobs(app, world.databaseUrl);

/** An alarm that is opened, or is open already; gives its id. */
export async function raise(
  { app, world, staff }: AlarmStage,
  code = '1001',
  ownerId = staff.ownerId,
): Promise<string> {
  const dedupeKey = `create:agreement:${code}`;
  const alarm: NewAlarm = {
    ownerId,
    dedupeKey,
    kind: 'create_refused',
    values: { code },
    detail: `The provider refused to open a payment: ${code} Kari Testesen`,
  };
  await inTransaction(app.db, (tx) => openAlarm(tx, app.ids, alarm, world.clock.now()));
  return (await app.db.alarm.findFirstOrThrow({ where: { dedupeKey, closedAt: null } })).id;
}
