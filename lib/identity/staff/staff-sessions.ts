import { addSeconds } from '@/lib/core/clock.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import { type StaffActor, type StaffRole, staffRoles } from '@/lib/core/staff-actor.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { IdentityDeps } from '../deps.ts';
import { sessionIdleSeconds } from '../session-lifetime.ts';
import { type RunningSession, renewedEnd } from '../sessions.ts';

export interface NewStaffSession {
  staffId: string;
  roles: readonly StaffRole[];
  acr: string;
  authTime: Date;
}

/** Stores an employee's session; of the token only the SHA-256 is kept. */
export async function createStaffSession(
  tx: Transaction,
  { clock, ids }: Pick<IdentityDeps, 'clock' | 'ids'>,
  token: string,
  session: NewStaffSession,
): Promise<void> {
  const now = clock.now();
  await tx.staffSession.create({
    data: {
      id: ids.uuid(),
      tokenHash: sha256Hex(token),
      staffId: session.staffId,
      roles: [...session.roles],
      acr: session.acr,
      authTime: session.authTime,
      createdAt: now,
      expiresAt: addSeconds(now, sessionIdleSeconds),
    },
  });
}

/** The employee of a session token; undefined when there is no live session. It knows no other table of sessions. */
export async function findStaff(
  { db, clock }: Pick<IdentityDeps, 'db' | 'clock'>,
  token: string,
): Promise<StaffActor | undefined> {
  const now = clock.now();
  const row = await db.staffSession.findUnique({
    where: { tokenHash: sha256Hex(token) },
    include: { staff: true },
  });
  if (!row || row.expiresAt <= now) return undefined;
  await renew(db, row, now);
  const { id, name, ownerId } = row.staff;
  return { staffId: id, name, ownerId, roles: staffRoles.filter((role) => row.roles.includes(role)) };
}

/** Ends the session of this cookie, if there is one; gives whose it was. */
export async function endStaffSession(reader: Reader, token: string): Promise<void> {
  await reader.staffSession.deleteMany({ where: { tokenHash: sha256Hex(token) } });
}

/** Housekeeping for the worker. */
export async function deleteEndedStaffSessions(reader: Reader, now: Date): Promise<void> {
  await reader.staffSession.deleteMany({ where: { expiresAt: { lt: now } } });
}

async function renew(reader: Reader, session: RunningSession, now: Date): Promise<void> {
  const end = renewedEnd(session, now);
  if (!end) return;
  await reader.staffSession.updateMany({
    where: { id: session.id, expiresAt: { lt: end } },
    data: { expiresAt: end },
  });
}
