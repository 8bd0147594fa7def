import { isUuid } from '@/lib/core/ids.ts';
import { findPayment } from '@/lib/payments/attempt.ts';
import type { IncomingMessage, ReturnQuery } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';
import { mustHear } from './ask-provider.ts';
import { receiveMessage } from './receive-message.ts';
import { verify } from './verify-payment.ts';

/**
 * The payer's browser came back, with whatever it says: the provider is asked. Where asking is not enough the browser brings the
 * same message as the provider's server sends, and only what is signed counts. Gives the case, for the door to send the browser
 * there.
 * @param query what the address says besides; a hint, for a provider that can be asked.
 */
export async function returnFromPayment(
  app: App,
  attemptId: string,
  message?: IncomingMessage,
  query?: ReturnQuery,
): Promise<string | undefined> {
  if (!isUuid(attemptId)) return undefined;
  const payment = await findPayment(app.db, attemptId);
  if (!payment) return undefined;
  const { agreement, submissionId } = payment;
  const provider = app.openProvider(agreement);
  const received =
    message && mustHear(provider)
      ? await receiveMessage(app, agreement.provider, agreement.endpointToken, attemptId, message)
      : undefined;
  if (!received || (provider.fetch && received !== 'handled'))
    await verify(app, payment, { returned: query });
  return submissionId;
}
