import { describe, expect, it, vi } from 'vitest';
import { registrationContext } from '@/lib/payments/open-agreement.ts';
import { signTestMessage } from '@/lib/sdk/dibs/index.ts';
import { signTestWebhook } from '@/lib/sdk/vipps/index.ts';
import { sandboxCredentials } from '@/prisma/seed/sandbox-credentials.ts';
import { listAgreements, readAgreement } from './read-agreements.ts';
import { registerAgain } from './register-again.ts';
import { dropOldKeys, replaceKeys } from './replace-keys.ts';
import { acts, agreementStage, formOf, row, stored } from './testing/agreement-stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const stage = agreementStage();

describe('keys', () => {
  it.each([
    ['nets', { secretKey: 'sandbox-nets-secret-key-2' }, { secretKey: 'no-such-secret-key' }],
    ['payex', { payeeName: 'Testkommune' }, { accessToken: 'no-such-access-token' }],
    ['vipps', { reservationDays: '90' }, { clientSecret: 'no-such-client-secret' }],
  ])('of %s are stored once the provider accepts them', async (provider, good, bad) => {
    const { app } = stage.world;
    const { id, credentials } = await row(stage, provider);
    const before = await stored(stage, provider);
    const settings = Object.fromEntries(
      (await readAgreement(app, stage.eva, id)).fields
        .filter(({ role }) => role === 'setting')
        .map(({ name, value }) => [name, value]),
    );
    expect(await replaceKeys(app, stage.eva, id, formOf(settings))).toEqual({ kind: 'unchanged' });
    expect(await replaceKeys(app, stage.eva, id, formOf({ ...settings, ...bad }))).toEqual({
      kind: 'refused',
    });
    expect((await row(stage, provider)).credentials).toBe(credentials);
    expect(await replaceKeys(app, stage.eva, id, formOf({ ...settings, ...good }))).toEqual({
      kind: 'saved',
      asked: true,
    });
    expect(await stored(stage, provider)).toMatchObject(
      Object.fromEntries(
        Object.entries(good).map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]),
      ),
    );
    expect((await acts(stage, id)).at(-1)).toBe('agreement_keys_replaced');
    const entry = await app.db.auditEntry.findFirstOrThrow({
      where: { subjectId: id, act: 'agreement_keys_replaced' },
    });
    expect(entry.detail).toMatchObject({ fields: Object.keys(good)[0] });
    expect(Object.keys(Object(entry.detail)).sort()).toEqual(['agreement', 'fields']);
    await app.db.paymentAgreement.update({ where: { id }, data: { credentials } });
    expect(await stored(stage, provider)).toEqual(before);
  });

  it('stay as they are while the provider does not answer', async () => {
    const { app } = stage.world;
    const { id, credentials } = await row(stage, 'nets');
    const silent = {
      ...app,
      openProvider: (...opened: Parameters<typeof app.openProvider>) => ({
        ...app.openProvider(...opened),
        check: async () => ({ outcome: 'unknown' as const, code: 'TIMEOUT', detail: '' }),
      }),
    };
    const form = formOf({ secretKey: 'sandbox-nets-secret-key-2' });
    expect(await replaceKeys(silent, stage.eva, id, form)).toEqual({ kind: 'no_answer' });
    expect((await row(stage, 'nets')).credentials).toBe(credentials);
  });

  it('that cannot be used are named, and whom the money goes to never changes', async () => {
    const { id } = await row(stage, 'dibs');
    const { merchantId } = await stored(stage, 'dibs');
    expect(
      await replaceKeys(stage.world.app, stage.eva, id, formOf({ macKey: 'not hex', reservationDays: 'x' })),
    ).toEqual({
      kind: 'invalid',
      fields: ['macKey', 'reservationDays'],
    });
    expect(
      await replaceKeys(stage.world.app, stage.eva, id, formOf({ merchantId: '1', reservationDays: '30' })),
    ).toEqual({
      kind: 'unchanged',
    });
    expect((await stored(stage, 'dibs')).merchantId).toBe(merchantId);
  });

  it('lose to what a colleague stored meanwhile', async () => {
    const { app } = stage.world;
    const { id } = await row(stage, 'nets');
    const slow = {
      ...app,
      openProvider: (...opened: Parameters<typeof app.openProvider>) => ({
        ...app.openProvider(...opened),
        check: async () => {
          await replaceKeys(app, stage.eva, id, formOf({ reservationDays: '20' }));
          return { outcome: 'done' as const };
        },
      }),
    };
    expect(await replaceKeys(slow, stage.eva, id, formOf({ reservationDays: '10' }))).toEqual({
      kind: 'changed_since',
    });
    expect(await stored(stage, 'nets')).toMatchObject({ reservationDays: 20 });
  });
});

describe('a key that the provider signs with', () => {
  const { macKey: oldKey } = sandboxCredentials.dibs as { macKey: string };
  const newKey = 'ab'.repeat(32);
  const message = (macKey: string) => ({
    headers: new Headers(),
    body: signTestMessage({
      macKey,
      merchantId: '90100001',
      orderId: 'KV-1',
      amount: 100,
      currency: '578',
      status: 'ACCEPTED',
    }).body,
  });
  const isBelieved = async (macKey: string) =>
    stage.world.app
      .openProvider(await row(stage, 'dibs'))
      .isAuthentic(message(macKey), { secret: '', url: '' });

  it('is believed beside the new one until somebody says that no message is under way', async () => {
    const { app } = stage.world;
    const { id } = await row(stage, 'dibs');
    expect(await dropOldKeys(app, stage.eva, id)).toEqual({ kind: 'none' });
    const form = formOf({ macKey: newKey, reservationDays: '30' });
    expect(await replaceKeys(app, stage.eva, id, form)).toEqual({ kind: 'saved', asked: false });
    expect(await stored(stage, 'dibs')).toMatchObject({ macKey: [newKey, oldKey] });
    // Said again it is no change, and the old one is not forgotten by that.
    expect(await replaceKeys(app, stage.eva, id, form)).toEqual({ kind: 'unchanged' });
    expect([await isBelieved(newKey), await isBelieved(oldKey)]).toEqual([true, true]);
    const { fields } = await readAgreement(app, stage.eva, id);
    expect(fields.filter(({ keptOld }) => keptOld).map(({ name }) => name)).toEqual(['macKey']);
    expect(await dropOldKeys(app, stage.eva, id)).toEqual({ kind: 'dropped' });
    expect([await isBelieved(newKey), await isBelieved(oldKey)]).toEqual([true, false]);
    await replaceKeys(app, stage.eva, id, formOf({ macKey: oldKey, reservationDays: '30' }));
    await dropOldKeys(app, stage.eva, id);
    expect((await acts(stage, id)).slice(-4)).toEqual([
      'agreement_keys_replaced',
      'agreement_old_keys_dropped',
      'agreement_keys_replaced',
      'agreement_old_keys_dropped',
    ]);
  });
});

describe('registration for messages', () => {
  const registrationOf = async () => {
    const agreement = await row(stage, 'vipps');
    const sealed = agreement.registration ?? '';
    return JSON.parse(stage.world.app.box.open(sealed, registrationContext(agreement))) as {
      id: string;
      secret: string;
      before?: string[];
    };
  };

  it('is made again: one at the provider, and the secret before it is still believed', async () => {
    const { app } = stage.world;
    const { id } = await row(stage, 'vipps');
    expect((await listAgreements(app.db, stage.eva)).find(({ name }) => name === 'vipps')?.messages).toBe(
      'missing',
    );
    expect(await registerAgain(app, stage.eva, id)).toEqual({ kind: 'registered' });
    const first = await registrationOf();
    expect(await registerAgain(app, stage.eva, id)).toEqual({ kind: 'registered' });
    const second = await registrationOf();
    expect(second).toMatchObject({ before: [first.secret] });
    expect(second.secret).not.toBe(first.secret);
    const provider = app.openProvider(await row(stage, 'vipps'));
    const url = 'https://portal.example/hook';
    const believed = (secret: string) => {
      const { headers, body } = signTestWebhook({ event: 'AUTHORIZED', reference: 'kv-1-1-1', url, secret });
      return provider.isAuthentic({ headers: new Headers(headers), body }, { secret: '', url });
    };
    expect([first.secret, second.secret, 'another'].map(believed)).toEqual([true, true, false]);
    expect(await acts(stage, id)).toEqual(expect.arrayContaining(['agreement_registered']));
    expect((await listAgreements(app.db, stage.eva)).find(({ name }) => name === 'vipps')?.messages).toBe(
      'registered',
    );
  });

  it('is not asked for where every payment says it', async () => {
    expect(await registerAgain(stage.world.app, stage.eva, (await row(stage, 'nets')).id)).toEqual({
      kind: 'not_needed',
    });
  });
});
