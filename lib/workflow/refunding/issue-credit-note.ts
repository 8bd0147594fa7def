import { minor } from '@/lib/core/money.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { Receipt } from '@/lib/db/generated/client.ts';
import { enqueue } from '@/lib/db/outbox.ts';
import type { Attempt } from '@/lib/payments/attempt.ts';
import { askedRefund } from '@/lib/payments/refunds.ts';
import { creditLines, grossOf } from '@/lib/receipts/credit-lines.ts';
import { numberReceipt } from '@/lib/receipts/number-receipt.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import type { App } from '../app.ts';
import { linesLeft } from './lines-left.ts';
import { refundReason } from './refund-reason.ts';

/** A refund that the books have just been told of. */
export interface Refund {
  attempt: Attempt;
  /** What had been given back before it. */
  beforeMinor: number;
}

/** The receipt that was given for this very payment; undefined when there is none, as for a payment that came on top of another. */
export async function receiptOf(
  reader: Reader,
  submissionId: string,
  attempt: Pick<Attempt, 'reference'>,
): Promise<Receipt | undefined> {
  const receipt = await reader.receipt.findFirst({ where: { submissionId, series: 'receipt' } });
  const data = receipt?.data as unknown as ReceiptData | undefined;
  return receipt && data?.payment?.reference === attempt.reference ? receipt : undefined;
}

/** Numbers the credit note of one refund, in a series of its own, and wakes the worker that draws and posts it. */
export async function issueCreditNote(
  tx: Transaction,
  app: App,
  receipt: Receipt,
  { attempt, beforeMinor }: Refund,
): Promise<void> {
  const { submissionId, ownerId, environment } = receipt;
  const afterMinor = minor(attempt.refundedMinor);
  const credits = `${attempt.id}:${afterMinor}`;
  const data = receipt.data as unknown as ReceiptData;
  const asked = await askedRefund(tx, attempt.id, beforeMinor);
  const reason = await refundReason(tx, { submissionId, asked }, data.language);
  const left = await linesLeft(tx, receipt);
  const amountMinor = afterMinor - beforeMinor;
  // Lines are what was asked for only when exactly that went back.
  const chosen = asked && minor(asked.amountMinor) === amountMinor ? asked.lines : [];
  const lines = creditLines(left, amountMinor, chosen);
  const shared = chosen.length === 0 && left.length > 1 && amountMinor < grossOf(left);
  await enqueue(tx, {
    task: 'deliver-credit-note',
    payload: { submissionId, credits },
    key: `credit:${credits}`,
  });
  await numberReceipt(
    tx,
    app.ids,
    { submissionId, ownerId, environment, credits },
    creditNoteData(data, { lines, reason, shared, at: app.clock.now() }),
    app.clock.now(),
  );
}

function creditNoteData(
  receipt: ReceiptData,
  {
    lines,
    reason,
    shared,
    at,
  }: { lines: ReceiptData['lines']; reason: string | undefined; shared: boolean; at: Date },
): Omit<ReceiptData, 'number'> {
  const { owner, party, environment, language, serviceTitle, caseReference, archiveReference } = receipt;
  const sum = (of: 'netMinor' | 'vatMinor' | 'grossMinor') =>
    lines.reduce((total, line) => total + line[of], 0);
  return {
    series: 'credit_note',
    language,
    environment,
    owner,
    party,
    serviceTitle,
    caseReference,
    archiveReference,
    completedAt: at.toISOString(),
    credit: {
      receiptNumber: receipt.number,
      ...(reason && { reason }),
      ...(shared && { shared }),
    },
    ...(receipt.payment && {
      payment: {
        ...receipt.payment,
        netMinor: sum('netMinor'),
        vatMinor: sum('vatMinor'),
        totalMinor: sum('grossMinor'),
      },
    }),
    lines,
    signatures: [],
  };
}
