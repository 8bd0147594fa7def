import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import { type Message, type MessageAttachment, Prisma } from '@/lib/db/generated/client.ts';
import { streamContent } from '@/lib/db/stream-content.ts';

export type FoundMessage = Message & {
  attachments: Pick<MessageAttachment, 'id' | 'filename' | 'contentType' | 'sizeBytes'>[];
};

/**
 * A message in the box of the acting party, with what is attached to it but not its bytes.
 * @throws KvittError `not_found` for unknown and foreign ids alike.
 */
export async function findMessage(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  id: string,
): Promise<FoundMessage> {
  if (!isUuid(id)) throw notFound('Message');
  const message = await reader.message.findFirst({
    where: { id, partyId: actor.acting.id },
    include: {
      attachments: {
        select: { id: true, filename: true, contentType: true, sizeBytes: true },
        orderBy: [{ filename: 'asc' }, { id: 'asc' }],
      },
    },
  });
  if (!message) throw notFound('Message');
  return message;
}

/** A file of a message in the box of the acting party, with its bytes to be streamed. @throws KvittError `not_found`. */
export async function findMessageAttachment(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  id: string,
): Promise<
  FoundMessage['attachments'][number] & { submissionId: string | null; body: ReadableStream<Uint8Array> }
> {
  if (!isUuid(id)) throw notFound('Attachment');
  const attachment = await reader.messageAttachment.findFirst({
    where: { id, message: { partyId: actor.acting.id } },
    select: {
      id: true,
      filename: true,
      contentType: true,
      sizeBytes: true,
      message: { select: { submissionId: true } },
    },
  });
  if (!attachment) throw notFound('Attachment');
  const body = streamContent(
    reader,
    attachment.sizeBytes,
    Prisma.sql`from message_attachment where id = ${id}::uuid`,
  );
  const { message, ...file } = attachment;
  return { ...file, submissionId: message.submissionId, body };
}
