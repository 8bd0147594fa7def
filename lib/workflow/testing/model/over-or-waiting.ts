import type { Database } from '@/lib/db/client.ts';

/** Until work is over, or waits in the database for a lock that somebody else has. */
export async function overOrWaiting(db: Database, work: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = work.then(
    () => {
      isOver = true;
    },
    () => {
      isOver = true;
    },
  );
  while (!isOver && !(await isWaiting(db))) await Promise.race([end, pause()]);
}

async function isWaiting(db: Database): Promise<boolean> {
  const [row] = await db.$queryRaw<{ waiting: number }[]>`
    select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`;
  return (row?.waiting ?? 0) > 0;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 2));
