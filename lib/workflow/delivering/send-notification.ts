import { addSeconds } from '@/lib/core/clock.ts';
import { crashPoint } from '@/lib/core/crash-point.ts';
import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import type { Message, Notification } from '@/lib/db/generated/client.ts';
import { pidOf } from '@/lib/identity/people.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';

/** Longer than register and mail server together may keep us waiting. */
const claimSeconds = 120;

/**
 * Sends the e-mail that says that something waits in the message box, never what (rule 20). The address is asked for
 * now and not kept. One worker at a time has the claim; a worker that dies between sending and recording leaves a claim
 * that runs out, and then the same mail goes again under the same Message-ID.
 * @throws when the register or the mail server gives no answer, or another worker has the claim: the job is tried again.
 */
export async function sendNotification(app: App, notificationId: string): Promise<void> {
  const notification = await claim(app, notificationId);
  if (!notification) return;
  try {
    const outcome = await send(app, notification);
    crashPoint('after-mail-sent');
    await finish(app, notification, outcome);
  } catch (error) {
    await app.db.notification.updateMany({
      where: claimed(notification),
      data: { status: 'waiting', detail: null },
    });
    throw error;
  }
}

type Outcome = { status: 'sent' } | { status: 'none'; detail: string };
type Claimed = Notification & { detail: string };

/** Undefined when there is nothing left to do. While it is being sent, `detail` says until when the claim holds. */
async function claim(app: App, id: string): Promise<Claimed | undefined> {
  const now = app.clock.now();
  const detail = addSeconds(now, claimSeconds).toISOString();
  const [taken] = await app.db.notification.updateManyAndReturn({
    where: { id, OR: [{ status: 'waiting' }, { status: 'sending', detail: { lt: now.toISOString() } }] },
    data: { status: 'sending', detail },
  });
  if (taken) return { ...taken, detail };
  const notification = await app.db.notification.findUnique({ where: { id }, select: { status: true } });
  if (notification?.status === 'sending')
    throw new Error(`Notification ${id} is being sent by another worker`);
  return undefined;
}

async function send(app: App, notification: Notification): Promise<Outcome> {
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
    messageId: `<${notification.id}@${new URL(app.portalUrl).hostname}>`,
  });
  return { status: 'sent' };
}

async function finish(app: App, notification: Claimed, outcome: Outcome): Promise<void> {
  await app.db.notification.updateMany({
    where: claimed(notification),
    data: {
      status: outcome.status,
      detail: outcome.status === 'none' ? outcome.detail : null,
      sentAt: outcome.status === 'sent' ? app.clock.now() : null,
    },
  });
}

function claimed({ id, detail }: Claimed) {
  return { id, status: 'sending', detail };
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
