import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import { ledgerOf } from '../ledger-of.ts';
import type { Booked } from '../provider-driver.ts';
import type { World } from '../world.ts';
import type { Played, PlayedCase } from './stage.ts';

/** An attempt in our books and in its provider's. */
export interface BothBooks {
  attempt: PaymentAttempt;
  settles: number;
  /** How many times something of it went back. */
  refunds: number;
  ours: { captured: number; refunded: number };
  theirs?: Booked;
}

export type Facts = Awaited<ReturnType<typeof readFacts>>;

/** Everything that the rules look at of one case. */
export async function readFacts(world: World, shown: Played['shown'], { id, planned, sandbox }: PlayedCase) {
  const { db } = world.app;
  const submission = await db.submission.findUniqueOrThrow({
    where: { id },
    include: {
      receipts: true,
      signatures: { where: { status: 'signed' } },
      events: { orderBy: { seq: 'asc' } },
      orders: { where: { voidedAt: null } },
    },
  });
  const rows = await db.paymentAttempt.findMany({
    where: { order: { submissionId: id } },
    include: { allocations: true, operations: true },
  });
  const booked = (await Promise.all(rows.map(({ reference }) => sandbox.books(reference)))).flat();
  const attempts: BothBooks[] = rows.map((attempt) => ({
    attempt,
    // A part of what settles an order may have gone back.
    settles: attempt.allocations.reduce(
      (sum, { amountMinor }) => sum + Number(amountMinor - attempt.refundedMinor),
      0,
    ),
    refunds: attempt.operations.filter(({ kind, status }) => kind === 'refund' && status === 'done').length,
    ours: { captured: Number(attempt.capturedMinor), refunded: Number(attempt.refundedMinor) },
    theirs: booked.find(
      ({ paymentId }) => paymentId !== undefined && paymentId === attempt.providerPaymentId,
    ),
  }));
  const known = new Set(attempts.map(({ theirs }) => theirs));
  const receipts = submission.receipts.filter(({ series }) => series !== 'credit_note');
  const notes = submission.receipts.filter(({ series }) => series === 'credit_note');
  return {
    submission,
    planned,
    sandbox,
    attempts,
    booked,
    shown,
    /** Payments that no attempt of ours knows, with whether a message has told of them. */
    strays: await Promise.all(
      booked
        .filter((one) => !known.has(one))
        .map(async (one) => ({ ...one, isTold: await isTold(world, one) })),
    ),
    operations: rows.flatMap(({ operations }) => operations).filter(({ finishedAt }) => !finishedAt),
    alarms: await db.alarm.findMany({ where: { submissionId: id, closedAt: null } }),
    ledger: await ledgerOf(world.app, rows),
    receipts,
    notes,
    paidBy: (receipts[0]?.data as ReceiptData | undefined)?.payment?.reference,
    delivered: await deliveredTo(world, id),
  };
}

async function isTold(world: World, { paymentId }: Booked): Promise<boolean> {
  if (paymentId === undefined) return false;
  return (await world.app.db.providerMessage.count({ where: { body: { contains: paymentId } } })) > 0;
}

/** What lies in the message box about a case, and the mails that told of its receipt: the same mail twice has one Message-ID. */
async function deliveredTo(world: World, submissionId: string) {
  const messages = await world.app.db.message.findMany({
    where: { submissionId },
    include: { attachments: { select: { id: true } } },
  });
  const receipts = messages.filter(({ kind }) => kind === 'receipt').map(({ id }) => id);
  const refunds = messages.filter(({ kind }) => kind === 'refunded');
  const told = await world.app.db.notification.findMany({
    where: { messageId: { in: messages.map(({ id }) => id) } },
  });
  const sent = new Set(world.mails.map(({ messageId }) => messageId));
  const isSent = ({ id }: { id: string }) => [...sent].some((messageId) => messageId?.includes(id));
  return {
    messages: receipts.length,
    mails: told.filter((one) => one.messageId && receipts.includes(one.messageId) && isSent(one)).length,
    refunds: refunds.length,
    withNote: refunds.filter(({ attachments }) => attachments.length === 1).length,
    untold: messages.length - told.filter(isSent).length,
  };
}
