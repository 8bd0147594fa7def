import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAttempt, Submission } from '@/lib/db/generated/client.ts';
import { enqueue } from '@/lib/db/outbox.ts';
import type { FrozenOrder } from '@/lib/payments/frozen-order.ts';
import { book } from '@/lib/payments/ledger.ts';
import { numberReceipt } from '@/lib/receipts/number-receipt.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { changeStatus, type StatusChange } from '@/lib/submissions/change-status.ts';
import type { App } from '../app.ts';
import { variants } from '../variants/registry.ts';

/**
 * Ends a case: status, ledger, delivery in the outbox and the numbered receipt in one transaction. From here on the
 * receipt exists, whatever happens to browser, worker or mail; the number is taken last (rule 14).
 */
export async function completeCase(
  tx: Transaction,
  app: App,
  before: Submission,
  definition: ServiceDefinition,
  order: FrozenOrder | undefined,
  change: StatusChange,
): Promise<void> {
  const now = app.clock.now();
  await changeStatus(tx, change);
  const submission = await tx.submission.findUniqueOrThrow({ where: { id: before.id } });
  const attempt =
    order && order.totalMinor > 0
      ? await tx.paymentAttempt.findFirst({ where: { orderId: order.id, allocations: { some: {} } } })
      : null;
  if (attempt) {
    await book(
      tx,
      app.ids,
      attempt,
      'delivered',
      { to: 'held', from: 'earned', amountMinor: minor(attempt.capturedMinor) },
      now,
    );
  }
  await enqueue(tx, {
    task: 'deliver-case',
    payload: { submissionId: submission.id },
    key: `deliver:${submission.id}`,
  });
  const data = await receiptData(tx, submission, definition, order, attempt, now);
  await numberReceipt(
    tx,
    app.ids,
    { submissionId: submission.id, ownerId: submission.ownerId, environment: submission.environment },
    data,
    now,
  );
}

async function receiptData(
  tx: Transaction,
  submission: Submission,
  definition: ServiceDefinition,
  order: FrozenOrder | undefined,
  attempt: PaymentAttempt | null,
  now: Date,
): Promise<Omit<ReceiptData, 'number'>> {
  const language = asLanguage(submission.language) ?? defaultLanguage;
  const owner = await tx.owner.findUniqueOrThrow({ where: { id: submission.ownerId } });
  const holder = await tx.caseParty.findFirstOrThrow({
    where: { submissionId: submission.id, role: { in: ['filler', 'payer'] } },
  });
  const party = await tx.party.findUniqueOrThrow({ where: { id: holder.partyId } });
  const signatures = await tx.signatureRequest.findMany({
    where: { submissionId: submission.id, status: 'signed' },
    orderBy: { position: 'asc' },
  });
  const text = serviceText(definition, language);
  const doneBy = party.kind === 'organisation' ? await submitterOf(tx, submission.id) : undefined;
  const receivedAt =
    definition.received === 'submitted'
      ? submission.submittedAt
      : (submission.paidAt ?? submission.submittedAt);
  return {
    series: attempt ? 'receipt' : 'confirmation',
    language,
    environment: submission.environment,
    owner: { name: (owner.name as Record<Language, string>)[language], orgNumber: owner.orgNumber },
    serviceTitle: submission.title,
    caseReference: submission.reference,
    archiveReference: archiveReference(submission),
    party: { name: party.name, ...(party.orgNumber && { orgNumber: party.orgNumber }) },
    ...(doneBy && { doneBy }),
    // A prefilled payment was issued to the payer; nobody sent anything in.
    ...(submission.submittedAt &&
      variants.get(definition.variant).fill && { submittedAt: submission.submittedAt.toISOString() }),
    ...(attempt && submission.paidAt && { paidAt: submission.paidAt.toISOString() }),
    completedAt: now.toISOString(),
    received: { rule: definition.received, at: (receivedAt ?? now).toISOString() },
    ...(attempt &&
      order && {
        payment: {
          description: order.description[language] ?? text('payment.description'),
          ...(attempt.method && { method: attempt.method }),
          ...(attempt.maskedCard && { maskedCard: attempt.maskedCard }),
          provider: attempt.provider,
          reference: attempt.reference,
          currency: order.currency,
          netMinor: order.netMinor,
          vatMinor: order.vatMinor,
          totalMinor: order.totalMinor,
          ...(submission.kid && { kid: submission.kid }),
        },
      }),
    lines: (order?.lines ?? []).map((line) => ({
      name: line.name[language],
      explained: line.explained[language],
      quantity: line.quantity,
      netMinor: line.netMinor,
      vatCode: line.vatCode,
      vatMinor: line.vatMinor,
      grossMinor: line.grossMinor,
    })),
    signatures: signatures.map((signature) => ({
      name: signature.signedByName ?? '',
      at: (signature.signedAt ?? now).toISOString(),
      acr: signature.signedAcr ?? '',
      signatureId: signature.id,
    })),
  };
}

/** Name of the person who confirmed the case on behalf of an organisation. */
async function submitterOf(tx: Transaction, submissionId: string): Promise<string | undefined> {
  const event = await tx.submissionEvent.findFirst({
    where: { submissionId, type: 'submission.submitted' },
    orderBy: { seq: 'desc' },
  });
  const personId = event?.actor.startsWith('person:') ? event.actor.slice('person:'.length) : undefined;
  return personId && (await tx.person.findUnique({ where: { id: personId } }))?.name;
}

/** Reference of the immutable copy: that of the case, in a series of its own. */
export function archiveReference(submission: Pick<Submission, 'reference'>): string {
  return submission.reference.replace(/^KV-/, 'AR-');
}
