import { crashPoint } from '@/lib/core/crash-point.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { minor } from '@/lib/core/money.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { messageSecretContext } from '@/lib/payments/open-attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { IncomingMessage, ParsedMessage } from '@/lib/payments/provider.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { messageUrl } from './message-url.ts';
import { verifyPayment } from './verify-payment.ts';

export type Received =
  /** Acknowledge: what it told is in the books. */
  | 'handled'
  /** Unknown agreement, attempt or secret: nothing is stored, nothing is told. */
  | 'rejected'
  /** Not a message of this provider's. */
  | 'malformed'
  /** The provider could not be asked now: it should tell again. */
  | 'retry';

/**
 * Takes a provider's message: stored as it came, then the provider is asked. It is marked as handled only after its effect
 * is committed, so a message that came twice, or during a crash, is never swallowed; and it is never the proof (rule 1).
 * @param attemptId from the message URL, which the provider was given when the payment was created.
 */
export async function receiveMessage(
  app: App,
  providerId: string,
  endpointToken: string,
  attemptId: string | null,
  message: IncomingMessage,
): Promise<Received> {
  if (!/^[0-9a-f]{1,128}$/.test(endpointToken)) return 'rejected';
  const agreement = await app.db.paymentAgreement.findUnique({ where: { endpointToken } });
  if (!agreement || agreement.provider !== providerId) return 'rejected';
  const provider = app.openProvider(agreement);
  const parsed = provider.parseMessage(message);
  if (!parsed) return 'malformed';
  const attempt = await app.db.paymentAttempt.findFirst({
    where: { agreementId: agreement.id, ...whichAttempt(attemptId, parsed) },
    include: { order: true },
  });
  if (!attempt) return 'rejected';
  const expected = {
    secret: app.box.open(attempt.messageSecret, messageSecretContext(attempt.id)),
    url: messageUrl(app, agreement, provider, attemptId),
  };
  if (!provider.isAuthentic(message, expected)) return 'rejected';
  const { providerPaymentId } = parsed;
  if (attempt.providerPaymentId && providerPaymentId && attempt.providerPaymentId !== providerPaymentId)
    return 'rejected';
  const key = { agreementId: agreement.id, dedupeKey: parsed.dedupeKey };
  const stored = await app.db.providerMessage.upsert({
    where: { agreementId_dedupeKey: key },
    create: {
      id: app.ids.uuid(),
      ...key,
      attemptId: attempt.id,
      event: parsed.event,
      body: message.body,
      receivedAt: app.clock.now(),
    },
    update: { times: { increment: 1 } },
  });
  if (stored.handledAt) return 'handled';
  crashPoint('after-message-stored');
  if (!attempt.providerPaymentId && providerPaymentId)
    await adopt(app, attempt.id, attempt.order.submissionId, providerPaymentId);
  if (parsed.failure && isActive(attempt.status)) {
    await app.db.paymentAttempt.updateMany({
      where: { id: attempt.id, status: 'pending' },
      data: { failure: parsed.failure },
    });
  }
  const verified = await verifyPayment(app, attempt.id, parsed.evidence);
  if (verified.kind === 'no_answer') return 'retry';
  await app.db.providerMessage.update({ where: { id: stored.id }, data: { handledAt: app.clock.now() } });
  return 'handled';
}

/** By the address when it names the attempt, else by what the message calls it. */
function whichAttempt(attemptId: string | null, { reference, providerPaymentId }: ParsedMessage) {
  if (isUuid(attemptId)) return { id: attemptId };
  if (reference !== undefined) return { reference };
  return { providerPaymentId: providerPaymentId ?? '' };
}

/**
 * The provider tells which payment an attempt is, as some only do when it is paid, or as it does when its answer to our create
 * was lost: remember it. When we have given that attempt up, it is closed there too, so that nobody can pay it.
 */
async function adopt(
  app: App,
  attemptId: string,
  submissionId: string,
  providerPaymentId: string,
): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    await lockSubmission(tx, submissionId);
    const attempt = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } });
    if (attempt.providerPaymentId) return;
    const known = await tx.paymentAttempt.update({ where: { id: attemptId }, data: { providerPaymentId } });
    if (isActive(known.status)) return;
    await planOperation(
      tx,
      app.ids,
      known,
      { kind: 'cancel', amountMinor: minor(known.amountMinor), reason: 'create_was_given_up' },
      app.clock.now(),
    );
  });
}
