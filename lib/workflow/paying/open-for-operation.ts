import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { finishOperation, type TakenOperation } from '@/lib/payments/operations.ts';
import type { OpenProvider } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';

/**
 * Opens the provider that a taken operation is to be sent to. Where its agreement does not open, nothing was sent: the operation
 * is given back as it was, to be tried again later.
 * @throws what opening throws.
 */
export async function openForOperation(
  app: App,
  operation: TakenOperation,
  agreement: PaymentAgreement,
): Promise<OpenProvider> {
  try {
    return app.openProvider(agreement);
  } catch (error) {
    const status = operation.repeats ? 'unknown' : 'intent';
    await inTransaction(app.db, (tx) =>
      finishOperation(tx, operation, { status, errorCode: 'agreement_unusable' }, app.clock.now()),
    );
    throw error;
  }
}
