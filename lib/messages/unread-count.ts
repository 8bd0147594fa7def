import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';

/** Beyond this nobody is helped by the number, and counting on costs as much as there are messages. */
export const mostUnreadCounted = 100;

/** How many messages wait unread in the inbox of the party that the person acts for; 100 means at least so many. */
export async function unreadCount(reader: Reader, actor: Pick<Actor, 'acting'>): Promise<number> {
  return reader.message.count({
    where: { partyId: actor.acting.id, folder: 'inbox', readAt: null },
    take: mostUnreadCounted,
  });
}
