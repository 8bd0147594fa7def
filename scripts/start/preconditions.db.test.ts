import '../testing/scratch-data.ts';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { releaseLock } from '../runtime/lock.ts';
import { findFreePort } from '../runtime/ports.ts';
import { remember } from '../runtime/processes.ts';
import type { Ports } from '../runtime/runtime-env.ts';
import { bystander } from '../testing/bystander.ts';
import { checkConfiguration, checkPorts, lockFile, takeLock } from './preconditions.ts';

const servers: Server[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

async function freePorts(): Promise<Ports> {
  const [portal, sandbox, smtp, postgres] = await Promise.all([1, 2, 3, 4].map(findFreePort));
  if (!portal || !sandbox || !smtp || !postgres) throw new Error('no port');
  return { portal, sandbox, smtp, postgres };
}
const take = (port: number) =>
  new Promise<void>((listening) => {
    servers.push(createServer().listen(port, '127.0.0.1', listening));
  });

describe('a second start from the same folder', () => {
  it('is told who runs and what to do, and takes over when that one is gone', async () => {
    const ports = await freePorts();
    const other = await bystander();
    takeLock(ports);
    writeFileSync(lockFile, JSON.stringify(remember(other)));
    expect(() => takeLock(ports)).toThrow(
      new RegExp(`already runs.*process ${other}.*localhost:${ports.portal}.*Ctrl-C.*KVITT_DATA_DIR`),
    );
    writeFileSync(lockFile, JSON.stringify({ ...remember(other), startedAt: '1' }));
    takeLock(ports);
    releaseLock(lockFile);
  });
});

describe('the ports of a start', () => {
  it.each([
    ['portal', 'PORT', 'the portal'],
    ['sandbox', 'SANDBOX_PORT', 'the sandbox'],
    ['smtp', 'SANDBOX_SMTP_PORT', "the sandbox's mail"],
    ['postgres', 'PGPORT', 'PostgreSQL'],
  ] as const)('are named when somebody has them: %s', async (name, variable, purpose) => {
    const ports = await freePorts();
    await checkPorts(ports);
    await take(ports[name]);
    const port = ports[name];
    await expect(checkPorts(ports)).rejects.toThrow(
      `Port ${port} (for ${purpose}) is taken by another program. Stop that program, or choose another port: ${variable}=${port + 10} npm start`,
    );
  });

  it('are only those that it needs: with a database and sandbox elsewhere, the portal’s', async () => {
    const ports = await freePorts();
    for (const name of ['sandbox', 'smtp', 'postgres'] as const) await take(ports[name]);
    vi.stubEnv('DATABASE_URL', 'postgresql://kvitt@db.example/kvitt');
    vi.stubEnv('KVITT_MODE', 'production');
    await checkPorts(ports);
  });
});

describe('the configuration of a start', () => {
  it('is whole in a demo, and every gap is named before anything is built in production', async () => {
    const ports = await freePorts();
    checkConfiguration(ports);
    vi.stubEnv('KVITT_MODE', 'production');
    expect(() => checkConfiguration(ports)).toThrow(
      /KVITT_SECRET_KEY: is missing[\s\S]*IDPORTEN_ISSUER: is missing/,
    );
    vi.stubEnv('KVITT_MODE', 'prod');
    expect(() => checkConfiguration(ports)).toThrow('KVITT_MODE is "prod", but it is demo or production.');
  });
});
