import { openAlarm } from '@/lib/audit/open-alarm.ts';
import { type Currency, minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import type { Attempt } from '@/lib/payments/attempt.ts';
import { operationAlarmKey } from '@/lib/payments/give-up-operation.ts';
import type { App } from '../app.ts';

export interface OperationTrouble {
  operation: PaymentOperation;
  attempt: Attempt;
  submissionId: string;
  /** The provider's own word for it, or ours. */
  code: string;
  /** For the log. */
  detail: string;
}

/** The owner is told of money that does not move as it should: one alarm per operation, however often it is told. */
export function tellTrouble(
  tx: Transaction,
  app: App,
  { operation, attempt, submissionId, code, detail }: OperationTrouble,
  kind: 'operation_unanswered' | 'operation_unknown' | 'cancel_refused' | 'refund_refused',
): Promise<void> {
  return openAlarm(
    tx,
    app.ids,
    {
      ownerId: attempt.ownerId,
      dedupeKey: operationAlarmKey(operation.id),
      kind,
      submissionId,
      attemptId: attempt.id,
      values: {
        action: operation.kind,
        amount: { amountMinor: minor(operation.amountMinor), currency: attempt.currency as Currency },
        code,
      },
      detail: `The provider did not ${operation.kind} ${operation.amountMinor} ${attempt.currency}: ${code} ${detail}`,
    },
    app.clock.now(),
  );
}
