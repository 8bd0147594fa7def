import { describe, expect, it, vi } from 'vitest';
import { systemIds } from '@/lib/core/ids.ts';
import { newSecretBox } from '@/lib/core/secret-box.ts';
import { credentialsContext } from '@/lib/payments/open-agreement.ts';
import { drivers } from '../testing/drivers/registry.ts';
import { db, journeyStage } from '../testing/journey-stage.ts';
import { reconcile } from './reconcile.ts';
import { registerForMessages } from './register-for-messages.ts';
import { pastDeadline } from './testing/deadlines.ts';
import { tellUnusableAgreements } from './unusable-agreements.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();

/** One more agreement with a provider. */
async function agreementWith(provider: string) {
  const { app } = stage.world;
  const { ownerId, environment } = await db(stage).paymentAgreement.findFirstOrThrow();
  const keys = { ownerId, environment, name: `${provider}-${systemIds.token(4)}` };
  const credentials = app.box.seal(
    JSON.stringify(drivers.get(provider).credentials),
    credentialsContext(keys),
  );
  return db(stage).paymentAgreement.create({
    data: {
      id: app.ids.uuid(),
      ...keys,
      provider,
      displayName: keys.name,
      endpointToken: app.ids.token(24),
      credentials,
    },
  });
}

const set = (id: string, credentials: string) =>
  db(stage).paymentAgreement.update({ where: { id }, data: { credentials } });

const strange = newSecretBox(Buffer.alloc(32, 99).toString('base64'));

const alarms = (id: string) =>
  db(stage).alarm.findMany({ where: { dedupeKey: `agreement:${id}` }, orderBy: { openedAt: 'asc' } });

describe('an agreement whose credentials do not open', () => {
  it.each([
    ['sealed with another key', () => strange.seal('{}', 'x'), 'another key'],
    [
      'no JSON any more',
      (context: string) => stage.world.app.box.seal('{"key":"hemmelig', context),
      'not JSON',
    ],
    ['not what its provider takes', (context: string) => stage.world.app.box.seal('{}', context), ''],
  ])('%s: told once, without a word of them, until it opens again', async (_, sealed, reason) => {
    const { app } = stage.world;
    const own = await agreementWith('nets');
    await set(own.id, sealed(credentialsContext(own)));
    await tellUnusableAgreements(app);
    await tellUnusableAgreements(app);
    const [alarm, ...more] = await alarms(own.id);
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({
      kind: 'agreement_unusable',
      values: { agreement: own.displayName },
      closedAt: null,
    });
    expect(alarm?.detail).toContain(reason);
    expect(alarm?.detail).not.toContain('hemmelig');
    await set(own.id, own.credentials);
    await tellUnusableAgreements(app);
    expect((await alarms(own.id)).map(({ closedAt }) => closedAt)).toEqual([expect.any(Date)]);
    expect(await db(stage).alarm.count({ where: { kind: 'agreement_unusable', closedAt: null } })).toBe(0);
  });

  it('keeps no other from being told where its messages go', async () => {
    const { app } = stage.world;
    await registerForMessages(app);
    const broken = await agreementWith('vipps');
    await set(broken.id, strange.seal('{}', 'x'));
    const fine = await agreementWith('vipps');
    expect(await registerForMessages(app)).toBe(1);
    const registered = await db(stage).paymentAgreement.findMany({ where: { registration: { not: null } } });
    expect(registered.map(({ id }) => id)).toContain(fine.id);
    await set(broken.id, broken.credentials);
    expect(await registerForMessages(app)).toBe(1);
  });

  it('costs its own payments alone: they are put off, and go on once it opens', async () => {
    const { app, nets, clock } = stage.world;
    const own = await agreementWith('nets');
    const change = { payment: { agreement: own.name, capture: 'now' as const } };
    const expiring = await stage.journey.confirmed('submit_and_pay', { change });
    await stage.journey.open(expiring);
    await pastDeadline(stage, expiring, -60);
    const paid = await stage.journey.confirmed('submit_and_pay', { change });
    await stage.journey.paid(paid);
    const others = await stage.journey.confirmed();
    await stage.journey.paid(others);
    await set(own.id, strange.seal('{}', 'x'));

    clock.forward(120);
    await reconcile(app);
    expect(await stage.journey.status(others)).toBe('completed');
    expect(await stage.journey.status(paid)).toBe('awaiting_payment');
    const { deadlineAt } = await db(stage).submission.findUniqueOrThrow({ where: { id: expiring } });
    expect(deadlineAt?.getTime()).toBe(clock.now().getTime() + 900_000);
    // Nothing of it is due, so nothing of it stands before what is due later.
    expect(await reconcile(app)).toEqual({ handled: 0 });

    await set(own.id, own.credentials);
    clock.forward(901);
    await stage.world.work();
    expect(await stage.journey.status(paid)).toBe('completed');
    expect(await stage.journey.status(expiring)).toBe('expired');
    expect((await nets.byReference((await stage.journey.latest(expiring)).reference)).charged).toBe(0);
  });
});
