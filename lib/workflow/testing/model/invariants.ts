import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import type { BookedPayment } from '../nets-books.ts';
import type { World } from '../world.ts';
import type { Played } from './play.ts';

/**
 * What must be true of every case when everything has come to rest, held against the provider's own books.
 * @returns what is not, in sentences; nothing when all is well.
 */
export async function brokenRules(world: World, { ids, shown }: Played): Promise<string[]> {
  const books = new Map((await world.nets.all()).map((payment) => [payment.paymentId, payment]));
  const perCase = await Promise.all(ids.map((id) => ofCase(world, id, books, shown)));
  return [...perCase.flat(), ...(await ofOwner(world))];
}

async function ofCase(
  world: World,
  id: string,
  books: Map<string, BookedPayment>,
  shown: Set<string>,
): Promise<string[]> {
  const facts = await readFacts(world, id, books);
  const { status } = facts.submission;
  const says = (rule: string, details: object) =>
    `${facts.variant} ${status}: ${rule} ${JSON.stringify(details)}`;
  const { notes, receipts, refunded, delivered } = facts;
  return [
    ...moneyRules(facts, says),
    ...pageRules(facts, shown, says),
    ...(['completed', 'withdrawn', 'expired'].includes(status) || facts.variant === 'prefilled'
      ? []
      : [says('it never came to an end', {})]),
    ...(receipts.length === (status === 'completed' ? 1 : 0)
      ? []
      : [says('not exactly one receipt of a completed case', { receipts: receipts.length })]),
    ...(delivered.messages === receipts.length && delivered.mails === receipts.length
      ? []
      : [says('not exactly one message and one mail with the receipt', delivered)]),
    ...(notes.total === refunded.receipted && notes.count === refunded.receiptedTimes
      ? []
      : [says('the credit notes are not what was refunded of the receipt', { notes, refunded })]),
    ...(delivered.refunds === refunded.times && delivered.withNote === notes.count
      ? []
      : [says('not exactly one message per refund', { delivered, refunded })]),
    ...signatureRules(facts, says),
  ];
}

type Says = (rule: string, details: object) => string;
type Facts = Awaited<ReturnType<typeof readFacts>>;

/** No orphan money: every øre is delivered or given back, in our books as in the provider's, and the ledger agrees. */
function moneyRules({ attempts, submission, kept, ledger, openOperations }: Facts, says: Says): string[] {
  const delivered = submission.status === 'completed' ? kept.settled : 0;
  return [
    ...attempts.flatMap(({ ours, theirs }) =>
      !theirs || (ours.captured === theirs.charged && ours.refunded === theirs.refunded)
        ? []
        : [says('our books are not the provider’s', { ours, theirs })],
    ),
    ...(kept.atProvider === delivered
      ? []
      : [says('the provider holds money that is not delivered', { ...kept, delivered })]),
    ...(kept.held === 0 ? [] : [says('a reservation is left', kept)]),
    ...(ledger.provider === kept.atProvider && ledger.held === 0 && ledger.earned === -delivered
      ? []
      : [says('the ledger does not agree', { ledger, kept })]),
    ...(openOperations === 0 ? [] : [says('an operation is not over', { openOperations })]),
  ];
}

/** Who was shown a payment page cannot pay on it when the case has ended. */
function pageRules({ submission, attempts }: Facts, shown: Set<string>, says: Says): string[] {
  if (submission.status === 'awaiting_payment') return [];
  return attempts.flatMap(({ theirs }) =>
    theirs && shown.has(theirs.paymentId) && !theirs.terminated && theirs.reserved === 0
      ? [says('a payment page is still open', { reference: theirs.reference })]
      : [],
  );
}

function signatureRules({ submission, signs, signatures }: Facts, says: Says): string[] {
  if (!signs || submission.status !== 'completed') return [];
  const fits = signatures.length === 1 && signatures[0]?.contentHash === submission.contentHash;
  return fits ? [] : [says('not signed once for what was frozen', { signatures: signatures.length })];
}

async function readFacts(world: World, id: string, books: Map<string, BookedPayment>) {
  const { db } = world.app;
  const submission = await db.submission.findUniqueOrThrow({
    where: { id },
    include: { receipts: true, signatures: { where: { status: 'signed' } }, serviceVersion: true },
  });
  const { rows, attempts } = await readAttempts(world, id, books);
  const sum = (of: (attempt: (typeof attempts)[number]) => number) =>
    attempts.reduce((total, attempt) => total + of(attempt), 0);
  const receipts = submission.receipts.filter(({ series }) => series !== 'credit_note');
  const paidBy = (receipts[0]?.data as ReceiptData | undefined)?.payment?.reference;
  const notes = submission.receipts.filter(({ series }) => series === 'credit_note');
  const { variant } = submission.serviceVersion.definition as { variant: string };
  return {
    submission,
    variant,
    signs: variant.includes('sign'),
    signatures: submission.signatures,
    receipts,
    attempts,
    openOperations: rows.flatMap(({ operations }) => operations).filter(({ finishedAt }) => !finishedAt)
      .length,
    kept: {
      settled: sum(({ settles }) => settles),
      atProvider: sum(({ theirs }) => (theirs ? theirs.charged - theirs.refunded : 0)),
      held: sum(({ theirs }) =>
        theirs ? Math.max(0, theirs.reserved - theirs.charged - theirs.cancelled) : 0,
      ),
    },
    notes: {
      count: notes.length,
      total: -notes.reduce(
        (all, { data }) => all + ((data as unknown as ReceiptData).payment?.totalMinor ?? 0),
        0,
      ),
    },
    refunded: {
      times: sum(({ refunds }) => refunds),
      receipted: sum(({ reference, ours }) => (reference === paidBy ? ours.refunded : 0)),
      receiptedTimes: sum(({ reference, refunds }) => (reference === paidBy ? refunds : 0)),
    },
    ledger: await ledgerOf(
      world,
      rows.map((row) => row.id),
    ),
    delivered: await deliveredTo(world, id),
  };
}

async function readAttempts(world: World, submissionId: string, books: Map<string, BookedPayment>) {
  const rows = await world.app.db.paymentAttempt.findMany({
    where: { order: { submissionId } },
    include: { allocations: true, operations: true },
  });
  const attempts = rows.map((row) => ({
    reference: row.reference,
    // A part of what settles an order may have gone back.
    settles: row.allocations.reduce(
      (sum, { amountMinor }) => sum + Number(amountMinor - row.refundedMinor),
      0,
    ),
    refunds: row.operations.filter(({ kind, status }) => kind === 'refund' && status === 'done').length,
    ours: { captured: Number(row.capturedMinor), refunded: Number(row.refundedMinor) },
    theirs: books.get(row.providerPaymentId ?? ''),
  }));
  return { rows, attempts };
}

async function ledgerOf(world: World, attemptIds: string[]) {
  const rows = await world.app.db.ledgerEntry.groupBy({
    by: ['account'],
    where: { attemptId: { in: attemptIds } },
    _sum: { amountMinor: true },
  });
  const of = (account: string) => Number(rows.find((row) => row.account === account)?._sum.amountMinor ?? 0n);
  return { provider: of('provider'), held: of('held'), earned: of('earned') };
}

/** What lies in the message box about a case, and the mails that told of its receipt: the same mail twice has one Message-ID. */
async function deliveredTo(world: World, submissionId: string) {
  const messages = await world.app.db.message.findMany({
    where: { submissionId },
    include: { attachments: { select: { id: true } } },
  });
  const receipts = messages.filter(({ kind }) => kind === 'receipt').map(({ id }) => id);
  const refunds = messages.filter(({ kind }) => kind === 'refunded');
  const told = await world.app.db.notification.findMany({ where: { messageId: { in: receipts } } });
  const sent = new Set(world.mails.map(({ messageId }) => messageId));
  return {
    messages: receipts.length,
    mails: told.filter(({ id }) => [...sent].some((messageId) => messageId?.includes(id))).length,
    refunds: refunds.length,
    withNote: refunds.filter(({ attachments }) => attachments.length === 1).length,
  };
}

/** Number series have no gaps, and every transaction of the ledger sums to zero. */
async function ofOwner(world: World): Promise<string[]> {
  const { db } = world.app;
  const numbers = await db.receipt.groupBy({ by: ['series', 'year'], _max: { number: true }, _count: true });
  const unbalanced = await db.$queryRaw<object[]>`
    select transaction_id from ledger_entry group by transaction_id having sum(amount_minor) <> 0`;
  return [
    ...numbers
      .filter(({ _max, _count }) => _max.number !== _count)
      .map((series) => `a gap in a number series ${JSON.stringify(series)}`),
    ...unbalanced.map((row) => `the ledger is out of balance ${JSON.stringify(row)}`),
  ];
}
