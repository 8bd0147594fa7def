import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { FrozenOrder } from '@/lib/payments/frozen-order.ts';
import { methodWords } from '@/lib/payments/method-words.ts';
import { type PaidOrder, paidOrder, type Standing } from '@/lib/payments/standing.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import { variants } from '../variants/registry.ts';

/** Everything that the receipt of a case shows, of the case as it was completed at `now`. */
export async function receiptOfCase(
  tx: Transaction,
  submission: LockedSubmission,
  definition: ServiceDefinition,
  standing: Standing,
  now: Date,
): Promise<Omit<ReceiptData, 'number'>> {
  const language = asLanguage(submission.language) ?? defaultLanguage;
  const { owner, party } = await readHolder(tx, submission.id);
  const doneBy = party.kind === 'organisation' ? await submitterOf(tx, submission.id) : undefined;
  const payment = paidOrder(standing);
  return {
    series: payment ? 'receipt' : 'confirmation',
    language,
    environment: submission.environment,
    owner: { name: owner.name[language], orgNumber: owner.orgNumber },
    serviceTitle: submission.title,
    caseReference: submission.reference,
    archiveReference: archiveReference(submission),
    party: { name: party.name, ...(party.orgNumber && { orgNumber: party.orgNumber }) },
    ...(doneBy && { doneBy }),
    ...datesOf(submission, definition, { paid: payment !== undefined, now }),
    ...(payment && { payment: describePayment(payment, submission, definition, language) }),
    lines: linesOf(standing.order, language),
    signatures: definition.signing ? await readSignatures(tx, submission.id, now) : [],
  };
}

function datesOf(
  { submittedAt, paidAt }: LockedSubmission,
  definition: ServiceDefinition,
  { paid, now }: { paid: boolean; now: Date },
): Pick<ReceiptData, 'submittedAt' | 'paidAt' | 'completedAt' | 'received'> {
  // Where payment counts and there was nothing to pay, the case is received when all its steps are done.
  const rule = definition.received === 'paid' && !paid ? 'completed' : definition.received;
  const receivedAt = { submitted: submittedAt, paid: paidAt, completed: now }[rule];
  // A prefilled payment was issued to the payer; nobody sent anything in.
  const sentIn = submittedAt && variants.get(definition.variant).fill;
  return {
    ...(sentIn && { submittedAt: submittedAt.toISOString() }),
    ...(paid && paidAt && { paidAt: paidAt.toISOString() }),
    completedAt: now.toISOString(),
    received: { rule, at: (receivedAt ?? now).toISOString() },
  };
}

function describePayment(
  { order, attempt }: PaidOrder,
  { kid }: LockedSubmission,
  definition: ServiceDefinition,
  language: Language,
): ReceiptData['payment'] {
  return {
    description: order.description[language] ?? serviceText(definition, language)('payment.description'),
    ...(attempt.method && { method: methodWords(attempt)?.[language] ?? attempt.method }),
    ...(attempt.maskedCard && { maskedCard: attempt.maskedCard }),
    provider: attempt.provider,
    reference: attempt.reference,
    currency: order.currency,
    netMinor: order.netMinor,
    vatMinor: order.vatMinor,
    totalMinor: order.totalMinor,
    ...(kid && { kid }),
  };
}

function linesOf(order: FrozenOrder | undefined, language: Language): ReceiptData['lines'] {
  return (order?.lines ?? []).map((line) => ({
    name: line.name[language],
    explained: line.explained[language],
    quantity: line.quantity,
    netMinor: line.netMinor,
    vatCode: line.vatCode,
    vatMinor: line.vatMinor,
    grossMinor: line.grossMinor,
  }));
}

async function readSignatures(
  tx: Transaction,
  submissionId: string,
  now: Date,
): Promise<ReceiptData['signatures']> {
  const signatures = await tx.signatureRequest.findMany({
    where: { submissionId, status: 'signed' },
    orderBy: { position: 'asc' },
    select: { id: true, signedByName: true, signedAt: true, signedAcr: true },
  });
  return signatures.map(({ id, signedByName, signedAt, signedAcr }) => ({
    name: signedByName ?? '',
    at: (signedAt ?? now).toISOString(),
    acr: signedAcr ?? '',
    signatureId: id,
  }));
}

interface Holder {
  owner: { name: Record<Language, string>; orgNumber: string };
  party: { name: string; kind: string; orgNumber: string | null };
}

/** The service owner of a case and the party that the case is for, in one statement. */
async function readHolder(tx: Transaction, submissionId: string): Promise<Holder> {
  const [row] = await tx.$queryRaw<(Holder['party'] & { owner: Holder['owner'] })[]>`
    select p.name, p.kind, p.org_number as "orgNumber",
           json_build_object('name', o.name, 'orgNumber', o.org_number) as owner
      from submission s
      join owner o on o.id = s.owner_id
      join case_party c on c.submission_id = s.id and c.role in ('filler', 'payer')
      join party p on p.id = c.party_id
     where s.id = ${submissionId}::uuid
     limit 1`;
  if (!row) throw new Error(`Nobody fills in or pays the case ${submissionId}`);
  const { owner, ...party } = row;
  return { owner, party };
}

/** Name of the person who confirmed the case on behalf of an organisation. */
async function submitterOf(tx: Transaction, submissionId: string): Promise<string | undefined> {
  const event = await tx.submissionEvent.findFirst({
    where: { submissionId, type: 'submission.submitted' },
    orderBy: { seq: 'desc' },
    select: { actor: true },
  });
  const personId = event?.actor.startsWith('person:') ? event.actor.slice('person:'.length) : undefined;
  return personId && (await tx.person.findUnique({ where: { id: personId }, select: { name: true } }))?.name;
}

/** Reference of the immutable copy: that of the case, in a series of its own. */
export function archiveReference(submission: Pick<LockedSubmission, 'reference'>): string {
  return submission.reference.replace(/^KV-/, 'AR-');
}
