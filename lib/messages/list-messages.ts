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
      ...(before && {
        OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { gt: before.id } }],
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
      _count: { select: { attachments: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const messages = rows.slice(0, limit).map(({ readAt, _count, ...row }) => ({
    ...row,
    unread: readAt === null,
    attachmentCount: _count.attachments,
  }));
  const last = rows.length > limit ? messages.at(-1) : undefined;
  return { messages, ...(last && { next: { createdAt: last.createdAt, id: last.id } }) };
}
