import { join } from 'node:path';
import type { ChildSpec } from '../runtime/child.ts';
import { root } from '../runtime/paths.ts';
import { mode, type Ports } from '../runtime/runtime-env.ts';

export type Env = Record<string, string>;

const nextCli = join(root, 'node_modules/next/dist/bin/next');

/** The simulated parties. */
export function sandboxSpec(env: Env, dev: boolean): ChildSpec {
  return {
    name: 'sandbox',
    args: program('sandbox', dev),
    env,
    isReady: async (out) => out.includes('sandbox ready'),
  };
}

export function workerSpec(env: Env, dev: boolean): ChildSpec {
  return {
    name: 'worker',
    args: program('worker', dev),
    // PostgreSQL's views and log then say whose connection it is.
    env: { ...env, PGAPPNAME: 'kvitt-worker' },
    isReady: async (out) => out.includes('worker ready'),
  };
}

export function portalSpec(env: Env, ports: Ports, dev: boolean): ChildSpec {
  // The demo is for this machine only.
  const host = mode() === 'demo' ? 'localhost' : (env.KVITT_HOST ?? '0.0.0.0');
  return {
    name: 'portal',
    args: [nextCli, dev ? 'dev' : 'start', '--hostname', host, '--port', String(ports.portal)],
    env: { ...env, PGAPPNAME: 'kvitt-portal', NODE_ENV: dev ? 'development' : 'production' },
    isReady: () => isHealthy(`http://localhost:${ports.portal}/api/health`),
  };
}

/** True when this start is to run the sandbox itself: some party's address is the sandbox's own. */
export function wantsSandbox(env: Env, ports: Ports): boolean {
  if (mode() === 'production') return false;
  const own = `127.0.0.1:${ports.sandbox}`;
  const mail = `127.0.0.1:${ports.smtp}`;
  const addresses = [env.IDPORTEN_ISSUER, env.ANSATTPORTEN_ISSUER, env.REGISTER_URL, env.PROVIDER_BASE_URLS];
  return addresses.some((address) => address?.includes(own)) || Boolean(env.SMTP_URL?.includes(mail));
}

function program(name: 'sandbox' | 'worker', dev: boolean): string[] {
  if (!dev) return ['--enable-source-maps', join(root, `.build/${name}.js`)];
  return [
    join(root, 'node_modules/tsx/dist/cli.mjs'),
    'watch',
    '--clear-screen=false',
    join(root, `${name}/main.ts`),
  ];
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
