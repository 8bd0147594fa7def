import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemIds } from '@/lib/core/ids.ts';
import { type Database, newDatabase } from '@/lib/db/client.ts';
import { testBox } from '@/lib/db/testing/test-box.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import { markRead, markUnread, moveMessage } from './change-message.ts';
import { findMessage, findMessageAttachment } from './find-message.ts';
import { listMessages } from './list-messages.ts';
import { postMessage } from './post-message.ts';
import { unreadCount } from './unread-count.ts';

let db: Database;
let close: () => Promise<void>;
const mine = { acting: { id: systemIds.uuid(), kind: 'organisation' as const, name: 'Mitt AS' } };
const theirs = { acting: { id: systemIds.uuid(), kind: 'organisation' as const, name: 'Annet AS' } };
const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 10, minute));

beforeAll(async () => {
  const database = await createTestDatabase();
  db = newDatabase(database.url, testBox);
  close = async () => {
    await db.$disconnect();
    await database.drop();
  };
  for (const { acting } of [mine, theirs])
    await db.party.create({ data: { ...acting, orgNumber: systemIds.token(4) } });
});
afterAll(() => close?.());

async function post(minute: number, dedupeKey = systemIds.uuid()): Promise<boolean> {
  return inTransaction(db, (tx) =>
    postMessage(
      tx,
      systemIds,
      {
        partyId: mine.acting.id,
        dedupeKey,
        kind: 'receipt',
        language: 'nb',
        ownerName: 'Testkommune',
        subject: `Nr. ${minute}`,
        body: 'Tekst',
        attachments: [
          {
            filename: 'kvittering.pdf',
            contentType: 'application/pdf',
            content: new TextEncoder().encode('%PDF'),
          },
        ],
      },
      at(minute),
    ),
  );
}

const refused = { code: 'not_found' };

describe('message box', () => {
  it('lists a folder newest first, page by page, also when several came at the same moment', async () => {
    for (const minute of [1, 2, 2, 2, 3]) await post(minute);
    const seen: string[] = [];
    let before: Parameters<typeof listMessages>[3] = {};
    for (;;) {
      const { messages, next } = await listMessages(db, mine, 'inbox', { ...before, limit: 2 });
      seen.push(...messages.map(({ id }) => id));
      if (!next) break;
      before = { before: next };
    }
    expect(seen.length).toBe(5);
    expect(new Set(seen).size).toBe(5);
    const { messages } = await listMessages(db, mine, 'inbox');
    expect(messages.map(({ id }) => id)).toEqual(seen);
    expect(messages[0]).toMatchObject({ subject: 'Nr. 3', unread: true, attachmentCount: 1 });
  });

  it('counts unread messages until they are opened, and again when marked', async () => {
    const { messages } = await listMessages(db, mine, 'inbox');
    const id = messages[0]?.id ?? '';
    expect(await unreadCount(db, mine)).toBe(5);
    await markRead(db, mine, id, at(10));
    await markRead(db, mine, id, at(11));
    expect((await findMessage(db, mine, id)).readAt).toEqual(at(10));
    expect(await unreadCount(db, mine)).toBe(4);
    await markUnread(db, mine, id);
    expect(await unreadCount(db, mine)).toBe(5);
  });

  it('moves between folders and back', async () => {
    const id = (await listMessages(db, mine, 'inbox')).messages[0]?.id ?? '';
    for (const folder of ['archive', 'trash', 'trash', 'inbox'] as const) {
      await moveMessage(db, mine, id, folder);
      expect((await listMessages(db, mine, folder)).messages.map((one) => one.id)).toContain(id);
    }
    expect((await listMessages(db, mine, 'trash')).messages).toEqual([]);
  });

  it('rule 13: a foreign message is not found, exactly like an unknown one, and nothing happens to it', async () => {
    const id = (await listMessages(db, mine, 'inbox')).messages[0]?.id ?? '';
    const attachment = (await findMessage(db, mine, id)).attachments[0]?.id ?? '';
    expect(await new Response((await findMessageAttachment(db, mine, attachment)).body).text()).toBe('%PDF');
    for (const [who, what, file] of [
      [theirs, id, attachment],
      [mine, systemIds.uuid(), systemIds.uuid()],
      [mine, '1', "x'"],
    ] as const) {
      await expect(findMessage(db, who, what)).rejects.toMatchObject(refused);
      await expect(findMessageAttachment(db, who, file)).rejects.toMatchObject(refused);
      await expect(moveMessage(db, who, what, 'trash')).rejects.toMatchObject(refused);
      await expect(markUnread(db, who, what)).rejects.toMatchObject(refused);
    }
    await markRead(db, theirs, id, at(12));
    expect(await findMessage(db, mine, id)).toMatchObject({ folder: 'inbox', readAt: null });
    expect((await listMessages(db, theirs, 'inbox')).messages).toEqual([]);
  });

  it('posts one message per thing that happened', async () => {
    const key = systemIds.uuid();
    expect([await post(20, key), await post(21, key)]).toEqual([true, false]);
  });
});
