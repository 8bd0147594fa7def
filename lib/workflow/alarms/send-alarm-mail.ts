import { isAlarmKind } from '@/lib/audit/alarm-kinds.ts';
import { isOpen } from '@/lib/audit/list-alarms.ts';
import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import type { Alarm, AlarmReceiver, Notification } from '@/lib/db/generated/client.ts';
import type { Mail } from '@/lib/messages/mail-sender.ts';
import { ownerName } from '@/lib/services/owner-name.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { type MailOutcome, messageIdOf, sendOnce } from '../delivering/send-once.ts';

/** Of the open ones, so many are named in a mail; the rest are counted. */
const mostNamed = 20;

/**
 * Tells one address of an owner's of an alarm, or of all that are open. It says what kind of thing is wrong and links to the
 * admin area: nothing of the case, the payment or a person. Once, and by one worker at a time (`sendOnce`).
 * @throws when the mail server gives no answer, or another worker has the claim: the job is tried again.
 */
export function sendAlarmMail(app: App, notificationId: string): Promise<void> {
  return sendOnce(app, notificationId, (notification) => send(app, notification));
}

async function send(app: App, notification: Notification): Promise<MailOutcome> {
  const { receiverId, alarmId } = notification;
  const receiver = receiverId && (await app.db.alarmReceiver.findUnique({ where: { id: receiverId } }));
  // Taken off the owner's list since.
  if (!receiver) return { status: 'none', detail: 'no_receiver' };
  const alarms = await app.db.alarm.findMany({
    where: { ownerId: receiver.ownerId, ...isOpen, ...(alarmId && { id: alarmId }) },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  const [first] = alarms;
  if (!first) return { status: 'none', detail: 'not_open' };
  const words = await wordsOf(app, receiver, alarmId ? { one: first } : { all: alarms });
  await app.mail.send({ ...words, to: receiver.address, messageId: messageIdOf(app, notification) });
  return { status: 'sent' };
}

async function wordsOf(
  app: App,
  receiver: AlarmReceiver,
  about: { one: Alarm; all?: undefined } | { one?: undefined; all: Alarm[] },
): Promise<Pick<Mail, 'subject' | 'text'>> {
  const language = asLanguage(receiver.language) ?? defaultLanguage;
  const t = translator(language);
  const row = await app.db.owner.findUniqueOrThrow({ where: { id: receiver.ownerId } });
  const owner = ownerName(row, language);
  const page = `${app.portalUrl}/admin/alarms`;
  if (about.one) {
    const { id, openedAt } = about.one;
    const title = titleOf(about.one, t);
    const opened = formatDateTime(openedAt, language);
    return {
      subject: t('alarms.mailSubject', { title }),
      text: t('alarms.mailBody', { owner, title, opened, url: `${page}/${id}`, settings: `${page}/mail` }),
    };
  }
  const count = about.all.length;
  const named = about.all.slice(0, mostNamed).map((alarm) => `- ${lineOf(alarm, t)}\n  ${page}/${alarm.id}`);
  return {
    subject: t('alarms.reminderSubject', { count }),
    text: t('alarms.reminderBody', {
      owner,
      count,
      list: named.join('\n'),
      url: page,
      settings: `${page}/mail`,
    }),
  };
}

function lineOf(alarm: Alarm, t: Translate): string {
  return t('alarms.reminderLine', {
    title: titleOf(alarm, t),
    opened: formatDateTime(alarm.openedAt, t.language),
  });
}

/** The kind in words; what the words about it say of sums and rules is for the page. */
function titleOf({ kind }: Alarm, t: Translate): string {
  return isAlarmKind(kind) ? t(`alarm.${kind}`) : t('alarm.unknown');
}
