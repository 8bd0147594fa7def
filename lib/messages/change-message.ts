import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Folder } from './folders.ts';

type Acting = Pick<Actor, 'acting'>;

/** Moves a message of the acting party; where it lies already, it stays. @throws KvittError `not_found`. */
export async function moveMessage(db: Reader, actor: Acting, id: string, folder: Folder): Promise<void> {
  await change(db, actor, id, { folder });
}

/** Somebody who acts for the party has opened it; the first time counts. @throws KvittError `not_found`. */
export async function markRead(db: Reader, actor: Acting, id: string, now: Date): Promise<void> {
  if (!isUuid(id)) throw notFound('Message');
  await db.message.updateMany({
    where: { id, partyId: actor.acting.id, readAt: null },
    data: { readAt: now },
  });
}

/** @throws KvittError `not_found`. */
export async function markUnread(db: Reader, actor: Acting, id: string): Promise<void> {
  await change(db, actor, id, { readAt: null });
}

async function change(
  db: Reader,
  actor: Acting,
  id: string,
  data: { folder?: Folder; readAt?: null },
): Promise<void> {
  if (!isUuid(id)) throw notFound('Message');
  const changed = await db.message.updateMany({ where: { id, partyId: actor.acting.id }, data });
  if (changed.count === 0) throw notFound('Message');
}
