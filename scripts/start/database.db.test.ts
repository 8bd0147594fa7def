import '../testing/scratch-data.ts';
import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fjordvik, owners } from '@/prisma/seed/owners.ts';
import { root } from '../runtime/paths.ts';
import { readPorts, runtimeEnv } from '../runtime/runtime-env.ts';
import { createTestDatabase } from '../test-database.ts';
import type { TestDatabase } from '../test-server.ts';
import { prepareData } from './database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database?.drop();
});
afterEach(() => vi.unstubAllEnvs());

const ask = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
};
const slugs = async () =>
  (await ask<{ slug: string }>('select slug from owner order by slug')).map(({ slug }) => slug);
const prepare = (mode: 'demo' | 'production', alone = false) => {
  vi.stubEnv('KVITT_MODE', mode);
  return prepareData(
    { url: database.url, pid: undefined, stop: async () => undefined },
    runtimeEnv(readPorts(), database.url),
    alone,
  );
};

const insert = (owner: { slug: string; orgNumber: string; kind: string; email: string }) =>
  ask(
    `insert into owner (id, slug, org_number, kind, name, email) values (gen_random_uuid(), $1, $2, $3, '{}', $4)`,
    [owner.slug, owner.orgNumber, owner.kind, owner.email],
  );

describe('the data of a start', () => {
  afterEach(() => ask('delete from owner'));

  it('is seeded by a demo only, and not by a worker or portal beside it', async () => {
    // What an interrupted seeding leaves: whoever wants to seed stops at it.
    await ask('create schema kvitt_seeding');
    await expect(prepare('demo')).rejects.toThrow('interrupted while it seeded the demo');
    await prepare('demo', true);
    await prepare('production');
    await ask('drop schema kvitt_seeding');
    expect(await slugs()).toEqual([]);
  });

  it('is left as it is by a demo when somebody is there already', async () => {
    await insert({ ...fjordvik, slug: 'egen' });
    await prepare('demo');
    expect(await slugs()).toEqual(['egen']);
  });

  it('is refused by production, portal and worker alike, when it is a demo’s, be it one owner', async () => {
    for (const owner of owners) {
      await insert(owner);
      const message = new RegExp(`holds the demo's invented owners \\(${owner.slug}\\)[\\s\\S]*DATABASE_URL`);
      await expect(prepare('production')).rejects.toThrow(message);
      await expect(prepare('production', true)).rejects.toThrow(message);
      await ask('delete from owner');
    }
    for (const owner of owners) await insert(owner);
    await expect(prepare('production')).rejects.toThrow('(fjordvik, kystregisteret, merkestyret)');
  });

  it('is production’s own whatever its owners are called, when they have an address', async () => {
    await insert({ ...fjordvik, email: 'post@fjordvik.kommune.no' });
    await prepare('production');
  });

  it('is not seeded in production by the seed itself either, however it is called', async () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'prisma/seed/main.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...productionEnv(database.url) },
    });
    expect(stderr).toContain('The demo seed is refused in production');
    expect(status).toBe(1);
    expect(await slugs()).toEqual([]);
  }, 120_000);
});

function productionEnv(url: string): Record<string, string> {
  const key = Buffer.alloc(32, 7).toString('base64');
  return {
    KVITT_MODE: 'production',
    DATABASE_URL: url,
    PORTAL_URL: 'https://kvitt.example',
    KVITT_SECRET_KEY: key,
    KVITT_HMAC_KEY: key,
    NEXTAUTH_SECRET: key,
    IDPORTEN_ISSUER: 'https://idporten.example',
    IDPORTEN_CLIENT_ID: 'kvitt',
    IDPORTEN_CLIENT_SECRET: 'own',
    ANSATTPORTEN_ISSUER: 'https://ansattporten.example',
    ANSATTPORTEN_CLIENT_ID: 'kvitt',
    ANSATTPORTEN_CLIENT_SECRET: 'own',
    REGISTER_URL: 'https://register.example',
    REGISTER_TOKEN: 'own',
    SMTP_URL: 'smtp://mail.example:25',
  };
}
