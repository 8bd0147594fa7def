import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { MessageAttachment } from '@/lib/db/generated/client.ts';

/** What came attached to one message of the acting party, found by what the message was posted as; undefined before it was. */
export async function readCopyInBox(
  reader: Reader,
  { acting }: Pick<Actor, 'acting'>,
  dedupeKey: string,
): Promise<MessageAttachment | undefined> {
  const message = { dedupeKey: `${dedupeKey}:${acting.id}`, partyId: acting.id };
  return (await reader.messageAttachment.findFirst({ where: { message } })) ?? undefined;
}
