import { describe, expect, it, vi } from 'vitest';
import { closeAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import { endOfOsloDay } from '@/lib/core/clock.ts';
import { log } from '@/lib/core/log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';
import { runJobs } from '../testing/run-jobs.ts';
import { handleAlarm } from './handle-alarm.ts';
import { remindOfAlarms } from './remind-of-alarms.ts';
import { sendAlarmMail } from './send-alarm-mail.ts';
import { alarmStage, raise, receivers, work } from './testing/alarm-stage.ts';

const stage = alarmStage();

const to = () => stage.world.mails.map((mail) => mail.to).sort();

/** Half past seven in Norway, so many days later. */
async function morning(days = 1): Promise<void> {
  const target = endOfOsloDay(stage.world.clock.now(), days - 1).getTime() + 1000 + 7.5 * 3_600_000;
  stage.world.clock.forward((target - stage.world.clock.now().getTime()) / 1000);
  await remindOfAlarms(stage.app);
  await work(stage);
}

describe('an alarm is told by e-mail', () => {
  it('once to each address, with what kind it is and a link, and nothing of the case', async () => {
    await receivers(stage);
    const id = await raise(stage);
    await raise(stage);
    await work(stage);
    await work(stage);
    expect(to()).toEqual(['drift@test.example', 'okonomi@test.example']);
    const [mail] = stage.world.mails;
    expect(mail?.subject).toBe('Kvitt: Leverandøren avviste en betaling');
    expect(mail?.text).toContain(`http://localhost:3000/admin/alarms/${id}`);
    expect(mail?.text).toContain('Testkommune');
    expect(JSON.stringify(stage.world.mails)).not.toMatch(/Kari|1001/);
    expect(new Set(stage.world.mails.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it.each([
    ['nn', 'Kvitt: Leverandøren avviste ei betaling'],
    ['en', 'Kvitt: The provider refused a payment'],
  ])('in the language that the owner chose: %s', async (language, subject) => {
    await receivers(stage, 'drift@test.example', language);
    await raise(stage);
    await work(stage);
    expect(stage.world.mails).toMatchObject([{ subject }]);
  });

  it('exactly once, by several workers at once, also when one of them died in the middle', async () => {
    await receivers(stage, 'drift@test.example');
    await raise(stage);
    const { id } = await stage.app.db.notification.findFirstOrThrow();
    await Promise.allSettled([sendAlarmMail(stage.app, id), sendAlarmMail(stage.app, id), work(stage)]);
    await work(stage);
    expect(stage.world.mails).toHaveLength(1);
    const until = new Date(stage.world.clock.now().getTime() - 1000).toISOString();
    await stage.app.db.notification.update({ where: { id }, data: { status: 'sending', detail: until } });
    await sendAlarmMail(stage.app, id);
    expect(new Set(stage.world.mails.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('one address that the mail server refuses keeps the mail from no other', async () => {
    await receivers(stage);
    await raise(stage);
    const broken: App = {
      ...stage.app,
      mail: {
        async send(mail) {
          if (mail.to.startsWith('drift')) throw new Error('550 no such user');
          await stage.app.mail.send(mail);
        },
      },
    };
    await runJobs(broken, stage.world.databaseUrl);
    expect(to()).toEqual(['okonomi@test.example']);
    expect(await stage.app.db.notification.groupBy({ by: ['status'], _count: true })).toEqual(
      expect.arrayContaining([
        { status: 'waiting', _count: 1 },
        { status: 'sent', _count: 1 },
      ]),
    );
  });

  it('not when it has mended itself before the mail left, nor to an address that was taken off the list', async () => {
    await receivers(stage);
    await raise(stage);
    await inTransaction(stage.app.db, (tx) =>
      closeAlarm(tx, 'create:agreement:1001', stage.world.clock.now()),
    );
    await work(stage);
    await raise(stage, '2002');
    await receivers(stage, 'okonomi@test.example');
    await work(stage);
    expect(to()).toEqual(['okonomi@test.example']);
    const none = await stage.app.db.notification.findMany({ where: { status: 'none' } });
    expect(none.map(({ detail }) => detail).sort()).toEqual(['no_receiver', 'not_open', 'not_open']);
  });

  it('no other owner’s, and nothing when the transaction is undone', async () => {
    await receivers(stage);
    await raise(stage, '1001', stage.app.ids.uuid());
    const undone = inTransaction(stage.app.db, async (tx) => {
      const alarm = {
        ownerId: stage.staff.ownerId,
        dedupeKey: 'undone',
        detail: '',
        kind: 'content_damaged' as const,
      };
      await openAlarm(tx, stage.app.ids, { ...alarm, values: {} }, stage.world.clock.now());
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await work(stage);
    expect(stage.world.mails).toEqual([]);
  });

  it('and to the log, once', async () => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const alarmId = await raise(stage);
    await raise(stage);
    expect(logged.mock.calls).toMatchObject([
      [
        { alarm: 'create_refused', alarmId, ownerId: stage.staff.ownerId },
        expect.stringContaining('refused'),
      ],
    ]);
    logged.mockRestore();
  });
});

describe('the daily reminder', () => {
  it('comes to each address once a day, from seven in the morning, while an alarm is open', async () => {
    await receivers(stage);
    const ids = [await raise(stage, '1'), await raise(stage, '2')];
    await work(stage);
    stage.world.mails.length = 0;
    // Still the day that they were opened on.
    await remindOfAlarms(stage.app);
    await work(stage);
    expect(stage.world.mails).toEqual([]);
    await morning();
    await Promise.all([remindOfAlarms(stage.app), remindOfAlarms(stage.app)]);
    await work(stage);
    expect(to()).toEqual(['drift@test.example', 'okonomi@test.example']);
    expect(stage.world.mails[0]?.subject).toBe('Kvitt: 2 åpne varsler');
    for (const id of ids) expect(stage.world.mails[0]?.text).toContain(`/admin/alarms/${id}`);
    await morning();
    expect(stage.world.mails).toHaveLength(4);
    for (const id of ids) await handleAlarm(stage.app, stage.staff, { id, reason: 'Avtalen er rettet' });
    await morning();
    expect(stage.world.mails).toHaveLength(4);
  });

  it('not before seven, also on the day when the clocks change', async () => {
    await receivers(stage, 'drift@test.example');
    stage.world.clock.forward(
      (Date.parse('2026-10-24T10:00:00Z') - stage.world.clock.now().getTime()) / 1000,
    );
    await raise(stage);
    await work(stage);
    for (const [at, mails] of [
      ['2026-10-25T05:59:59Z', 1],
      ['2026-10-25T06:00:00Z', 2],
      ['2026-10-25T22:59:59Z', 2],
      ['2026-10-26T06:00:00Z', 3],
    ] as const) {
      stage.world.clock.forward((Date.parse(at) - stage.world.clock.now().getTime()) / 1000);
      await remindOfAlarms(stage.app);
      await work(stage);
      expect(stage.world.mails, at).toHaveLength(mails);
    }
  });

  it('an address that is set later is told of what is open, the next day', async () => {
    await raise(stage);
    await work(stage);
    await receivers(stage, 'drift@test.example');
    await work(stage);
    expect(stage.world.mails).toEqual([]);
    await morning();
    expect(stage.world.mails).toMatchObject([{ subject: 'Kvitt: ett åpent varsel' }]);
  });
});
