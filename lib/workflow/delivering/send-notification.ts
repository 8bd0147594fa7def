import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import type { Message, Notification } from '@/lib/db/generated/client.ts';
import { pidOf } from '@/lib/identity/people.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { type MailOutcome, messageIdOf, sendOnce } from './send-once.ts';

/**
 * Sends the e-mail that says that something waits in the message box, never what (rule 20). The address is asked for
 * now and not kept. Once, and by one worker at a time (`sendOnce`).
 * @throws when the register or the mail server gives no answer, or another worker has the claim: the job is tried again.
 */
export function sendNotification(app: App, notificationId: string): Promise<void> {
  return sendOnce(app, notificationId, (notification) => send(app, notification));
}

async function send(app: App, notification: Notification): Promise<MailOutcome> {
  const message =
    notification.messageId &&
    (await app.db.message.findUnique({
      where: { id: notification.messageId },
      select: { partyId: true, submissionId: true, language: true },
    }));
  if (!message) return { status: 'none', detail: 'no_message' };
  const receiver = await receiverOf(app, message);
  if (!receiver) return { status: 'none', detail: 'no_person' };
  const contact = await app.register.contactOf(pidOf(app, receiver.person));
  if (!contact) return { status: 'none', detail: 'not_registered' };
  if (contact.reserved) return { status: 'none', detail: 'reserved' };
  if (!contact.email) return { status: 'none', detail: 'no_address' };
  const t = translator(asLanguage(message.language) ?? defaultLanguage);
  const url = `${app.portalUrl}/inbox`;
  await app.mail.send({
    to: contact.email,
    subject: t('mail.waitingSubject'),
    text: t(receiver.forOrganisation ? 'mail.waitingBodyOrganisation' : 'mail.waitingBody', { url }),
    messageId: messageIdOf(app, notification),
  });
  return { status: 'sent' };
}

/** The person that a box belongs to; for an organisation's box, the one who did it: submitted it, signed it, or began it. */
async function receiverOf(app: App, message: Pick<Message, 'partyId' | 'submissionId'>) {
  const party = await app.db.party.findUniqueOrThrow({
    where: { id: message.partyId },
    include: { person: true },
  });
  if (party.person) return { person: party.person, forOrganisation: false };
  const personId = message.submissionId && (await doerOf(app, message.submissionId));
  const person = personId ? await app.db.person.findUnique({ where: { id: personId } }) : null;
  return person ? { person, forOrganisation: true } : undefined;
}

async function doerOf(app: App, submissionId: string): Promise<string | undefined> {
  const events = await app.db.submissionEvent.findMany({
    where: { submissionId, actor: { startsWith: 'person:' } },
    orderBy: { seq: 'desc' },
    select: { type: true, actor: true },
  });
  const doer = events.find(({ type }) => type === 'submission.submitted') ?? events[0];
  return doer?.actor.slice('person:'.length);
}
