import { describe, expect, it } from 'vitest';
import { parseEnv } from './env.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const demo = {
  DATABASE_URL: 'postgresql://kvitt@localhost:5439/kvitt',
  PORTAL_URL: 'http://localhost:3000',
  KVITT_SECRET_KEY: key(1),
  KVITT_HMAC_KEY: key(2),
  NEXTAUTH_SECRET: 'x'.repeat(32),
  IDPORTEN_ISSUER: 'http://127.0.0.1:4010/idporten',
  IDPORTEN_CLIENT_ID: 'kvitt-portal',
  IDPORTEN_CLIENT_SECRET: 'sandbox-idporten-secret',
  ANSATTPORTEN_ISSUER: 'http://127.0.0.1:4010/ansattporten',
  ANSATTPORTEN_CLIENT_ID: 'kvitt-admin',
  ANSATTPORTEN_CLIENT_SECRET: 'sandbox-ansattporten-secret',
  REGISTER_URL: 'http://127.0.0.1:4010/register',
  REGISTER_TOKEN: 'sandbox-register-token',
  SMTP_URL: 'smtp://127.0.0.1:4025',
};
const production = {
  ...demo,
  KVITT_MODE: 'production',
  PORTAL_URL: 'https://kvitt.example',
  IDPORTEN_ISSUER: 'https://idporten.example',
  IDPORTEN_CLIENT_SECRET: 'ekte-hemmelighet',
  ANSATTPORTEN_ISSUER: 'https://ansattporten.example',
  ANSATTPORTEN_CLIENT_SECRET: 'ekte-hemmelighet',
  REGISTER_URL: 'https://register.example',
  REGISTER_TOKEN: 'ekte-nokkel',
};

const problem = (source: Record<string, string | undefined>): string => {
  try {
    parseEnv(source);
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('the configuration', () => {
  it('is complete for a demo and for production', () => {
    expect(parseEnv(demo)).toMatchObject({ KVITT_MODE: 'demo', LOG_LEVEL: 'info', PROVIDER_BASE_URLS: {} });
    expect(parseEnv(production).KVITT_MODE).toBe('production');
  });

  it.each(Object.keys(demo))('names %s when it is missing or empty', (name) => {
    expect(problem({ ...demo, [name]: undefined })).toContain(`${name}: is missing`);
    expect(problem({ ...demo, [name]: '' })).toContain(`${name}: is missing`);
  });

  it.each([
    ['KVITT_MODE', 'prod'],
    ['DATABASE_URL', 'mysql://localhost/kvitt'],
    ['PORTAL_URL', 'localhost:3000'],
    ['KVITT_SECRET_KEY', 'hemmelig-og-altfor-kort'],
    ['KVITT_HMAC_KEY', 'hemmelig-og-altfor-kort'],
    ['NEXTAUTH_SECRET', 'hemmelig-kort'],
    ['IDPORTEN_ISSUER', 'javascript:alert(1)'],
    ['ANSATTPORTEN_ISSUER', 'ansattporten'],
    ['ANSATTPORTEN_RESOURCES', '{"editor":"a","case_worker":"b","finance":"c d"}'],
    ['REGISTER_URL', 'register'],
    ['SMTP_URL', 'http://localhost:25'],
    ['PROVIDER_BASE_URLS', '{hemmelig'],
    ['PROVIDER_BASE_URLS', '{"nets":"ikke-en-adresse"}'],
    ['SANDBOX_URL', 'sandkassa'],
    ['LOG_LEVEL', 'alt'],
    ['KVITT_CLOCK_OFFSET_SECONDS', 'i morgen'],
  ])('names %s when it is wrong (%s), and never its value', (name, value) => {
    const said = problem({ ...demo, [name]: value });
    expect(said).toContain(`${name}`);
    expect(said.split('\n')).toHaveLength(2);
    if (value.includes('hemmelig')) expect(said).not.toContain(value);
  });

  it('names everything that is missing at once', () => {
    expect(problem({}).match(/is missing/g)).toHaveLength(Object.keys(demo).length);
  });

  it.each([
    ['SANDBOX_URL', 'http://127.0.0.1:4010', 'refuses the sandbox'],
    ['IDPORTEN_CLIENT_SECRET', 'sandbox-idporten-secret', "demo's own"],
    ['ANSATTPORTEN_CLIENT_SECRET', 'sandbox-ansattporten-secret', "demo's own"],
    ['ANSATTPORTEN_ISSUER', 'http://ansattporten.example', 'must be https'],
    ['REGISTER_TOKEN', 'sandbox-register-token', "demo's own"],
    ['PORTAL_URL', 'http://kvitt.example', 'must be https'],
    ['IDPORTEN_ISSUER', 'http://idporten.example', 'must be https'],
    ['REGISTER_URL', 'http://register.example', 'must be https'],
    ['PROVIDER_BASE_URLS', '{"nets":"https://sandkasse.example"}', 'remove it'],
    ['KVITT_CRASH_AT', 'after-create', 'for tests only'],
    ['KVITT_CLOCK_OFFSET_SECONDS', '3600', 'for tests only'],
  ])('production refuses %s=%s', (name, value, why) => {
    expect(problem({ ...production, [name]: value })).toMatch(new RegExp(`${name}: .*${why}`));
  });
});
