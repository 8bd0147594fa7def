import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { SandboxContext } from '../context.ts';

/** One mail; the same `Message-ID` counts once, however often it was delivered. */
export interface StoredMail {
  id: string;
  messageId: string;
  from: string;
  /** Envelope recipients. */
  to: string[];
  subject: string;
  text: string;
  html?: string;
  attachments: { filename?: string; contentType: string; sizeBytes: number }[];
  /** ISO 8601, of the first delivery. */
  receivedAt: string;
  deliveries: number;
}

export interface Inbox {
  receive(raw: Buffer, envelope: { from: string; to: string[] }): Promise<StoredMail>;
  /** Newest first; `to` filters by recipient, not minding case. */
  list(to?: string): StoredMail[];
  get(id: string): StoredMail | undefined;
  clear(): void;
}

export function createInbox({ store, now, randomHex }: SandboxContext): Inbox {
  const mails = store.collection<StoredMail>('mail.messages');
  return {
    async receive(source, envelope) {
      const parsed = await PostalMime.parse(source);
      const messageId = parsed.messageId ?? `<${randomHex(16)}@no-message-id.invalid>`;
      const id = createHash('sha256').update(messageId).digest('hex').slice(0, 24);
      const known = mails.get(id);
      const mail: StoredMail = known
        ? { ...known, to: [...new Set([...known.to, ...envelope.to])], deliveries: known.deliveries + 1 }
        : {
            id,
            messageId,
            from: envelope.from,
            to: envelope.to,
            subject: parsed.subject ?? '',
            text: parsed.text ?? '',
            html: parsed.html,
            attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({
              filename: filename ?? undefined,
              contentType: mimeType,
              sizeBytes: typeof content === 'string' ? content.length : content.byteLength,
            })),
            receivedAt: now().toISOString(),
            deliveries: 1,
          };
      mails.set(id, mail);
      return mail;
    },
    list: (to) =>
      mails
        .values()
        .reverse()
        .filter(
          (mail) => to === undefined || mail.to.some((address) => address.toLowerCase() === to.toLowerCase()),
        ),
    get: (id) => mails.get(id),
    clear: () => mails.clear(),
  };
}
