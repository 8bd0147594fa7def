import { openAlarm } from '@/lib/audit/open-alarm.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import type { PriceResult } from '@/lib/pricing/calculate-order.ts';
import type { App } from '../app.ts';

/** Tells the owner that a rule of a service version cannot compute: once, however many meet it. */
export async function alarmOfPrice(
  tx: Transaction,
  app: App,
  submission: Submission,
  price: Extract<PriceResult, { ok: false }>,
): Promise<void> {
  await openAlarm(
    tx,
    app.ids,
    {
      ownerId: submission.ownerId,
      dedupeKey: `price:${submission.serviceVersionId}:${price.ruleId}`,
      kind: 'price_failed',
      submissionId: submission.id,
      detail: `Price rule "${price.ruleId}" cannot compute: ${price.reason}, ${price.detail}`,
    },
    app.clock.now(),
  );
}
