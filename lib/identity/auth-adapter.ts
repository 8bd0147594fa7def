import type { Adapter, AdapterUser } from 'next-auth/adapters';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Person } from '@/lib/db/generated/client.ts';
import type { IdentityDeps } from './deps.ts';
import { findOrCreatePerson } from './people.ts';
import { createSession, endSession, renewSession, type SignInFacts } from './sessions.ts';

/**
 * What one sign-in learnt from its id_token, handed from next-auth's `profile` to the adapter within one request:
 * next-auth itself would carry neither level nor moment to the session, and the fødselsnummer must not pass through it.
 */
export interface SignInCapture {
  claims?: SignInFacts & { pid: string; name?: string };
  problem?: 'level';
}

/**
 * next-auth's adapter over our own tables. There is no account table and no token is stored: the «account id» is the
 * keyed hash of the fødselsnummer. Only what a sign-in with ID-porten calls is there.
 */
export function newAuthAdapter(deps: IdentityDeps, capture: SignInCapture): Adapter {
  return {
    async getUserByAccount({ providerAccountId }) {
      const person = await deps.db.person.findUnique({ where: { pidHmac: providerAccountId } });
      if (!person) return null;
      // Also asks again for a name or language that was missing.
      return toUser(
        capture.claims ? await findOrCreatePerson(deps, capture.claims.pid, capture.claims.name) : person,
      );
    },
    async createUser() {
      const { pid, name } = captured(capture);
      return toUser(await findOrCreatePerson(deps, pid, name));
    },
    async linkAccount() {},
    getUserByEmail: async () => null,
    async getUser(id) {
      const person = await deps.db.person.findUnique({ where: { id } });
      return person && toUser(person);
    },
    updateUser: async ({ id }) => ({ id, email: '', emailVerified: null }),
    async createSession({ sessionToken, userId }) {
      const { acr, authTime, sid } = captured(capture);
      const session = await createSession(deps, sessionToken, userId, { acr, authTime, sid });
      return { sessionToken, userId, expires: session.expiresAt };
    },
    async getSessionAndUser(sessionToken) {
      const session = await findSession(deps, sessionToken);
      if (!session || session.expiresAt <= deps.clock.now()) return null;
      return {
        session: { sessionToken, userId: session.personId, expires: session.expiresAt },
        user: toUser(session.person),
      };
    },
    async updateSession({ sessionToken }) {
      const session = await findSession(deps, sessionToken);
      if (!session || session.expiresAt <= deps.clock.now()) return null;
      await renewSession(deps.db, session, deps.clock.now());
      return { sessionToken, userId: session.personId, expires: session.expiresAt };
    },
    deleteSession: (sessionToken) => endSession(deps.db, sessionToken),
  };
}

/** next-auth wants an e-mail in its user; we have none, and nothing here may reach the browser. */
function toUser({ id }: Pick<Person, 'id'>): AdapterUser {
  return { id, email: '', emailVerified: null };
}

function findSession({ db }: IdentityDeps, sessionToken: string) {
  return db.session.findUnique({ where: { tokenHash: sha256Hex(sessionToken) }, include: { person: true } });
}

function captured({ claims }: SignInCapture) {
  if (!claims) throw new Error('A session without a sign-in');
  return claims;
}
