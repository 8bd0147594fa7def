import { closeAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import { loggedError } from '@/lib/core/log.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';

/**
 * Agreements that do not open: sealed with a key that this process does not have, or with settings that their provider no longer
 * takes. Their payments stand still meanwhile, and only theirs; the owner is told until they open again. Asks no provider.
 */
export async function tellUnusableAgreements(app: App): Promise<void> {
  const told = await app.db.alarm.findMany({
    where: { kind: 'agreement_unusable', closedAt: null },
    select: { dedupeKey: true },
  });
  const keys = new Set(told.map(({ dedupeKey }) => dedupeKey));
  for (const agreement of await app.db.paymentAgreement.findMany()) {
    const key = `agreement:${agreement.id}`;
    const reason = whyUnusable(app, agreement);
    if (reason === undefined && keys.has(key))
      await inTransaction(app.db, (tx) => closeAlarm(tx, key, app.clock.now()));
    if (reason !== undefined && !keys.has(key)) await tell(app, agreement, key, reason);
  }
}

function whyUnusable(app: App, agreement: PaymentAgreement): string | undefined {
  try {
    app.openProvider(agreement);
    return undefined;
  } catch (error) {
    return loggedError(error).message;
  }
}

function tell(
  app: App,
  { id, ownerId, provider, displayName }: PaymentAgreement,
  dedupeKey: string,
  reason: string,
): Promise<void> {
  return inTransaction(app.db, (tx) =>
    openAlarm(
      tx,
      app.ids,
      {
        ownerId,
        dedupeKey,
        kind: 'agreement_unusable',
        values: { agreement: displayName },
        detail: `The agreement ${id} with ${provider} does not open: ${reason}`,
      },
      app.clock.now(),
    ),
  );
}
