import type { Transaction } from '@/lib/db/client.ts';

export interface NewEvent {
  submissionId: string;
  type: string;
  data: Record<string, string | number | boolean>;
  actor: string;
  at: Date;
}

/**
 * Appends to the submission's history; `seq` is counted under the submission's own row lock (rule 18). One round trip: every
 * step of a case writes events.
 * @throws when there is no such submission.
 */
export async function appendEvent(tx: Transaction, event: NewEvent): Promise<number> {
  const { submissionId, type, actor, at } = event;
  const data = JSON.stringify(event.data);
  const rows = await tx.$queryRaw<{ seq: number }[]>`
    with counted as (update submission set seq = seq + 1 where id = ${submissionId}::uuid returning seq)
    insert into submission_event (submission_id, seq, type, data, at, actor)
    select ${submissionId}::uuid, seq, ${type}, ${data}::jsonb, ${at}::timestamptz, ${actor} from counted
    returning seq`;
  const [written] = rows;
  if (!written) throw new Error(`No submission ${submissionId} to write an event of`);
  return written.seq;
}
