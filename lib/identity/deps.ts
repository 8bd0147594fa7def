import type { Clock } from '@/lib/core/clock.ts';
import type { Ids } from '@/lib/core/ids.ts';
import type { SecretBox } from '@/lib/core/secret-box.ts';
import type { Database } from '@/lib/db/client.ts';
import type { Register } from './register.ts';

/** What identity needs from outside; `App` has it all. */
export interface IdentityDeps {
  db: Database;
  clock: Clock;
  ids: Ids;
  box: SecretBox;
  /** Keys the lookup hash of fødselsnummer. */
  hmacKey: string;
  register: Register;
}

/** Our registration as a client of ID-porten. */
export interface IdportenClient {
  /** Without a trailing slash, exactly as ID-porten writes it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What signing in, stepping up and signing out need besides. */
export interface SignInDeps extends IdentityDeps {
  /** Origin of the portal, without a trailing slash. */
  portalUrl: string;
  /** Encrypts the short-lived cookies of a sign-in under way. */
  authSecret: string;
  idporten: IdportenClient;
  fetch: typeof fetch;
}
