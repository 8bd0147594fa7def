import { addSeconds } from '@/lib/core/clock.ts';
import { activeStatuses } from '@/lib/payments/attempt-machine.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { type MetricSource, recentSeconds } from './metric-source.ts';

interface StateRow {
  provider: string;
  status: string;
  count: number;
  unanswered: number;
}

/** Payment attempts: all that are open, what changed recently, and whether the timer keeps up with asking about them. */
export const attemptMetrics: MetricSource = async (reader, now) => {
  const open = await reader.$queryRaw<StateRow[]>`
    select provider, status::text, count(*)::int as count, (count(unknown_since))::int as unanswered
      from payment_attempt where status in ('created', 'pending', 'authorized') group by 1, 2`;
  // By agreement, of which there are few: the index is by agreement and time.
  const moved = await reader.$queryRaw<StateRow[]>`
    select a.provider, a.status::text, count(*)::int as count, 0 as unanswered
      from payment_agreement g cross join lateral (
        select provider, status from payment_attempt
         where agreement_id = g.id and updated_at > ${addSeconds(now, -recentSeconds)}) a
     group by 1, 2`;
  const [due] = await reader.$queryRaw<{ count: number; oldest: Date | null }[]>`
    select count(*)::int as count, min(next_check_at) as oldest from payment_attempt where next_check_at <= ${now}`;
  const ids = providers.ids();
  const unanswered = (id: string) =>
    open.reduce((sum, row) => sum + (row.provider === id ? row.unanswered : 0), 0);
  return [
    {
      name: 'kvitt_payment_attempts_open',
      help: 'Payment attempts that are not over, by provider and state.',
      samples: ids.flatMap((provider) =>
        activeStatuses.map((state) => ({
          labels: { provider, state },
          value: open.find((row) => row.provider === provider && row.status === state)?.count ?? 0,
        })),
      ),
    },
    {
      name: 'kvitt_payment_attempts_unanswered',
      help: 'Open payment attempts that the provider gave no clear answer about when it was last asked.',
      samples: ids.map((provider) => ({ labels: { provider }, value: unanswered(provider) })),
    },
    {
      name: 'kvitt_payment_attempts_moved',
      help: 'Payment attempts that changed within the last hour, by provider and the state that they are in now.',
      samples: moved.map(({ provider, status, count }) => ({
        labels: { provider, state: status },
        value: count,
      })),
    },
    {
      name: 'kvitt_payment_checks_due',
      help: 'Payment attempts that are due to be asked about.',
      samples: [{ value: due?.count ?? 0 }],
    },
    {
      name: 'kvitt_payment_checks_oldest_due_seconds',
      help: 'For how long the one that was due first has been; it grows when no worker asks.',
      samples: [{ value: due?.oldest ? Math.max(0, (now.getTime() - due.oldest.getTime()) / 1000) : 0 }],
    },
  ];
};
