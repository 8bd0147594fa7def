import { addSeconds, type Clock } from '@/lib/core/clock.ts';
import { systemIds } from '@/lib/core/ids.ts';
import { newSecretBox } from '@/lib/core/secret-box.ts';
import { newDatabase } from '@/lib/db/client.ts';
import type { SignInDeps } from '../deps.ts';
import { newRegisterClient } from '../register-client.ts';

export const portalUrl = 'http://localhost:3000';

/** Synthetic people of the sandbox. */
export const kari = '12858514140';
export const lars = '21866417404';
export const rune = '17869220809';
export const gunnhild = '25888122500';

/** A clock that starts now and is moved by hand. */
export function newTestClock(): Clock & { forward(seconds: number): void } {
  let offsetSeconds = 0;
  return {
    now: () => addSeconds(new Date(), offsetSeconds),
    forward(seconds) {
      offsetSeconds += seconds;
    },
  };
}

/** Identity over a test database and a running sandbox. */
export function newTestDeps(
  databaseUrl: string,
  sandboxUrl: string,
  overrides: Partial<SignInDeps> = {},
): SignInDeps {
  const box = newSecretBox(Buffer.alloc(32, 1).toString('base64'));
  return {
    db: newDatabase(databaseUrl, box, 4),
    clock: newTestClock(),
    ids: systemIds,
    box,
    hmacKey: Buffer.alloc(32, 2).toString('base64'),
    register: newRegisterClient({
      baseUrl: `${sandboxUrl}/register`,
      token: 'sandbox-register-token',
      fetch,
      timeoutMs: 3000,
    }),
    portalUrl,
    authSecret: 'a-test-secret-of-thirty-two-chars',
    idporten: {
      issuer: `${sandboxUrl}/idporten`,
      clientId: 'kvitt-portal',
      clientSecret: 'sandbox-idporten-secret',
    },
    fetch,
    ...overrides,
  };
}
