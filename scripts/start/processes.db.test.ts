import '../testing/scratch-data.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPorts, runtimeEnv } from '../runtime/runtime-env.ts';
import { wantsSandbox } from './processes.ts';

const ports = readPorts();
const elsewhere = {
  IDPORTEN_ISSUER: 'https://idporten.example',
  ANSATTPORTEN_ISSUER: 'https://ansattporten.example',
  REGISTER_URL: 'https://register.example',
  PROVIDER_BASE_URLS: '{}',
  SMTP_URL: 'smtp://mail.example:25',
};
const own = `http://127.0.0.1:${ports.sandbox}`;

afterEach(() => vi.unstubAllEnvs());

describe('the sandbox of a start', () => {
  it.each(Object.keys(elsewhere))('runs in a demo as soon as %s is its own', (name) => {
    vi.stubEnv('KVITT_MODE', 'demo');
    expect(wantsSandbox(elsewhere, ports)).toBe(false);
    const address =
      name === 'SMTP_URL'
        ? `smtp://127.0.0.1:${ports.smtp}`
        : name === 'PROVIDER_BASE_URLS'
          ? JSON.stringify({ any: `${own}/any` })
          : `${own}/party`;
    expect(wantsSandbox({ ...elsewhere, [name]: address }, ports)).toBe(true);
  });

  it('never runs in production, wherever the addresses point', () => {
    vi.stubEnv('KVITT_MODE', 'demo');
    const demo = runtimeEnv(ports, 'postgresql://none');
    expect(wantsSandbox(demo, ports)).toBe(true);
    vi.stubEnv('KVITT_MODE', 'production');
    expect(wantsSandbox(demo, ports)).toBe(false);
  });

  it('nothing of the demo is filled in for production', () => {
    vi.stubEnv('KVITT_MODE', 'production');
    const env = runtimeEnv(ports, 'postgresql://none');
    expect(Object.values(env).filter((value) => value.includes(own) || value.startsWith('sandbox-'))).toEqual(
      [],
    );
  });
});
