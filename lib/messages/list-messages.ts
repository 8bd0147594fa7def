import type { Cursor } from '@/lib/core/cursor.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Folder } from './folders.ts';

export interface MessageSummary {
  id: string;
  kind: string;
  language: string;
  ownerName: string;
  subject: string;
  createdAt: Date;
  unread: boolean;
  attachmentCount: number;
}

/** A folder of the box of the party that the person acts for, newest first, page by page by key. */
export async function listMessages(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  folder: Folder,
  options: { before?: Cursor; limit?: number } = {},
): Promise<{ messages: MessageSummary[]; next?: Cursor }> {
  const { before, limit = 20 } = options;
  const rows = await reader.message.findMany({
    where: {
      partyId: actor.acting.id,
      folder,
      // The first bound is implied by the second; with it the index begins where the page does.
      ...(before && {
        createdAt: { lte: before.createdAt },
        OR: [{ createdAt: { lt: before.createdAt } }, { id: { gt: before.id } }],
      }),
    },
    select: {
      id: true,
      kind: true,
      language: true,
      ownerName: true,
      subject: true,
      createdAt: true,
      readAt: true,
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const attachments = await countAttachments(
    reader,
    shown.map(({ id }) => id),
  );
  const messages = shown.map(({ readAt, ...row }) => ({
    ...row,
    unread: readAt === null,
    attachmentCount: attachments.get(row.id) ?? 0,
  }));
  const last = rows.length > limit ? messages.at(-1) : undefined;
  return { messages, ...(last && { next: { createdAt: last.createdAt, id: last.id } }) };
}

/** Asked for apart: Prisma's `_count` would count the attachments of every message there is. */
async function countAttachments(reader: Reader, messageIds: string[]): Promise<Map<string, number>> {
  if (messageIds.length === 0) return new Map();
  const rows = await reader.messageAttachment.groupBy({
    by: ['messageId'],
    where: { messageId: { in: messageIds } },
    _count: true,
  });
  return new Map(rows.map(({ messageId, _count }) => [messageId, _count]));
}
