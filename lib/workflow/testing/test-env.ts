import { type Env, parseEnv } from '@/lib/core/env.ts';
import { providers } from '@/lib/payments/providers/registry.ts';

/** A complete configuration with keys that open nothing. */
export function testEnv(databaseUrl: string, sandboxUrl: string): Env {
  return parseEnv(testVariables(databaseUrl, sandboxUrl));
}

/** The same as environment variables, for a process of its own. */
export function testVariables(databaseUrl: string, sandboxUrl: string): Record<string, string> {
  const key = Buffer.alloc(32, 7).toString('base64');
  return {
    DATABASE_URL: databaseUrl,
    PORTAL_URL: 'http://localhost:3000',
    KVITT_SECRET_KEY: key,
    KVITT_HMAC_KEY: key,
    NEXTAUTH_SECRET: 'x'.repeat(32),
    IDPORTEN_ISSUER: `${sandboxUrl}/idporten`,
    IDPORTEN_CLIENT_ID: 'kvitt-portal',
    IDPORTEN_CLIENT_SECRET: 'sandbox-idporten-secret',
    ANSATTPORTEN_ISSUER: `${sandboxUrl}/ansattporten`,
    ANSATTPORTEN_CLIENT_ID: 'kvitt-admin',
    ANSATTPORTEN_CLIENT_SECRET: 'sandbox-ansattporten-secret',
    REGISTER_URL: `${sandboxUrl}/register`,
    REGISTER_TOKEN: 'sandbox-register-token',
    SMTP_URL: 'smtp://127.0.0.1:1',
    PROVIDER_BASE_URLS: JSON.stringify(
      Object.fromEntries(providers.ids().map((id) => [id, `${sandboxUrl}/${id}`])),
    ),
    SANDBOX_URL: sandboxUrl,
    LOG_LEVEL: 'silent',
  };
}
