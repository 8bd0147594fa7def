import { addSeconds } from '@/lib/core/clock.ts';
import { crashPoint } from '@/lib/core/crash-point.ts';
import type { Notification } from '@/lib/db/generated/client.ts';
import type { App } from '../app.ts';

/** Longer than register and mail server together may keep us waiting. */
const claimSeconds = 120;

/** What came of an e-mail; `detail` says why there was none. */
export type MailOutcome = { status: 'sent' } | { status: 'none'; detail: string };

type Claimed = Notification & { detail: string };

/**
 * Sends a planned e-mail, once. One worker at a time has the claim; a worker that dies between sending and recording leaves a
 * claim that runs out, and then the same mail goes again under the same Message-ID (`messageIdOf`).
 * @throws when another worker has the claim, and what `send` throws: the job is tried again.
 */
export async function sendOnce(
  app: App,
  notificationId: string,
  send: (notification: Notification) => Promise<MailOutcome>,
): Promise<void> {
  const notification = await claim(app, notificationId);
  if (!notification) return;
  crashPoint('after-mail-claimed');
  try {
    const outcome = await send(notification);
    crashPoint('after-mail-sent');
    await finish(app, notification, outcome);
    crashPoint('after-mail-recorded');
  } catch (error) {
    await app.db.notification.updateMany({
      where: claimed(notification),
      data: { status: 'waiting', detail: null },
    });
    throw error;
  }
}

/** Stable per notification: sent twice, it is one mail to its reader. */
export function messageIdOf(app: App, { id }: { id: string }): string {
  return `<${id}@${new URL(app.portalUrl).hostname}>`;
}

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

async function finish(app: App, notification: Claimed, outcome: MailOutcome): Promise<void> {
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
