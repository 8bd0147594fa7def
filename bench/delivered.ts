import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';

/** How many receipts lie in message boxes. */
export async function delivered(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    "select count(*)::int as n from message where kind = 'receipt'",
  );
  return rows[0]?.n ?? 0;
}

/** Waits until the worker has delivered every completed case. */
export async function untilDelivered(client: pg.Client): Promise<void> {
  const waiting = `select count(*)::int as n from submission s where s.status = 'completed'
    and not exists (select from archive_record a where a.submission_id = s.id)`;
  for (let tries = 0; tries < 3000; tries += 1) {
    const { rows } = await client.query<{ n: number }>(waiting);
    if (rows[0]?.n === 0) return;
    await delay(100);
  }
  throw new Error('The worker did not deliver what was completed');
}
