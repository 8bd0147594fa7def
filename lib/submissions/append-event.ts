import type { Transaction } from '@/lib/db/client.ts';

export interface NewEvent {
  submissionId: string;
  type: string;
  data: Record<string, string | number | boolean>;
  actor: string;
  at: Date;
}

/** Appends to the submission's history; `seq` is counted under the submission's own row lock (rule 18). */
export async function appendEvent(tx: Transaction, event: NewEvent): Promise<number> {
  const { seq } = await tx.submission.update({
    where: { id: event.submissionId },
    data: { seq: { increment: 1 } },
    select: { seq: true },
  });
  await tx.submissionEvent.create({ data: { ...event, seq } });
  return seq;
}
