import { describe, expect, it } from 'vitest';
import { isOpen, listOpenAlarms, listPastAlarms } from '@/lib/audit/list-alarms.ts';
import { closeAlarm, type NewAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { readReceivers, saveReceivers } from './alarm-receivers.ts';
import { handleAlarm } from './handle-alarm.ts';
import { alarmStage, raise, receivers, two } from './testing/alarm-stage.ts';

const stage = alarmStage();

describe('who is told', () => {
  it('is kept as small letters, each once, however they are separated', async () => {
    expect(
      await receivers(stage, ' Drift@Test.example, drift@test.example;\r\nokonomi@test.example \n'),
    ).toEqual({
      kind: 'saved',
    });
    expect(await readReceivers(stage.app.db, stage.staff)).toEqual({
      addresses: ['drift@test.example', 'okonomi@test.example'],
      language: 'nb',
    });
    expect(await receivers(stage, '', 'en')).toEqual({ kind: 'saved' });
    expect((await readReceivers(stage.app.db, stage.staff)).addresses).toEqual([]);
    const acts = await stage.app.db.auditEntry.findMany({ where: { act: 'alarm_receivers_saved' } });
    expect(JSON.stringify(acts)).not.toContain('test.example');
  });

  it.each(['drift', 'drift@', 'a@b', '<drift@test.example>', 'drift@test.example>', 'å@test.example'])(
    'is refused when it is no address: %s',
    async (address) => {
      await receivers(stage, 'drift@test.example');
      expect(await receivers(stage, `okonomi@test.example\n${address}`)).toEqual({
        kind: 'invalid',
        problem: 'address',
        address,
      });
      expect((await readReceivers(stage.app.db, stage.staff)).addresses).toEqual(['drift@test.example']);
    },
  );

  it('is ten at most, in a language of ours, and not for everybody to say', async () => {
    const many = Array.from({ length: 11 }, (_, index) => `a${index}@test.example`).join('\n');
    expect(await receivers(stage, many)).toEqual({ kind: 'invalid', problem: 'too_many' });
    expect(await receivers(stage, two, 'sv')).toEqual({ kind: 'invalid', problem: 'language' });
    const worker: StaffActor = { ...stage.staff, roles: ['case_worker'] };
    await expect(saveReceivers(stage.app, worker, { addresses: two, language: 'nb' })).rejects.toThrow(
      'roles',
    );
  });
});

describe('handled by an employee', () => {
  it('it leaves the list of open ones with who and why, and a new one of the kind is told of anew', async () => {
    await receivers(stage, 'drift@test.example');
    const id = await raise(stage);
    expect(await handleAlarm(stage.app, stage.staff, { id, reason: ' x ' })).toEqual({
      kind: 'bad_reason',
      problem: 'too_short',
    });
    expect(await handleAlarm(stage.app, stage.staff, { id, reason: 'Avtalen er rettet' })).toEqual({
      kind: 'handled',
    });
    expect(await handleAlarm(stage.app, stage.staff, { id, reason: 'En gang til' })).toEqual({
      kind: 'not_open',
    });
    expect(await listOpenAlarms(stage.app.db, stage.staff)).toEqual([]);
    const { alarms } = await listPastAlarms(stage.app.db, stage.staff);
    expect(alarms).toMatchObject([{ id, handledBy: 'Astrid Testdal', handling: 'Avtalen er rettet' }]);
    expect(
      await stage.app.db.auditEntry.findFirst({ where: { act: 'alarm_handled', subjectId: id } }),
    ).toMatchObject({
      detail: { kind: 'create_refused', stopped: false },
    });
    const again = await raise(stage);
    expect(again).not.toBe(id);
    expect(await stage.app.db.alarm.count()).toBe(2);
  });

  it('one that would mend itself is not told of anew while the same thing goes on', async () => {
    await receivers(stage, 'drift@test.example');
    const alarm: NewAlarm = {
      ownerId: stage.staff.ownerId,
      dedupeKey: 'undelivered:x',
      kind: 'undelivered',
      values: { what: 'case' },
      detail: '',
    };
    const tell = () =>
      inTransaction(stage.app.db, (tx) => openAlarm(tx, stage.app.ids, alarm, stage.world.clock.now()));
    await tell();
    const { id } = await stage.app.db.alarm.findFirstOrThrow();
    await handleAlarm(stage.app, stage.staff, { id, reason: 'Vi venter på disken' });
    await tell();
    expect(await stage.app.db.alarm.count()).toBe(1);
    expect(await stage.app.db.alarm.count({ where: isOpen })).toBe(0);
    await inTransaction(stage.app.db, (tx) => closeAlarm(tx, 'undelivered:x', stage.world.clock.now()));
    await tell();
    expect(await stage.app.db.alarm.count({ where: isOpen })).toBe(1);
  });

  it('only by those who see to its kind, and only the owner’s own', async () => {
    const id = await raise(stage);
    const reason = 'Avtalen er rettet';
    const worker: StaffActor = { ...stage.staff, roles: ['case_worker'] };
    await expect(handleAlarm(stage.app, worker, { id, reason })).rejects.toThrow('roles');
    const stranger: StaffActor = { ...stage.staff, ownerId: stage.app.ids.uuid() };
    await expect(handleAlarm(stage.app, stranger, { id, reason })).rejects.toThrow('not found');
    await expect(handleAlarm(stage.app, stage.staff, { id: 'x', reason })).rejects.toThrow('not found');
  });
});
