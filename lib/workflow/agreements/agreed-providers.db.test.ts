import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '@/lib/db/client.ts';
import { agreedProviders } from '@/lib/payments/agreed-providers.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { sandboxCredentials } from '@/prisma/seed/sandbox-credentials.ts';
import { employee } from '../testing/employees.ts';
import { createWorld, type World } from '../testing/world.ts';
import { addAgreement } from './add-agreement.ts';
import { formOf } from './testing/agreement-stage.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.app.db.paymentAgreement.deleteMany();
});
afterAll(() => world?.close());

const add = async (environment: 'live' | 'test') =>
  addAgreement(world.app, await employee(world, ['finance']), {
    provider: 'nets',
    environment,
    displayName: `Nets ${environment}`,
    form: formOf({ ...sandboxCredentials.nets }),
    methods: [providers.get('nets').methods[0]?.name ?? ''],
    cardTypes: [...providers.get('nets').cardTypes],
  });

describe('the providers that payers are sent to', () => {
  it('are those of the agreements, also of one that was added a moment ago', async () => {
    expect(await agreedProviders(world.app)).toEqual([]);
    expect(await add('live')).toMatchObject({ kind: 'added' });
    expect(await agreedProviders(world.app)).toEqual([{ provider: 'nets', environment: 'live' }]);
  });

  it('are known to another portal ten seconds later, which asks no oftener', async () => {
    const { app } = world;
    const asked: string[] = [];
    const db = newDatabase(world.databaseUrl, app.box).$extends({
      query: {
        $allOperations: ({ args, query, model }) => {
          asked.push(`${model}`);
          return query(args);
        },
      },
    }) as unknown as typeof app.db;
    const other = { db, clock: app.clock };
    const both = await Promise.all([agreedProviders(other), agreedProviders(other)]);
    expect(both).toEqual([1, 2].map(() => [{ provider: 'nets', environment: 'live' }]));
    await add('test');
    expect(await agreedProviders(other)).toHaveLength(1);
    expect(asked).toEqual(['PaymentAgreement']);
    world.clock.forward(10);
    expect(await agreedProviders(other)).toEqual([
      { provider: 'nets', environment: 'live' },
      { provider: 'nets', environment: 'test' },
    ]);
    expect(asked).toHaveLength(2);
    await db.$disconnect();
  });

  it('stay as they were while the database does not answer; who never knew them asks again a second later', async () => {
    const { app } = world;
    let broken = false;
    const db = newDatabase(world.databaseUrl, app.box).$extends({
      query: {
        $allOperations: ({ args, query }) => {
          if (broken) throw new Error('no database');
          return query(args);
        },
      },
    }) as unknown as typeof app.db;
    const known = { db, clock: app.clock };
    expect(await agreedProviders(known)).toHaveLength(2);
    broken = true;
    world.clock.forward(10);
    expect(await agreedProviders(known)).toHaveLength(2);
    const fresh = { db: db.$extends({}) as unknown as typeof app.db, clock: app.clock };
    expect(await agreedProviders(fresh)).toEqual([]);
    broken = false;
    expect(await agreedProviders(fresh)).toEqual([]);
    world.clock.forward(1);
    expect(await agreedProviders(fresh)).toHaveLength(2);
    await db.$disconnect();
  });
});
