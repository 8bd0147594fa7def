import { addSeconds } from '@/lib/core/clock.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Session } from '@/lib/db/generated/client.ts';
import type { IdentityDeps } from './deps.ts';
import { sessionIdleSeconds, sessionMaxSeconds, sessionRenewSeconds } from './session-lifetime.ts';

/** What ID-porten said about one sign-in. */
export interface SignInFacts {
  acr: string;
  authTime: Date;
  /** Session at ID-porten, for front-channel logout. */
  sid?: string;
}

/** Stores a new session; of the token only the SHA-256 is kept. */
export async function createSession(
  { db, clock, ids }: Pick<IdentityDeps, 'db' | 'clock' | 'ids'>,
  token: string,
  personId: string,
  facts: SignInFacts,
): Promise<Session> {
  const now = clock.now();
  return db.session.create({
    data: {
      id: ids.uuid(),
      tokenHash: sha256Hex(token),
      personId,
      createdAt: now,
      expiresAt: addSeconds(now, sessionIdleSeconds),
      ...facts,
    },
  });
}

/** When a session that is used at `now` ends: idle time from now, but never beyond its longest life. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(
    Math.min(
      addSeconds(now, sessionIdleSeconds).getTime(),
      addSeconds(createdAt, sessionMaxSeconds).getTime(),
    ),
  );
}

export interface RunningSession {
  id: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Where the end of a session that is in use moves to; absent when it was moved less than a minute ago. */
export function renewedEnd({ createdAt, expiresAt }: RunningSession, now: Date): Date | undefined {
  const end = sessionEnd(createdAt, now);
  return end.getTime() - expiresAt.getTime() < sessionRenewSeconds * 1000 ? undefined : end;
}

/** Moves the end of a session that is in use. */
export async function renewSession(reader: Reader, session: RunningSession, now: Date): Promise<void> {
  const end = renewedEnd(session, now);
  if (!end) return;
  await reader.session.updateMany({
    where: { id: session.id, expiresAt: { lt: end } },
    data: { expiresAt: end },
  });
}

/** Ends the session of this cookie, if there is one. */
export async function endSession(reader: Reader, token: string): Promise<void> {
  await reader.session.deleteMany({ where: { tokenHash: sha256Hex(token) } });
}

/** Front-channel logout: ends every session that began in this session of ID-porten; gives how many. */
export async function endSessionsBySid(reader: Reader, sid: string): Promise<number> {
  const { count } = await reader.session.deleteMany({ where: { sid } });
  return count;
}

/** Housekeeping for the worker: sessions that have ended, and step-ups that were never used. */
export async function deleteEndedSessions(reader: Reader, now: Date): Promise<void> {
  await reader.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await reader.stepUp.deleteMany({ where: { expiresAt: { lt: now }, usedAt: null } });
}

/** Whole seconds until the session of this cookie ends if nothing is done; 0 when there is none. Does not renew it. */
export async function sessionSecondsLeft(reader: Reader, token: string, now: Date): Promise<number> {
  const session = await reader.session.findUnique({
    where: { tokenHash: sha256Hex(token) },
    select: { expiresAt: true },
  });
  return session ? Math.max(0, Math.floor((session.expiresAt.getTime() - now.getTime()) / 1000)) : 0;
}
