import { crashPoint } from '@/lib/core/crash-point.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { minor } from '@/lib/core/money.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import {
  type Attempt,
  findAddressee,
  findByMessage,
  type Payment,
  readAttempt,
} from '@/lib/payments/attempt.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { messageSecretContext } from '@/lib/payments/open-attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { IncomingMessage, ParsedMessage } from '@/lib/payments/provider.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { messageUrl } from './message-url.ts';
import { verify } from './verify-payment.ts';

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
  const addressee = await findAddressee(app.db, endpointToken, isUuid(attemptId) ? attemptId : null);
  if (!addressee || addressee.agreement.provider !== providerId) return 'rejected';
  const { agreement } = addressee;
  const provider = app.openProvider(agreement);
  const parsed = provider.parseMessage(message);
  if (!parsed) return 'malformed';
  const payment = isUuid(attemptId) ? addressee.payment : await findByMessage(app.db, agreement.id, parsed);
  if (!payment) return 'rejected';
  const { attempt } = payment;
  const expected = {
    secret: app.box.open(attempt.messageSecret, messageSecretContext(attempt.id)),
    url: messageUrl(app, agreement, provider, attemptId),
  };
  if (!provider.isAuthentic(message, expected)) return 'rejected';
  const { providerPaymentId } = parsed;
  if (attempt.providerPaymentId && providerPaymentId && attempt.providerPaymentId !== providerPaymentId)
    return 'rejected';
  const stored = await store(app, attempt, parsed, message.body);
  if (stored.handledAt) return 'handled';
  crashPoint('after-message-stored');
  const isNew = !attempt.providerPaymentId && providerPaymentId;
  const known = isNew ? await adopt(app, payment, providerPaymentId) : payment;
  if (parsed.failure && isActive(attempt.status)) {
    await app.db.paymentAttempt.updateMany({
      where: { id: attempt.id, status: 'pending' },
      data: { failure: parsed.failure },
    });
  }
  const verified = await verify(app, known, parsed.evidence);
  if (verified.kind === 'no_answer') return 'retry';
  await app.db.providerMessage.updateMany({
    where: { id: stored.id },
    data: { handledAt: app.clock.now() },
  });
  return 'handled';
}

/**
 * Stores a message as it came; one that came before is counted, and its first body kept. Where two messages may look alike, it is
 * to be handled once more.
 */
function store(
  app: App,
  { id: attemptId, agreementId }: Attempt,
  { dedupeKey, mayRepeat, event }: ParsedMessage,
  body: string,
): Promise<{ id: string; handledAt: Date | null }> {
  const key = { agreementId, dedupeKey };
  return app.db.providerMessage.upsert({
    where: { agreementId_dedupeKey: key },
    create: { id: app.ids.uuid(), ...key, attemptId, event, body, receivedAt: app.clock.now() },
    update: { times: { increment: 1 }, ...(mayRepeat && { handledAt: null }) },
    select: { id: true, handledAt: true },
  });
}

/**
 * The provider tells which payment an attempt is, as some only do when it is paid, or as it does when its answer to our create
 * was lost: remember it. When we have given that attempt up, it is closed there too, so that nobody can pay it.
 */
async function adopt(app: App, payment: Payment, providerPaymentId: string): Promise<Payment> {
  const attempt = await inTransaction(app.db, async (tx) => {
    await lockSubmission(tx, payment.submissionId);
    const current = await readAttempt(tx, payment.attempt.id);
    if (current.providerPaymentId) return current;
    await tx.paymentAttempt.updateMany({ where: { id: current.id }, data: { providerPaymentId } });
    if (!isActive(current.status))
      await planOperation(
        tx,
        app.ids,
        current,
        { kind: 'cancel', amountMinor: minor(current.amountMinor), reason: 'create_was_given_up' },
        app.clock.now(),
      );
    return { ...current, providerPaymentId };
  });
  return { ...payment, attempt };
}
