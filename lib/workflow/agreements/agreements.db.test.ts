import { describe, expect, it, vi } from 'vitest';
import type { StaffActor, StaffRole } from '@/lib/core/staff-actor.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { sandboxCredentials } from '@/prisma/seed/sandbox-credentials.ts';
import { addAgreement } from './add-agreement.ts';
import { fieldsOf, openCredentials } from './agreement-fields.ts';
import { changeAgreement } from './change-agreement.ts';
import { listAgreements, readAgreement } from './read-agreements.ts';
import { registerAgain } from './register-again.ts';
import { dropOldKeys, replaceKeys } from './replace-keys.ts';
import { acts, agreementStage, codeOf, formOf, row } from './testing/agreement-stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const stage = agreementStage();

const withRoles = (...roles: StaffRole[]): StaffActor => ({ ...stage.eva, roles });

describe('who sees agreements', () => {
  it('those who choose among them, and those who keep them; nobody of another owner', async () => {
    const { app } = stage.world;
    const { id } = await row(stage, 'nets');
    expect((await listAgreements(app.db, withRoles('editor'))).map(({ name }) => name)).toContain('nets');
    expect(await codeOf(listAgreements(app.db, withRoles('case_worker')))).toBe('forbidden');
    expect(await listAgreements(app.db, stage.stranger)).toEqual([]);
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
      expect([asked, await codeOf(work(stage.stranger))]).toEqual([asked, 'not_found']);
      expect([asked, await codeOf(work(withRoles('case_worker')))]).toEqual([asked, 'forbidden']);
      if (asked !== 'read')
        expect([asked, await codeOf(work(withRoles('editor')))]).toEqual([asked, 'forbidden']);
    }
    expect(await acts(stage, id)).toEqual([]);
  });

  it.each(providers.ids())(
    'sees merchant ids of %s, and of no secret but that it is there',
    async (provider) => {
      const { id } = await row(stage, provider);
      const told = JSON.stringify(await readAgreement(stage.world.app, stage.eva, id));
      const { endpointToken } = await row(stage, provider);
      expect(told).not.toContain(endpointToken);
      const agreement = await readAgreement(stage.world.app, stage.eva, id);
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
    const { app } = stage.world;
    const { id } = await row(stage, 'dibs');
    await stage.world.service('submit_and_pay', {
      payment: { agreement: 'dibs', capture: 'now', methods: ['VISA'] },
    });
    const change = (methods: string[], displayName = 'DIBS') =>
      changeAgreement(app, stage.eva, id, { displayName, methods, cardTypes: [] });
    expect(await change(['MC', 'VISA'])).toEqual({ kind: 'saved' });
    expect(await change(['VISA', 'MC'])).toEqual({ kind: 'unchanged' });
    expect((await row(stage, 'dibs')).methods).toEqual(['VISA', 'MC']);
    expect(await change(['AMEX'])).toMatchObject({
      kind: 'stranded',
      services: [{ variant: 'submit_and_pay' }],
    });
    expect(await change([])).toEqual({ kind: 'invalid', problems: ['methods'] });
    expect(await change(['Vipps'], '')).toEqual({ kind: 'invalid', problems: ['name', 'methods'] });
    expect(await acts(stage, id)).toEqual(['agreement_changed']);
  });

  it('counts kinds of cards only where they are told apart', async () => {
    const { id } = await row(stage, 'payex');
    const change = (cardTypes: string[]) =>
      changeAgreement(stage.world.app, stage.eva, id, {
        displayName: 'PayEx',
        methods: ['Visa', 'Vipps'],
        cardTypes,
      });
    expect(await change([])).toEqual({ kind: 'invalid', problems: ['cardTypes'] });
    expect(await change(['debit'])).toEqual({ kind: 'saved' });
    expect((await row(stage, 'payex')).cardTypes).toEqual(['debit']);
    expect(await change(['debit', 'credit'])).toEqual({ kind: 'saved' });
    expect((await row(stage, 'payex')).cardTypes).toEqual([]);
  });
});

describe('a new agreement', () => {
  const add = (
    provider: string,
    { displayName = `Ny avtale med ${provider}`, ...change }: Record<string, string> = {},
    staff = stage.eva,
  ) =>
    addAgreement(stage.world.app, staff, {
      provider,
      environment: 'live',
      displayName,
      methods: [providers.get(provider).methods[0]?.name ?? ''],
      cardTypes: [...providers.get(provider).cardTypes],
      form: formOf({ ...sandboxCredentials[provider], ...change }),
    });

  it.each(providers.ids())('with %s opens what it sealed, under a name of its own', async (provider) => {
    const { app } = stage.world;
    const result = await add(provider);
    if (result.kind !== 'added') throw new Error(result.kind);
    const agreement = await app.db.paymentAgreement.findUniqueOrThrow({ where: { id: result.id } });
    expect(agreement).toMatchObject({
      name: `${provider}-2`,
      ownerId: stage.eva.ownerId,
      displayName: `Ny avtale med ${provider}`,
    });
    expect(agreement.credentials).toMatch(/^v1\./);
    expect(result.asked).toBe(app.openProvider(agreement).check !== undefined);
    expect(openCredentials(app, agreement)).toMatchObject({
      ...sandboxCredentials[provider],
    });
    expect(await acts(stage, result.id)).toEqual(['agreement_added']);
    // Posted twice it is the same; another one needs another name.
    expect(await add(provider)).toEqual(result);
    const [secret = ''] = fieldsOf(provider).flatMap(({ name, role }) => (role === 'secret' ? [name] : []));
    expect(await add(provider, { [secret]: 'ab'.repeat(16) })).toMatchObject({ problems: ['name_taken'] });
    // Another owner's row does not open it.
    const moved = { ...agreement, ownerId: stage.stranger.ownerId };
    expect(() => app.openProvider(moved)).toThrow();
  });

  it('is one, when its form is posted twice in the same instant', async () => {
    const post = () => add('dibs', { displayName: 'To ganger' });
    const [one, other] = await Promise.all([post(), post()]);
    expect(one).toEqual(other);
    expect(await stage.world.app.db.paymentAgreement.count({ where: { displayName: 'To ganger' } })).toBe(1);
  });

  it('is not stored with what the provider refuses, what is missing, or without the role', async () => {
    const count = () => stage.world.app.db.paymentAgreement.count();
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
    const result = await add('dibs', {}, stage.stranger);
    if (result.kind !== 'added') throw new Error(result.kind);
    expect((await listAgreements(stage.world.app.db, stage.stranger)).map(({ name }) => name)).toEqual([
      'dibs',
    ]);
    expect(await codeOf(readAgreement(stage.world.app, stage.eva, result.id))).toBe('not_found');
  });
});
