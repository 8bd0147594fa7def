import { addSeconds, type Clock } from '@/lib/core/clock.ts';
import { systemIds } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import { newSecretBox } from '@/lib/core/secret-box.ts';
import { newDatabase } from '@/lib/db/client.ts';
import { startSandbox } from '@/lib/identity/testing/sandbox.ts';
import type { Mail } from '@/lib/messages/mail-sender.ts';
import { credentialsContext, openAgreement } from '@/lib/payments/open-agreement.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { TestDatabase } from '@/scripts/test-server.ts';
import { type App, newApp } from '../app.ts';
import { performOperation } from '../paying/perform-operation.ts';
import { reconcile } from '../upkeep/reconcile.ts';
import { definitionFor } from './definition-for.ts';
import { drivers } from './drivers/registry.ts';
import { type NetsBooks, netsBooks } from './nets-books.ts';
import { testEnv } from './test-env.ts';

export { testEnv };

/** A clock that stands still until it is moved. */
export interface VirtualClock extends Clock {
  forward(seconds: number): void;
}

export interface World {
  app: App;
  databaseUrl: string;
  sandboxUrl: string;
  clock: VirtualClock;
  mails: Mail[];
  nets: NetsBooks;
  /** A signed-in person acting for herself; each name is a person of her own. */
  person(name?: string): Promise<Actor>;
  /** Publishes a small service of a variant and gives its slug. */
  service(variant: string, change?: Parameters<typeof definitionFor>[2]): Promise<string>;
  /** Carries out what the outbox holds for payments, as the worker would, until nothing is left. */
  work(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Where its database is made; else on the server of the test run. */
  createDatabase?: () => Promise<TestDatabase>;
  fetch?: typeof fetch;
  /** A sandbox that runs already, and goes on when the world ends; else the world has its own. */
  sandboxUrl?: string;
  /** Where the provider's messages are sent. */
  portalUrl?: string;
}

/** A whole portal without its pages: real PostgreSQL, the sandbox over real HTTP, a virtual clock. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const [database, sandbox] = await Promise.all([
    (options.createDatabase ?? (await import('@/scripts/test-database.ts')).createTestDatabase)(),
    options.sandboxUrl
      ? { url: options.sandboxUrl, stop: () => undefined }
      : startSandbox('http://localhost:3000'),
  ]);
  const clock = newVirtualClock(new Date('2026-03-10T10:00:00Z'));
  const mails: Mail[] = [];
  const config = testEnv(database.url, sandbox.url);
  const box = newSecretBox(config.KVITT_SECRET_KEY);
  const http = { fetch: options.fetch ?? fetch, timeoutMs: 15_000, pause: async () => undefined };
  const app = newApp(config, {
    clock,
    box,
    fetch: options.fetch,
    openProvider: (agreement) => openAgreement(agreement, box, config.PROVIDER_BASE_URLS, http),
    db: newDatabase(database.url, box, 20),
    mail: { send: async (mail) => void mails.push(mail) },
  });
  if (options.portalUrl) app.portalUrl = options.portalUrl;
  const owner = await app.db.owner.create({
    data: {
      id: systemIds.uuid(),
      slug: 'testkommune',
      orgNumber: '314555902',
      kind: 'municipality',
      name: { nb: 'Testkommune', nn: 'Testkommune', en: 'Testkommune' },
      email: 'post@test.example',
    },
  });
  const keys = { ownerId: owner.id, environment: 'live' as const };
  // The sandbox's merchants; an agreement is named as its provider.
  for (const provider of providers.ids())
    await app.db.paymentAgreement.create({
      data: {
        id: systemIds.uuid(),
        ...keys,
        name: provider,
        provider,
        displayName: provider,
        endpointToken: systemIds.token(24),
        credentials: app.box.seal(
          JSON.stringify(drivers.get(provider).credentials),
          credentialsContext({ ...keys, name: provider }),
        ),
      },
    });
  return {
    app,
    databaseUrl: database.url,
    sandboxUrl: sandbox.url,
    clock,
    mails,
    nets: netsBooks(sandbox.url),
    person: (name = 'Kari Testesen') => signIn(app, name),
    async service(variant, change) {
      const slug = `gebyr-${systemIds.token(4)}`;
      const serviceId = systemIds.uuid();
      await app.db.service.create({ data: { id: serviceId, ...keys, slug } });
      await app.db.serviceVersion.create({
        data: {
          id: systemIds.uuid(),
          serviceId,
          ...keys,
          version: 1,
          publishedAt: clock.now(),
          createdAt: clock.now(),
          definition: definitionFor(variant, slug, change) as unknown as object,
        },
      });
      return slug;
    },
    async work() {
      for (;;) {
        const open = await app.db.paymentOperation.findMany({
          where: {
            kind: { not: 'create' },
            nextTryAt: { lte: clock.now() },
            status: { in: ['intent', 'sent', 'unknown'] },
          },
        });
        const { handled } = await reconcile(app);
        for (const operation of open) await performOperation(app, operation.id);
        if (!open.length && !handled) return;
      }
    },
    async close() {
      await app.db.$disconnect();
      sandbox.stop();
      await database.drop();
    },
  };
}

function newVirtualClock(start: Date): VirtualClock {
  let now = start;
  return {
    now: () => now,
    forward: (seconds) => {
      now = addSeconds(now, seconds);
    },
  };
}

async function signIn(app: App, name: string): Promise<Actor> {
  const personId = app.ids.uuid();
  await app.db.person.create({
    data: {
      id: personId,
      pidSealed: app.box.seal('12858514140', `person:${personId}`),
      pidHmac: app.ids.token(16),
      name,
      createdAt: app.clock.now(),
      party: { create: { id: app.ids.uuid(), kind: 'person', name } },
    },
  });
  const party = await app.db.party.findUniqueOrThrow({ where: { personId } });
  return {
    personId,
    personName: name,
    acting: { id: party.id, kind: 'person', name },
    sessionId: app.ids.uuid(),
    acr: 'idporten-loa-high',
  };
}
