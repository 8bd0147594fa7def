import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isOpen, listOpenAlarms, listPastAlarms } from '@/lib/audit/list-alarms.ts';
import { closeAlarm, type NewAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import { endOfOsloDay } from '@/lib/core/clock.ts';
import { log } from '@/lib/core/log.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';
import { runJobs } from '../testing/run-jobs.ts';
import { createWorld, type World } from '../testing/world.ts';
import { readReceivers, saveReceivers } from './alarm-receivers.ts';
import { handleAlarm } from './handle-alarm.ts';
import { remindOfAlarms } from './remind-of-alarms.ts';
import { sendAlarmMail } from './send-alarm-mail.ts';

let world: World;
let app: App;
let staff: StaffActor;

beforeAll(async () => {
  world = await createWorld();
  app = world.app;
  const owner = await app.db.owner.findFirstOrThrow();
  staff = {
    staffId: app.ids.uuid(),
    name: 'Astrid Testdal',
    ownerId: owner.id,
    roles: ['finance', 'editor', 'case_worker'],
  };
});
afterAll(() => world?.close());
beforeEach(async () => {
  await app.db.notification.deleteMany();
  await app.db.alarmReceiver.deleteMany();
  await app.db.alarm.deleteMany();
  world.mails.length = 0;
});

const two = 'drift@test.example\nokonomi@test.example';
const receivers = (addresses = two, language = 'nb') => saveReceivers(app, staff, { addresses, language });
const work = () => runJobs(app, world.databaseUrl);
const to = () => world.mails.map((mail) => mail.to).sort();

async function raise(code = '1001', ownerId = staff.ownerId): Promise<string> {
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

/** Half past seven in Norway, so many days later. */
async function morning(days = 1): Promise<void> {
  const target = endOfOsloDay(world.clock.now(), days - 1).getTime() + 1000 + 7.5 * 3_600_000;
  world.clock.forward((target - world.clock.now().getTime()) / 1000);
  await remindOfAlarms(app);
  await work();
}

describe('an alarm is told by e-mail', () => {
  it('once to each address, with what kind it is and a link, and nothing of the case', async () => {
    await receivers();
    const id = await raise();
    await raise();
    await work();
    await work();
    expect(to()).toEqual(['drift@test.example', 'okonomi@test.example']);
    const [mail] = world.mails;
    expect(mail?.subject).toBe('Kvitt: Leverandøren avviste en betaling');
    expect(mail?.text).toContain(`http://localhost:3000/admin/alarms/${id}`);
    expect(mail?.text).toContain('Testkommune');
    expect(JSON.stringify(world.mails)).not.toMatch(/Kari|1001/);
    expect(new Set(world.mails.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it.each([
    ['nn', 'Kvitt: Leverandøren avviste ei betaling'],
    ['en', 'Kvitt: The provider refused a payment'],
  ])('in the language that the owner chose: %s', async (language, subject) => {
    await receivers('drift@test.example', language);
    await raise();
    await work();
    expect(world.mails).toMatchObject([{ subject }]);
  });

  it('exactly once, by several workers at once, also when one of them died in the middle', async () => {
    await receivers('drift@test.example');
    await raise();
    const { id } = await app.db.notification.findFirstOrThrow();
    await Promise.allSettled([sendAlarmMail(app, id), sendAlarmMail(app, id), work()]);
    await work();
    expect(world.mails).toHaveLength(1);
    const until = new Date(world.clock.now().getTime() - 1000).toISOString();
    await app.db.notification.update({ where: { id }, data: { status: 'sending', detail: until } });
    await sendAlarmMail(app, id);
    expect(new Set(world.mails.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('one address that the mail server refuses keeps the mail from no other', async () => {
    await receivers();
    await raise();
    const broken: App = {
      ...app,
      mail: {
        async send(mail) {
          if (mail.to.startsWith('drift')) throw new Error('550 no such user');
          await app.mail.send(mail);
        },
      },
    };
    await runJobs(broken, world.databaseUrl);
    expect(to()).toEqual(['okonomi@test.example']);
    expect(await app.db.notification.groupBy({ by: ['status'], _count: true })).toEqual(
      expect.arrayContaining([
        { status: 'waiting', _count: 1 },
        { status: 'sent', _count: 1 },
      ]),
    );
  });

  it('not when it has mended itself before the mail left, nor to an address that was taken off the list', async () => {
    await receivers();
    await raise();
    await inTransaction(app.db, (tx) => closeAlarm(tx, 'create:agreement:1001', world.clock.now()));
    await work();
    await raise('2002');
    await receivers('okonomi@test.example');
    await work();
    expect(to()).toEqual(['okonomi@test.example']);
    const none = await app.db.notification.findMany({ where: { status: 'none' } });
    expect(none.map(({ detail }) => detail).sort()).toEqual(['no_receiver', 'not_open', 'not_open']);
  });

  it('no other owner’s, and nothing when the transaction is undone', async () => {
    await receivers();
    await raise('1001', app.ids.uuid());
    const undone = inTransaction(app.db, async (tx) => {
      const alarm = {
        ownerId: staff.ownerId,
        dedupeKey: 'undone',
        detail: '',
        kind: 'content_damaged' as const,
      };
      await openAlarm(tx, app.ids, { ...alarm, values: {} }, world.clock.now());
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await work();
    expect(world.mails).toEqual([]);
  });

  it('and to the log, once', async () => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const alarmId = await raise();
    await raise();
    expect(logged.mock.calls).toMatchObject([
      [{ alarm: 'create_refused', alarmId, ownerId: staff.ownerId }, expect.stringContaining('refused')],
    ]);
    logged.mockRestore();
  });
});

describe('the daily reminder', () => {
  it('comes to each address once a day, from seven in the morning, while an alarm is open', async () => {
    await receivers();
    const ids = [await raise('1'), await raise('2')];
    await work();
    world.mails.length = 0;
    // Still the day that they were opened on.
    await remindOfAlarms(app);
    await work();
    expect(world.mails).toEqual([]);
    await morning();
    await Promise.all([remindOfAlarms(app), remindOfAlarms(app)]);
    await work();
    expect(to()).toEqual(['drift@test.example', 'okonomi@test.example']);
    expect(world.mails[0]?.subject).toBe('Kvitt: 2 åpne varsler');
    for (const id of ids) expect(world.mails[0]?.text).toContain(`/admin/alarms/${id}`);
    await morning();
    expect(world.mails).toHaveLength(4);
    for (const id of ids) await handleAlarm(app, staff, { id, reason: 'Avtalen er rettet' });
    await morning();
    expect(world.mails).toHaveLength(4);
  });

  it('not before seven, also on the day when the clocks change', async () => {
    await receivers('drift@test.example');
    world.clock.forward((Date.parse('2026-10-24T10:00:00Z') - world.clock.now().getTime()) / 1000);
    await raise();
    await work();
    for (const [at, mails] of [
      ['2026-10-25T05:59:59Z', 1],
      ['2026-10-25T06:00:00Z', 2],
      ['2026-10-25T22:59:59Z', 2],
      ['2026-10-26T06:00:00Z', 3],
    ] as const) {
      world.clock.forward((Date.parse(at) - world.clock.now().getTime()) / 1000);
      await remindOfAlarms(app);
      await work();
      expect(world.mails, at).toHaveLength(mails);
    }
  });

  it('an address that is set later is told of what is open, the next day', async () => {
    await raise();
    await work();
    await receivers('drift@test.example');
    await work();
    expect(world.mails).toEqual([]);
    await morning();
    expect(world.mails).toMatchObject([{ subject: 'Kvitt: ett åpent varsel' }]);
  });
});

describe('who is told', () => {
  it('is kept as small letters, each once, however they are separated', async () => {
    expect(await receivers(' Drift@Test.example, drift@test.example;\r\nokonomi@test.example \n')).toEqual({
      kind: 'saved',
    });
    expect(await readReceivers(app.db, staff)).toEqual({
      addresses: ['drift@test.example', 'okonomi@test.example'],
      language: 'nb',
    });
    expect(await receivers('', 'en')).toEqual({ kind: 'saved' });
    expect((await readReceivers(app.db, staff)).addresses).toEqual([]);
    const acts = await app.db.auditEntry.findMany({ where: { act: 'alarm_receivers_saved' } });
    expect(JSON.stringify(acts)).not.toContain('test.example');
  });

  it.each(['drift', 'drift@', 'a@b', '<drift@test.example>', 'drift@test.example>', 'å@test.example'])(
    'is refused when it is no address: %s',
    async (address) => {
      await receivers('drift@test.example');
      expect(await receivers(`okonomi@test.example\n${address}`)).toEqual({
        kind: 'invalid',
        problem: 'address',
        address,
      });
      expect((await readReceivers(app.db, staff)).addresses).toEqual(['drift@test.example']);
    },
  );

  it('is ten at most, in a language of ours, and not for everybody to say', async () => {
    const many = Array.from({ length: 11 }, (_, index) => `a${index}@test.example`).join('\n');
    expect(await receivers(many)).toEqual({ kind: 'invalid', problem: 'too_many' });
    expect(await receivers(two, 'sv')).toEqual({ kind: 'invalid', problem: 'language' });
    const worker: StaffActor = { ...staff, roles: ['case_worker'] };
    await expect(saveReceivers(app, worker, { addresses: two, language: 'nb' })).rejects.toThrow('roles');
  });
});

describe('handled by an employee', () => {
  it('it leaves the list of open ones with who and why, and a new one of the kind is told of anew', async () => {
    await receivers('drift@test.example');
    const id = await raise();
    expect(await handleAlarm(app, staff, { id, reason: ' x ' })).toEqual({
      kind: 'bad_reason',
      problem: 'too_short',
    });
    expect(await handleAlarm(app, staff, { id, reason: 'Avtalen er rettet' })).toEqual({ kind: 'handled' });
    expect(await handleAlarm(app, staff, { id, reason: 'En gang til' })).toEqual({ kind: 'not_open' });
    expect(await listOpenAlarms(app.db, staff)).toEqual([]);
    const { alarms } = await listPastAlarms(app.db, staff);
    expect(alarms).toMatchObject([{ id, handledBy: 'Astrid Testdal', handling: 'Avtalen er rettet' }]);
    expect(
      await app.db.auditEntry.findFirst({ where: { act: 'alarm_handled', subjectId: id } }),
    ).toMatchObject({
      detail: { kind: 'create_refused', stopped: false },
    });
    const again = await raise();
    expect(again).not.toBe(id);
    expect(await app.db.alarm.count()).toBe(2);
  });

  it('one that would mend itself is not told of anew while the same thing goes on', async () => {
    await receivers('drift@test.example');
    const alarm: NewAlarm = {
      ownerId: staff.ownerId,
      dedupeKey: 'undelivered:x',
      kind: 'undelivered',
      values: { what: 'case' },
      detail: '',
    };
    const tell = () => inTransaction(app.db, (tx) => openAlarm(tx, app.ids, alarm, world.clock.now()));
    await tell();
    const { id } = await app.db.alarm.findFirstOrThrow();
    await handleAlarm(app, staff, { id, reason: 'Vi venter på disken' });
    await tell();
    expect(await app.db.alarm.count()).toBe(1);
    expect(await app.db.alarm.count({ where: isOpen })).toBe(0);
    await inTransaction(app.db, (tx) => closeAlarm(tx, 'undelivered:x', world.clock.now()));
    await tell();
    expect(await app.db.alarm.count({ where: isOpen })).toBe(1);
  });

  it('only by those who see to its kind, and only the owner’s own', async () => {
    const id = await raise();
    const reason = 'Avtalen er rettet';
    const worker: StaffActor = { ...staff, roles: ['case_worker'] };
    await expect(handleAlarm(app, worker, { id, reason })).rejects.toThrow('roles');
    const stranger: StaffActor = { ...staff, ownerId: app.ids.uuid() };
    await expect(handleAlarm(app, stranger, { id, reason })).rejects.toThrow('not found');
    await expect(handleAlarm(app, staff, { id: 'x', reason })).rejects.toThrow('not found');
  });
});
