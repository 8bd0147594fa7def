import type { App } from '../app.ts';
import { eraseContent } from '../retention/erase-content.ts';
import { warnOfErasure } from '../retention/warn-of-erasure.ts';
import { dueReminders } from './due-reminders.ts';
import { expireCase } from './expire-case.ts';
import { openPayments } from './lane.ts';
import { remindOfPayment } from './remind-of-payment.ts';
import { type Due, type GoOn, workOff } from './work-off.ts';

const batch = 50;

/** One round of what the timer does about cases without asking any provider: warns, expires, reminds and erases. */
export function reconcileCases(app: App, goOn?: GoOn): Promise<{ handled: number }> {
  return workOff(
    app,
    [
      // A draft is warned of before it may expire.
      { due: () => dueWarnings(app), work: (id) => warnOfErasure(app, id) },
      { due: () => dueCases(app), work: (id) => expireCase(app, id) },
      {
        due: async () => (await dueReminders(app, batch)).map((id) => ({ id })),
        work: (id) => remindOfPayment(app, id),
      },
      { due: () => dueErasures(app), work: (id) => eraseContent(app, id) },
    ],
    goOn,
  );
}

/** Those with an open payment are expired once its provider has been asked. */
function dueCases(app: App): Promise<Due[]> {
  return app.db.$queryRaw<Due[]>`
    select s.id from submission s
     where s.status in ('draft', 'awaiting_payment', 'awaiting_signature') and s.deadline_at <= ${app.clock.now()}
       and (s.status <> 'awaiting_payment' or not exists (${openPayments}))
     order by s.deadline_at limit ${batch}`;
}

function dueWarnings(app: App): Promise<Due[]> {
  return app.db.submission.findMany({
    where: { warnAt: { lte: app.clock.now() } },
    select: { id: true },
    orderBy: { warnAt: 'asc' },
    take: batch,
  });
}

function dueErasures(app: App): Promise<Due[]> {
  return app.db.submission.findMany({
    where: { eraseAt: { lte: app.clock.now() } },
    select: { id: true },
    orderBy: { eraseAt: 'asc' },
    take: batch,
  });
}
