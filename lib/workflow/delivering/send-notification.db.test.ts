import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type Contact, type Register, RegisterUnavailable } from '@/lib/identity/register.ts';
import type { Mail } from '@/lib/messages/mail-sender.ts';
import { postMessage } from '@/lib/messages/post-message.ts';
import type { App } from '../app.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { createWorld, type World } from '../testing/world.ts';
import { sendNotification } from './send-notification.ts';

let world: World;
let app: App;
let kari: Actor;
let contact: Contact | undefined | Error;
let mails: Mail[];
let mailFails: Error | undefined;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  const contactOf: Register['contactOf'] = async () => {
    if (contact instanceof Error) throw contact;
    return contact;
  };
  app = {
    ...world.app,
    register: { ...world.app.register, contactOf },
    mail: {
      async send(mail) {
        if (mailFails) throw mailFails;
        mails.push(mail);
      },
    },
  };
});
afterAll(() => world?.close());
beforeEach(() => {
  contact = { email: 'kari@test.example', language: 'nb', reserved: false };
  mails = [];
  mailFails = undefined;
});

async function waiting(
  options: { partyId?: string; submissionId?: string; language?: 'nb' | 'nn' | 'en' } = {},
): Promise<string> {
  const dedupeKey = `test:${app.ids.uuid()}`;
  await inTransaction(app.db, (tx) =>
    postMessage(
      tx,
      app.ids,
      {
        partyId: options.partyId ?? kari.acting.id,
        submissionId: options.submissionId,
        dedupeKey,
        kind: 'receipt',
        language: options.language ?? 'nb',
        ownerName: 'Testkommune',
        subject: 'Skjenkebevilling: hemmelig',
        body: 'Du har betalt 500 kr.',
      },
      world.clock.now(),
    ),
  );
  return (await app.db.notification.findUniqueOrThrow({ where: { dedupeKey: `message:${dedupeKey}` } })).id;
}

const stateOf = (id: string) => app.db.notification.findUniqueOrThrow({ where: { id } });

describe('sendNotification', () => {
  it('rule 20: says that something waits, never what, in the language of the message', async () => {
    const id = await waiting({ language: 'nn' });
    await sendNotification(app, id);
    expect(mails).toMatchObject([
      {
        to: 'kari@test.example',
        subject: 'Du har ei ny melding i meldingsboksen',
        messageId: `<${id}@localhost>`,
      },
    ]);
    expect(mails[0]?.text).toContain('http://localhost:3000/inbox');
    expect(JSON.stringify(mails)).not.toMatch(/Skjenke|hemmelig|500|Testkommune|Kari Testesen/);
    expect(await stateOf(id)).toMatchObject({ status: 'sent', detail: null, sentAt: world.clock.now() });
  });

  it('sends once, also when woken twice and by two workers at once', async () => {
    const id = await waiting();
    await Promise.allSettled([
      sendNotification(app, id),
      sendNotification(app, id),
      sendNotification(app, id),
    ]);
    await sendNotification(app, id);
    expect(mails).toHaveLength(1);
  });

  it.each([
    ['reserved', { email: 'kari@test.example', language: 'nb', reserved: true }],
    ['no_address', { language: 'nb', reserved: false }],
    ['not_registered', undefined],
  ] as const)('sends nothing to one who is %s', async (detail, known) => {
    contact = known;
    const id = await waiting();
    await sendNotification(app, id);
    expect(mails).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ status: 'none', detail, sentAt: null });
  });

  it('waits for its next try while the register or the mail server is dead', async () => {
    const id = await waiting();
    contact = new RegisterUnavailable('dead');
    await expect(sendNotification(app, id)).rejects.toThrow(RegisterUnavailable);
    expect(await stateOf(id)).toMatchObject({ status: 'waiting' });
    contact = { email: 'kari@test.example', language: 'nb', reserved: false };
    mailFails = new Error('connect ECONNREFUSED');
    await expect(sendNotification(app, id)).rejects.toThrow('ECONNREFUSED');
    expect(await stateOf(id)).toMatchObject({ status: 'waiting' });
    mailFails = undefined;
    await sendNotification(app, id);
    expect(await stateOf(id)).toMatchObject({ status: 'sent' });
    expect(mails).toHaveLength(1);
  });

  it('takes over from a worker that died while sending, with the same Message-ID', async () => {
    const id = await waiting();
    await app.db.notification.update({
      where: { id },
      data: { status: 'sending', detail: new Date(world.clock.now().getTime() + 60_000).toISOString() },
    });
    await expect(sendNotification(app, id)).rejects.toThrow('another worker');
    world.clock.forward(121);
    await sendNotification(app, id);
    expect(mails.map(({ messageId }) => messageId)).toEqual([`<${id}@localhost>`]);
  });

  it("writes to the person who did it when the box is an organisation's", async () => {
    const party = await app.db.party.create({
      data: { id: app.ids.uuid(), kind: 'organisation', orgNumber: '310000017', name: 'Kari AS' },
    });
    const acting: Actor = {
      ...kari,
      acting: { id: party.id, kind: 'organisation', name: 'Kari AS', orgNumber: '310000017' },
    };
    const { submissionId } = await startSubmission(app, acting, await world.service('submit_and_pay'), 'nb');
    const id = await waiting({ partyId: party.id, submissionId });
    await sendNotification(app, id);
    expect(mails[0]?.text).toContain('virksomhet du handler for');
    expect(mails[0]?.text).not.toContain('Kari AS');
    const nobody = await waiting({ partyId: party.id });
    await sendNotification(app, nobody);
    expect(await stateOf(nobody)).toMatchObject({ status: 'none', detail: 'no_person' });
  });
});
