import type { Clock } from '@/lib/core/clock.ts';
import { addSeconds } from '@/lib/core/clock.ts';
import type { Ids } from '@/lib/core/ids.ts';
import type { SecretBox } from '@/lib/core/secret-box.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { type Attempt, readAttempt } from './attempt.ts';
import { messageSecretContext, nextReference } from './open-attempt.ts';

/**
 * A second payment of one attempt, as when the payer had its payment page open twice: it becomes an attempt of its own, closed
 * from the start, so that its money is late money and goes back. Once for each payment; the caller holds the submission's lock.
 */
export async function doubleAttempt(
  tx: Transaction,
  { ids, box, clock }: { ids: Ids; box: SecretBox; clock: Clock },
  paid: Attempt,
  providerPaymentId: string,
): Promise<Attempt> {
  const { agreementId } = paid;
  const known = await tx.paymentAttempt.findUnique({
    where: { agreementId_providerPaymentId: { agreementId, providerPaymentId } },
    select: { id: true },
  });
  if (known) return readAttempt(tx, known.id);
  const { snapshot } = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: paid.id } });
  const id = ids.uuid();
  const now = clock.now();
  const { ownerId, environment, orderId, provider, amountMinor, currency, capture, snapshotHash } = paid;
  const { methods, cardTypes } = paid;
  await tx.paymentAttempt.createMany({
    data: {
      ...{
        id,
        ownerId,
        environment,
        orderId,
        agreementId,
        provider,
        amountMinor,
        currency,
        capture,
        methods,
        cardTypes,
      },
      snapshot: snapshot as object,
      snapshotHash,
      status: 'cancelled',
      reference: await nextReference(tx, paid),
      providerPaymentId,
      messageSecret: box.seal(ids.token(16), messageSecretContext(id)),
      // Never the latest: that one is the attempt that the payer was sent to.
      createdAt: addSeconds(paid.createdAt, -1),
      updatedAt: now,
      closedAt: now,
    },
  });
  return readAttempt(tx, id);
}
