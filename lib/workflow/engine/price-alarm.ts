import { openAlarm } from '@/lib/audit/open-alarm.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PriceResult } from '@/lib/pricing/calculate-order.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';

/** Tells the owner that a rule of a service version cannot compute: once, however many meet it. */
export async function alarmOfPrice(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  definition: ServiceDefinition,
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
      values: { rule: nameOf(definition, price.ruleId) },
      detail: `Price rule "${price.ruleId}" cannot compute: ${price.reason}, ${price.detail}`,
    },
    app.clock.now(),
  );
}

/** As the owner wrote it; the language of whoever reads the alarm is not known here. */
function nameOf(definition: ServiceDefinition, ruleId: string): string {
  const rule = definition.pricing.rules.find(({ id }) => id === ruleId);
  return rule ? serviceText(definition, 'nb')(rule.text) : ruleId;
}
