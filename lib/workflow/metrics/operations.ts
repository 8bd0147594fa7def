import { addSeconds } from '@/lib/core/clock.ts';
import type { OperationStatus } from '@/lib/db/generated/enums.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { type MetricSource, recentSeconds } from './metric-source.ts';

/** How a call to a provider ended, by the state that it left its operation in. */
const outcomes: Readonly<Record<OperationStatus, string>> = {
  intent: 'not_done',
  sent: 'under_way',
  done: 'done',
  failed: 'refused',
  unknown: 'no_answer',
};

interface OutcomeRow {
  provider: string;
  kind: string;
  status: OperationStatus;
  count: number;
}

interface RefundRow {
  provider: string;
  open: number;
  failing: number;
  oldest: Date | null;
}

/** What was asked of providers, and refunds that have not come through. */
export const operationMetrics: MetricSource = async (reader, now) => {
  const called = await reader.$queryRaw<OutcomeRow[]>`
    select a.provider, p.kind::text, p.status::text, count(*)::int as count
      from payment_operation p join payment_attempt a on a.id = p.attempt_id
     where p.sent_at > ${addSeconds(now, -recentSeconds)} group by 1, 2, 3`;
  const refunds = await reader.$queryRaw<RefundRow[]>`
    select a.provider, count(*)::int as open, (count(*) filter (where p.error_code is not null))::int as failing,
           min(p.created_at) filter (where p.error_code is not null) as oldest
      from payment_operation p join payment_attempt a on a.id = p.attempt_id
     where p.status in ('intent', 'sent', 'unknown') and p.kind = 'refund' group by 1`;
  const ofRefunds = (read: (row: RefundRow) => number) =>
    providers.ids().map((provider) => {
      const row = refunds.find((one) => one.provider === provider);
      return { labels: { provider }, value: row ? read(row) : 0 };
    });
  const seconds = (since: Date) => Math.max(0, (now.getTime() - since.getTime()) / 1000);
  return [
    {
      name: 'kvitt_provider_operations',
      help: 'Operations that were last sent to the provider within the last hour, by how that call ended.',
      samples: called.map(({ provider, kind, status, count }) => ({
        labels: { provider, operation: kind, outcome: outcomes[status] },
        value: count,
      })),
    },
    {
      name: 'kvitt_refunds_open',
      help: 'Refunds that are planned or tried and not done.',
      samples: ofRefunds(({ open }) => open),
    },
    {
      name: 'kvitt_refunds_failing',
      help: 'Refunds that were tried and did not come through; each is tried again, or waits for a person.',
      samples: ofRefunds(({ failing }) => failing),
    },
    {
      name: 'kvitt_refunds_failing_oldest_seconds',
      help: 'For how long the oldest failing refund has been wanted; 0 when none fails.',
      samples: ofRefunds(({ oldest }) => (oldest ? seconds(oldest) : 0)),
    },
  ];
};
