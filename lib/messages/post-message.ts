import type { Ids } from '@/lib/core/ids.ts';
import type { Language } from '@/lib/core/language.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { enqueue } from '@/lib/db/outbox.ts';

export interface NewMessage {
  partyId: string;
  submissionId?: string;
  /** One message per thing that happened: posting it again does nothing. */
  dedupeKey: string;
  /** receipt, refunded, expired, withdrawn, reminder, issued, payment_problem… */
  kind: string;
  language: Language;
  ownerName: string;
  subject: string;
  body: string;
  attachments?: { filename: string; contentType: string; content: Uint8Array<ArrayBuffer> }[];
}

/** Puts a message into a party's box, and the e-mail that says that it waits into the outbox. Gives false when it was there. */
export async function postMessage(
  tx: Transaction,
  ids: Ids,
  message: NewMessage,
  now: Date,
): Promise<boolean> {
  const { attachments = [], ...fields } = message;
  const id = ids.uuid();
  const created = await tx.message.createMany({
    data: { id, ...fields, createdAt: now },
    skipDuplicates: true,
  });
  if (created.count === 0) return false;
  if (attachments.length) {
    await tx.messageAttachment.createMany({
      data: attachments.map((file) => ({
        id: ids.uuid(),
        messageId: id,
        filename: file.filename,
        contentType: file.contentType,
        sizeBytes: file.content.length,
        sha256: sha256Hex(file.content),
        content: file.content,
      })),
    });
  }
  const notificationId = ids.uuid();
  await tx.notification.createMany({
    data: {
      id: notificationId,
      messageId: id,
      dedupeKey: `message:${message.dedupeKey}`,
      status: 'waiting',
      createdAt: now,
    },
  });
  await enqueue(tx, {
    task: 'send-notification',
    payload: { notificationId },
    key: `notification:${notificationId}`,
  });
  return true;
}
