import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';

/** How many messages wait unread in the inbox of the party that the person acts for. */
export async function unreadCount(reader: Reader, actor: Pick<Actor, 'acting'>): Promise<number> {
  return reader.message.count({ where: { partyId: actor.acting.id, folder: 'inbox', readAt: null } });
}
