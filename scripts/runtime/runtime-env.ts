import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir } from './paths.ts';
import { StopMessage } from './stop-message.ts';

export type Ports = { portal: number; sandbox: number; smtp: number; postgres: number };

export type Mode = 'demo' | 'production';

export function mode(): Mode {
  return process.env.KVITT_MODE === 'production' ? 'production' : 'demo';
}

/** The ports of this start; throws StopMessage when one is no port number. */
export function readPorts(): Ports {
  return {
    portal: port('PORT', 3000),
    sandbox: port('SANDBOX_PORT', 4010),
    smtp: port('SANDBOX_SMTP_PORT', 4025),
    postgres: port('PGPORT', 5439),
  };
}

/**
 * The environment of portal, worker and sandbox. What is set already wins; in demo the rest is filled in so that
 * everything points at the sandbox, with secrets made on the first start. In production nothing is filled in:
 * lib/core/env.ts says what is missing.
 */
export function runtimeEnv(ports: Ports, databaseUrl: string): Record<string, string> {
  const given = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  const portalUrl = given.PORTAL_URL ?? `http://localhost:${ports.portal}`;
  const always = {
    DATABASE_URL: databaseUrl,
    KVITT_MODE: given.KVITT_MODE ?? 'demo',
    PORT: String(ports.portal),
    NEXTAUTH_URL: portalUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  return { ...(mode() === 'demo' ? demoValues(ports, portalUrl) : {}), ...given, ...always };
}

function demoValues(ports: Ports, portalUrl: string): Record<string, string> {
  const sandbox = process.env.SANDBOX_URL || `http://127.0.0.1:${ports.sandbox}`;
  return {
    PORTAL_URL: portalUrl,
    SANDBOX_URL: sandbox,
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_SMTP_PORT: String(ports.smtp),
    SANDBOX_DATA: join(dataDir, 'sandbox.json'),
    IDPORTEN_ISSUER: `${sandbox}/idporten`,
    IDPORTEN_CLIENT_ID: 'kvitt-portal',
    IDPORTEN_CLIENT_SECRET: 'sandbox-idporten-secret',
    ANSATTPORTEN_ISSUER: `${sandbox}/ansattporten`,
    ANSATTPORTEN_CLIENT_ID: 'kvitt-admin',
    ANSATTPORTEN_CLIENT_SECRET: 'sandbox-ansattporten-secret',
    REGISTER_URL: `${sandbox}/register`,
    REGISTER_TOKEN: 'sandbox-register-token',
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    PROVIDER_BASE_URLS: sandboxProviders(sandbox),
    ...secrets(),
  };
}

/** The sandbox plays each provider below its id. */
function sandboxProviders(sandbox: string): string {
  const ids = ['nets', 'payex', 'dibs', 'vipps', 'netaxept', 'flexwin'];
  return JSON.stringify(Object.fromEntries(ids.map((id) => [id, `${sandbox}/${id}`])));
}

/** Made once and kept: what was encrypted before a restart must be readable after it. */
function secrets(): Record<string, string> {
  const file = join(dataDir, 'secrets.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const names = ['KVITT_SECRET_KEY', 'KVITT_HMAC_KEY', 'NEXTAUTH_SECRET'];
  const missing = names.filter((name) => !known[name]);
  if (missing.length === 0) return known;
  const all = {
    ...known,
    ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('base64')])),
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(all, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return all;
}

function port(name: string, fallback: number): number {
  const value = process.env[name];
  if (!value) return fallback;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new StopMessage(`${name} is "${value}", but a port is a number from 1 to 65535.`);
}
