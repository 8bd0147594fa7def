import { alarmValueNames } from '@/lib/audit/alarm-kinds.ts';
import type { MetricSource } from './metric-source.ts';

/** Alarms that are not closed, by kind; every kind is there, also when there is none of it. */
export const alarmMetrics: MetricSource = async (reader) => {
  const rows = await reader.$queryRaw<{ kind: string; open: number; handled: number }[]>`
    select kind, (count(*) filter (where handled_at is null))::int as open,
           (count(*) filter (where handled_at is not null))::int as handled
      from alarm where closed_at is null group by kind`;
  const counts = new Map(rows.map((row) => [row.kind, row]));
  const kinds = [...new Set([...Object.keys(alarmValueNames), ...counts.keys()])];
  return [
    {
      name: 'kvitt_alarms',
      help: 'Alarms that are not closed: open, or handled by an employee while what is wrong goes on.',
      samples: kinds.flatMap((kind) => [
        { labels: { kind, state: 'open' }, value: counts.get(kind)?.open ?? 0 },
        { labels: { kind, state: 'handled' }, value: counts.get(kind)?.handled ?? 0 },
      ]),
    },
  ];
};
