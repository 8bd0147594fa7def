import { addSeconds } from '@/lib/core/clock.ts';
import { crashPoint } from '@/lib/core/crash-point.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { Reader } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type Attempt, findAddressee, findByMessage } from '@/lib/payments/attempt.ts';
import { messageSecretContext } from '@/lib/payments/open-attempt.ts';
import { callLeaseSeconds } from '@/lib/payments/operations.ts';
import type { IncomingMessage, OpenProvider, ParsedMessage } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';
import { mustHear } from './ask-provider.ts';
import { messageUrl } from './message-url.ts';
import { takeMessage } from './take-message.ts';

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
  // What a message says itself goes before the address that it came to: a payer may send one of hers to another's.
  const byAddress = isUuid(attemptId) && parsed.reference === undefined;
  const payment = byAddress ? addressee.payment : await findByMessage(app.db, agreement.id, parsed);
  if (!payment) return 'rejected';
  const { attempt } = payment;
  const expected = {
    secret: app.box.open(attempt.messageSecret, messageSecretContext(attempt.id)),
    url: messageUrl(app, agreement, provider, attemptId),
  };
  if (!provider.isAuthentic(message, expected)) return 'rejected';
  const { providerPaymentId } = parsed;
  const isOther =
    attempt.providerPaymentId && providerPaymentId && attempt.providerPaymentId !== providerPaymentId;
  if (isOther && !parsed.evidence) return 'rejected';
  crashPoint('before-message-stored');
  const stored = await storeSafely(app, provider, attempt, parsed, message.body);
  if (stored.handledAt) return 'handled';
  crashPoint('after-message-stored');
  return takeMessage(app, payment, stored.id, parsed);
}

interface Stored {
  id: string;
  handledAt: Date | null;
}

/** Nobody can be asked later for what only a message tells: should its effect be lost with this process, the timer takes it up. */
async function storeSafely(
  app: App,
  provider: OpenProvider,
  attempt: Attempt,
  parsed: ParsedMessage,
  body: string,
): Promise<Stored> {
  if (!mustHear(provider)) return store(app.db, app, attempt, parsed, body);
  return inTransaction(app.db, 'message', async (tx) => {
    const stored = await store(tx, app, attempt, parsed, body);
    const nextCheckAt = addSeconds(app.clock.now(), callLeaseSeconds);
    if (!stored.handledAt)
      await tx.paymentAttempt.updateMany({ where: { id: attempt.id }, data: { nextCheckAt } });
    return stored;
  });
}

/**
 * Stores a message as it came; one that came before is counted, and its first body kept. Where two messages may look alike, it is
 * to be handled once more.
 */
function store(
  reader: Reader,
  app: App,
  { id: attemptId, agreementId }: Attempt,
  { dedupeKey, mayRepeat, event }: ParsedMessage,
  body: string,
): Promise<Stored> {
  const key = { agreementId, dedupeKey };
  return reader.providerMessage.upsert({
    where: { agreementId_dedupeKey: key },
    create: { id: app.ids.uuid(), ...key, attemptId, event, body, receivedAt: app.clock.now() },
    update: { times: { increment: 1 }, ...(mayRepeat && { handledAt: null }) },
    select: { id: true, handledAt: true },
  });
}
