import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { KvittError } from '@/lib/core/errors.ts';
import type { StaffActor, StaffRole } from '@/lib/core/staff-actor.ts';
import { fieldName } from '@/lib/payments/agreement-field.ts';
import { registrationContext } from '@/lib/payments/open-agreement.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { signTestMessage } from '@/lib/sdk/dibs/index.ts';
import { signTestWebhook } from '@/lib/sdk/vipps/index.ts';
import { sandboxCredentials } from '@/prisma/seed/sandbox-credentials.ts';
import { createWorld, type World } from '../testing/world.ts';
import { addAgreement } from './add-agreement.ts';
import { fieldsOf, openCredentials } from './agreement-fields.ts';
import { changeAgreement } from './change-agreement.ts';
import { listAgreements, readAgreement } from './read-agreements.ts';
import { registerAgain } from './register-again.ts';
import { dropOldKeys, replaceKeys } from './replace-keys.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let world: World;
let eva: StaffActor;
let stranger: StaffActor;

beforeAll(async () => {
  world = await createWorld();
  const { ids, db } = world.app;
  const { id: ownerId } = await db.owner.findFirstOrThrow();
  const otherId = ids.uuid();
  await db.owner.create({
    data: {
      id: otherId,
      slug: 'annen',
      orgNumber: '310419273',
      kind: 'state',
      name: { nb: 'Annen' },
      email: 'a@b.example',
    },
  });
  eva = { staffId: ids.uuid(), name: 'Eva Testnes', ownerId, roles: ['finance', 'editor'] };
  stranger = { ...eva, staffId: ids.uuid(), name: 'Astrid Testdal', ownerId: otherId };
});
afterAll(() => world?.close());
afterEach(() => fetch(`${world.sandboxUrl}/faults/api`, { method: 'DELETE' }));

const withRoles = (...roles: StaffRole[]): StaffActor => ({ ...eva, roles });
const row = (provider: string) =>
  world.app.db.paymentAgreement.findFirstOrThrow({ where: { name: provider, ownerId: eva.ownerId } });
const stored = async (provider: string) => openCredentials(world.app, await row(provider));
const acts = async (subjectId: string) =>
  (await world.app.db.auditEntry.findMany({ where: { subjectId }, orderBy: { createdAt: 'asc' } })).map(
    ({ act }) => act,
  );
const formOf = (values: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [fieldName(name), String(value)]));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof KvittError ? error.code : String(error)),
  );

describe('who sees agreements', () => {
  it('those who choose among them, and those who keep them; nobody of another owner', async () => {
    const { app } = world;
    const { id } = await row('nets');
    expect((await listAgreements(app.db, withRoles('editor'))).map(({ name }) => name)).toContain('nets');
    expect(await codeOf(listAgreements(app.db, withRoles('case_worker')))).toBe('forbidden');
    expect(await listAgreements(app.db, stranger)).toEqual([]);
    const ways = { displayName: 'x', methods: ['Visa'], cardTypes: [] };
    for (const [asked, work] of [
      ['read', (staff: StaffActor) => readAgreement(app, staff, id)],
      ['change', (staff: StaffActor) => changeAgreement(app, staff, id, ways)],
      [
        'keys',
        (staff: StaffActor) => replaceKeys(app, staff, id, formOf({ secretKey: 'another-secret-key' })),
      ],
      ['old keys', (staff: StaffActor) => dropOldKeys(app, staff, id)],
      ['register', (staff: StaffActor) => registerAgain(app, staff, id)],
    ] as const) {
      expect([asked, await codeOf(work(stranger))]).toEqual([asked, 'not_found']);
      expect([asked, await codeOf(work(withRoles('case_worker')))]).toEqual([asked, 'forbidden']);
      if (asked !== 'read')
        expect([asked, await codeOf(work(withRoles('editor')))]).toEqual([asked, 'forbidden']);
    }
    expect(await acts(id)).toEqual([]);
  });

  it.each(providers.ids())(
    'sees merchant ids of %s, and of no secret but that it is there',
    async (provider) => {
      const { id } = await row(provider);
      const told = JSON.stringify(await readAgreement(world.app, eva, id));
      const { endpointToken } = await row(provider);
      expect(told).not.toContain(endpointToken);
      const agreement = await readAgreement(world.app, eva, id);
      const values: Record<string, unknown> = { ...sandboxCredentials[provider] };
      for (const { name, role } of agreement.fields) {
        if (role === 'secret') expect(told).not.toContain(values[name]);
        if (role === 'merchant') expect(told).toContain(values[name]);
      }
    },
  );
});

describe('what a contract allows', () => {
  it('is narrowed, on record, and never past a published service', async () => {
    const { app } = world;
    const { id } = await row('dibs');
    await world.service('submit_and_pay', {
      payment: { agreement: 'dibs', capture: 'now', methods: ['VISA'] },
    });
    const change = (methods: string[], displayName = 'DIBS') =>
      changeAgreement(app, eva, id, { displayName, methods, cardTypes: [] });
    expect(await change(['MC', 'VISA'])).toEqual({ kind: 'saved' });
    expect(await change(['VISA', 'MC'])).toEqual({ kind: 'unchanged' });
    expect((await row('dibs')).methods).toEqual(['VISA', 'MC']);
    expect(await change(['AMEX'])).toMatchObject({
      kind: 'stranded',
      services: [{ variant: 'submit_and_pay' }],
    });
    expect(await change([])).toEqual({ kind: 'invalid', problems: ['methods'] });
    expect(await change(['Vipps'], '')).toEqual({ kind: 'invalid', problems: ['name', 'methods'] });
    expect(await acts(id)).toEqual(['agreement_changed']);
  });

  it('counts kinds of cards only where they are told apart', async () => {
    const { id } = await row('payex');
    const change = (cardTypes: string[]) =>
      changeAgreement(world.app, eva, id, { displayName: 'PayEx', methods: ['Visa', 'Vipps'], cardTypes });
    expect(await change([])).toEqual({ kind: 'invalid', problems: ['cardTypes'] });
    expect(await change(['debit'])).toEqual({ kind: 'saved' });
    expect((await row('payex')).cardTypes).toEqual(['debit']);
    expect(await change(['debit', 'credit'])).toEqual({ kind: 'saved' });
    expect((await row('payex')).cardTypes).toEqual([]);
  });
});

describe('keys', () => {
  it.each([
    ['nets', { secretKey: 'sandbox-nets-secret-key-2' }, { secretKey: 'no-such-secret-key' }],
    ['payex', { payeeName: 'Testkommune' }, { accessToken: 'no-such-access-token' }],
    ['vipps', { reservationDays: '90' }, { clientSecret: 'no-such-client-secret' }],
  ])('of %s are stored once the provider accepts them', async (provider, good, bad) => {
    const { app } = world;
    const { id, credentials } = await row(provider);
    const before = await stored(provider);
    const settings = Object.fromEntries(
      (await readAgreement(app, eva, id)).fields
        .filter(({ role }) => role === 'setting')
        .map(({ name, value }) => [name, value]),
    );
    expect(await replaceKeys(app, eva, id, formOf(settings))).toEqual({ kind: 'unchanged' });
    expect(await replaceKeys(app, eva, id, formOf({ ...settings, ...bad }))).toEqual({ kind: 'refused' });
    expect((await row(provider)).credentials).toBe(credentials);
    expect(await replaceKeys(app, eva, id, formOf({ ...settings, ...good }))).toEqual({
      kind: 'saved',
      asked: true,
    });
    expect(await stored(provider)).toMatchObject(
      Object.fromEntries(
        Object.entries(good).map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]),
      ),
    );
    expect((await acts(id)).at(-1)).toBe('agreement_keys_replaced');
    const entry = await app.db.auditEntry.findFirstOrThrow({
      where: { subjectId: id, act: 'agreement_keys_replaced' },
    });
    expect(entry.detail).toMatchObject({ fields: Object.keys(good)[0] });
    expect(Object.keys(Object(entry.detail)).sort()).toEqual(['agreement', 'fields']);
    await app.db.paymentAgreement.update({ where: { id }, data: { credentials } });
    expect(await stored(provider)).toEqual(before);
  });

  it('stay as they are while the provider does not answer', async () => {
    const { app } = world;
    const { id, credentials } = await row('nets');
    const silent = {
      ...app,
      openProvider: (...opened: Parameters<typeof app.openProvider>) => ({
        ...app.openProvider(...opened),
        check: async () => ({ outcome: 'unknown' as const, code: 'TIMEOUT', detail: '' }),
      }),
    };
    const form = formOf({ secretKey: 'sandbox-nets-secret-key-2' });
    expect(await replaceKeys(silent, eva, id, form)).toEqual({ kind: 'no_answer' });
    expect((await row('nets')).credentials).toBe(credentials);
  });

  it('that cannot be used are named, and whom the money goes to never changes', async () => {
    const { id } = await row('dibs');
    const { merchantId } = await stored('dibs');
    expect(
      await replaceKeys(world.app, eva, id, formOf({ macKey: 'not hex', reservationDays: 'x' })),
    ).toEqual({
      kind: 'invalid',
      fields: ['macKey', 'reservationDays'],
    });
    expect(await replaceKeys(world.app, eva, id, formOf({ merchantId: '1', reservationDays: '30' }))).toEqual(
      {
        kind: 'unchanged',
      },
    );
    expect((await stored('dibs')).merchantId).toBe(merchantId);
  });

  it('lose to what a colleague stored meanwhile', async () => {
    const { app } = world;
    const { id } = await row('nets');
    const slow = {
      ...app,
      openProvider: (...opened: Parameters<typeof app.openProvider>) => ({
        ...app.openProvider(...opened),
        check: async () => {
          await replaceKeys(app, eva, id, formOf({ reservationDays: '20' }));
          return { outcome: 'done' as const };
        },
      }),
    };
    expect(await replaceKeys(slow, eva, id, formOf({ reservationDays: '10' }))).toEqual({
      kind: 'changed_since',
    });
    expect(await stored('nets')).toMatchObject({ reservationDays: 20 });
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
    world.app.openProvider(await row('dibs')).isAuthentic(message(macKey), { secret: '', url: '' });

  it('is believed beside the new one until somebody says that no message is under way', async () => {
    const { app } = world;
    const { id } = await row('dibs');
    expect(await dropOldKeys(app, eva, id)).toEqual({ kind: 'none' });
    const form = formOf({ macKey: newKey, reservationDays: '30' });
    expect(await replaceKeys(app, eva, id, form)).toEqual({ kind: 'saved', asked: false });
    expect(await stored('dibs')).toMatchObject({ macKey: [newKey, oldKey] });
    // Said again it is no change, and the old one is not forgotten by that.
    expect(await replaceKeys(app, eva, id, form)).toEqual({ kind: 'unchanged' });
    expect([await isBelieved(newKey), await isBelieved(oldKey)]).toEqual([true, true]);
    const { fields } = await readAgreement(app, eva, id);
    expect(fields.filter(({ keptOld }) => keptOld).map(({ name }) => name)).toEqual(['macKey']);
    expect(await dropOldKeys(app, eva, id)).toEqual({ kind: 'dropped' });
    expect([await isBelieved(newKey), await isBelieved(oldKey)]).toEqual([true, false]);
    await replaceKeys(app, eva, id, formOf({ macKey: oldKey, reservationDays: '30' }));
    await dropOldKeys(app, eva, id);
    expect((await acts(id)).slice(-4)).toEqual([
      'agreement_keys_replaced',
      'agreement_old_keys_dropped',
      'agreement_keys_replaced',
      'agreement_old_keys_dropped',
    ]);
  });
});

describe('registration for messages', () => {
  const registrationOf = async () => {
    const agreement = await row('vipps');
    const sealed = agreement.registration ?? '';
    return JSON.parse(world.app.box.open(sealed, registrationContext(agreement))) as {
      id: string;
      secret: string;
      before?: string[];
    };
  };

  it('is made again: one at the provider, and the secret before it is still believed', async () => {
    const { app } = world;
    const { id } = await row('vipps');
    expect((await listAgreements(app.db, eva)).find(({ name }) => name === 'vipps')?.messages).toBe(
      'missing',
    );
    expect(await registerAgain(app, eva, id)).toEqual({ kind: 'registered' });
    const first = await registrationOf();
    expect(await registerAgain(app, eva, id)).toEqual({ kind: 'registered' });
    const second = await registrationOf();
    expect(second).toMatchObject({ before: [first.secret] });
    expect(second.secret).not.toBe(first.secret);
    const provider = app.openProvider(await row('vipps'));
    const url = 'https://portal.example/hook';
    const believed = (secret: string) => {
      const { headers, body } = signTestWebhook({ event: 'AUTHORIZED', reference: 'kv-1-1-1', url, secret });
      return provider.isAuthentic({ headers: new Headers(headers), body }, { secret: '', url });
    };
    expect([first.secret, second.secret, 'another'].map(believed)).toEqual([true, true, false]);
    expect(await acts(id)).toEqual(expect.arrayContaining(['agreement_registered']));
    expect((await listAgreements(app.db, eva)).find(({ name }) => name === 'vipps')?.messages).toBe(
      'registered',
    );
  });

  it('is not asked for where every payment says it', async () => {
    expect(await registerAgain(world.app, eva, (await row('nets')).id)).toEqual({ kind: 'not_needed' });
  });
});

describe('a new agreement', () => {
  const add = (
    provider: string,
    { displayName = `Ny avtale med ${provider}`, ...change }: Record<string, string> = {},
    staff = eva,
  ) =>
    addAgreement(world.app, staff, {
      provider,
      environment: 'live',
      displayName,
      methods: [providers.get(provider).methods[0]?.name ?? ''],
      cardTypes: [...providers.get(provider).cardTypes],
      form: formOf({ ...sandboxCredentials[provider], ...change }),
    });

  it.each(providers.ids())('with %s opens what it sealed, under a name of its own', async (provider) => {
    const { app } = world;
    const result = await add(provider);
    if (result.kind !== 'added') throw new Error(result.kind);
    const agreement = await app.db.paymentAgreement.findUniqueOrThrow({ where: { id: result.id } });
    expect(agreement).toMatchObject({
      name: `${provider}-2`,
      ownerId: eva.ownerId,
      displayName: `Ny avtale med ${provider}`,
    });
    expect(agreement.credentials).toMatch(/^v1\./);
    expect(result.asked).toBe(app.openProvider(agreement).check !== undefined);
    expect(openCredentials(app, agreement)).toMatchObject({
      ...sandboxCredentials[provider],
    });
    expect(await acts(result.id)).toEqual(['agreement_added']);
    // Posted twice it is the same; another one needs another name.
    expect(await add(provider)).toEqual(result);
    const [secret = ''] = fieldsOf(provider).flatMap(({ name, role }) => (role === 'secret' ? [name] : []));
    expect(await add(provider, { [secret]: 'ab'.repeat(16) })).toMatchObject({ problems: ['name_taken'] });
    // Another owner's row does not open it.
    const moved = { ...agreement, ownerId: stranger.ownerId };
    expect(() => app.openProvider(moved)).toThrow();
  });

  it('is one, when its form is posted twice in the same instant', async () => {
    const post = () => add('dibs', { displayName: 'To ganger' });
    const [one, other] = await Promise.all([post(), post()]);
    expect(one).toEqual(other);
    expect(await world.app.db.paymentAgreement.count({ where: { displayName: 'To ganger' } })).toBe(1);
  });

  it('is not stored with what the provider refuses, what is missing, or without the role', async () => {
    const count = () => world.app.db.paymentAgreement.count();
    const before = await count();
    expect(await add('nets', { displayName: 'Feil', secretKey: 'no-such-secret-key' })).toEqual({
      kind: 'refused',
    });
    expect(await add('payex', { displayName: 'Feil', payeeId: '', accessToken: 'x' })).toEqual({
      kind: 'invalid',
      fields: ['accessToken', 'payeeId'],
      problems: [],
    });
    expect(await codeOf(add('nets', { displayName: 'Feil' }, withRoles('editor')))).toBe('forbidden');
    expect(await count()).toBe(before);
  });

  it('is the other owner’s own, whose names begin afresh', async () => {
    const result = await add('dibs', {}, stranger);
    if (result.kind !== 'added') throw new Error(result.kind);
    expect((await listAgreements(world.app.db, stranger)).map(({ name }) => name)).toEqual(['dibs']);
    expect(await codeOf(readAgreement(world.app, eva, result.id))).toBe('not_found');
  });
});
