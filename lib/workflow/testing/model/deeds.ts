import { KvittError } from '@/lib/core/errors.ts';
import type { App } from '../../app.ts';
import { deliverCase } from '../../delivering/deliver-case.ts';
import { sendNotification } from '../../delivering/send-notification.ts';
import { confirmSubmission } from '../../filling/confirm-submission.ts';
import { reopenSubmission } from '../../filling/reopen-submission.ts';
import { performOperation } from '../../paying/perform-operation.ts';
import { returnFromPayment } from '../../paying/return-from-payment.ts';
import { startPayment } from '../../paying/start-payment.ts';
import { deliverCreditNote } from '../../refunding/deliver-credit-note.ts';
import { refundPayment } from '../../refunding/refund-payment.ts';
import { rejectSignature } from '../../signing/reject-signature.ts';
import { reconcile } from '../../upkeep/reconcile.ts';
import { withdrawSubmission } from '../../withdrawing/withdraw-submission.ts';
import { newJourney } from '../journey.ts';
import type { ProcessDeed } from './plan.ts';
import { attemptsOf, oneOf, type PlayedCase, pagesOf, type Stage, show } from './stage.ts';
import { visit } from './visit.ts';

type Does = (app: App, stage: Stage, of: PlayedCase, which: number) => Promise<unknown>;

/** What each deed of ours is, in the app of a process that may die on the way. */
export const deeds: Record<ProcessDeed, Does> = {
  go: async (app, stage, of, which) => {
    const { status } = await app.db.submission.findUniqueOrThrow({ where: { id: of.id } });
    if (status === 'draft') return deeds.confirm(app, stage, of, which);
    if (status === 'awaiting_signature') return deeds.sign(app, stage, of, which);
    if (status === 'awaiting_payment') await goAndPay(app, stage, of, which);
  },
  confirm: (app, { kari }, { id }) => notForPrefilled(confirmSubmission(app, kari, id, undefined)),
  open: async (app, { kari, played }, { id }) => {
    const started = await startPayment(app, kari, id);
    if (started.kind === 'open') await show(app, played, id, started.handOver);
  },
  return: async (app, { backs }, { id }, which) => {
    const attempt = oneOf(await attemptsOf(app, id), which);
    if (!attempt) return;
    const at = backs.findIndex(({ attemptId }) => attemptId === attempt.id);
    const [back] = at < 0 ? [] : backs.splice(at, 1);
    await returnFromPayment(app, attempt.id, back?.message, back?.query);
  },
  timer: (app) => reconcile(app),
  work: async (app, _stage, { id }) => {
    const attempts = await attemptsOf(app, id);
    for (const { operations } of attempts)
      for (const operation of operations) await performOperation(app, operation.id);
    await deliverCase(app, id);
    const notes = await app.db.receipt.findMany({ where: { submissionId: id, series: 'credit_note' } });
    for (const { credits } of notes) await deliverCreditNote(app, id, credits);
    for (const { notificationId } of await unsent(app, id))
      await sendNotification(app, notificationId).catch(onlyClaimed);
  },
  sign: async (app, { world, kari }, { id }) => {
    const { status } = await app.db.submission.findUniqueOrThrow({ where: { id } });
    if (status === 'awaiting_signature') await newJourney({ ...world, app }, kari).sign(id);
  },
  reject: (app, { kari }, { id }) => notForPrefilled(rejectSignature(app, kari, id)),
  reopen: (app, { kari }, { id }) => notForPrefilled(reopenSubmission(app, kari, id)),
  withdraw: (app, { kari }, { id }) => notForPrefilled(withdrawSubmission(app, kari, id)),
  refund: async (app, { finance }, { id }, which) => {
    const attempt = oneOf(await attemptsOf(app, id), which);
    if (!attempt) return;
    const part =
      which % 3 === 0 ? ({ kind: 'all' } as const) : ({ kind: 'amount', amountMinor: 3333 } as const);
    await refundPayment(app, finance, { attemptId: attempt.id, reason: 'Feil gebyr', part });
  },
};

/** Opens the payment, pays on its page or, when that is done, comes back from it. */
async function goAndPay(app: App, stage: Stage, of: PlayedCase, which: number): Promise<void> {
  const page = (await pagesOf(stage, of.id)).at(-1);
  const latest = (await attemptsOf(app, of.id)).at(-1);
  if (!page || latest?.id !== page.id || latest.status !== 'pending') {
    await deeds.open(app, stage, of, which);
    return;
  }
  const waiting = stage.backs.findIndex(({ attemptId }) => attemptId === page.id);
  if (waiting < 0) return visit(stage, of, page, 'pay');
  const [back] = stage.backs.splice(waiting, 1);
  await returnFromPayment(app, page.id, back?.message, back?.query);
}

/** Nobody filled in a prefilled payment: whoever tries these finds no such case. */
async function notForPrefilled(deed: Promise<unknown>): Promise<void> {
  await deed.catch((error: unknown) => {
    if (!(error instanceof KvittError && error.code === 'not_found')) throw error;
  });
}

function onlyClaimed(error: unknown): void {
  if (!String(error).includes('is being sent by another worker')) throw error;
}

function unsent(app: App, submissionId: string): Promise<{ notificationId: string }[]> {
  return app.db.$queryRaw`
    select n.id as "notificationId" from notification n join message m on m.id = n.message_id
    where m.submission_id = ${submissionId}::uuid and n.status <> 'sent' order by n.created_at, n.id`;
}
