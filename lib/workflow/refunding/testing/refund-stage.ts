import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import { ask, type Journey } from '../../testing/journey.ts';
import { db, type JourneyStage } from '../../testing/journey-stage.ts';
import { runJobs } from '../../testing/run-jobs.ts';

export type Change = NonNullable<Parameters<Journey['confirmed']>[1]>['change'];

export const reason = 'Søknaden gjaldt en tjeneste som er nedlagt';

export const noteRows = (stage: JourneyStage, submissionId: string) =>
  db(stage).receipt.findMany({
    where: { submissionId, series: 'credit_note' },
    orderBy: { number: 'asc' },
  });

export const dataOf = ({ data }: { data: unknown }) => data as ReceiptData;

export const messagesOf = (stage: JourneyStage, submissionId: string) =>
  db(stage).message.findMany({
    where: { submissionId, kind: 'refunded' },
    include: { attachments: true },
  });

/** Carries out what is planned, and lets a worker draw, post and notify. */
export async function settle({ world }: JourneyStage): Promise<void> {
  await world.work();
  await runJobs(world.app, world.databaseUrl);
}

/** A completed case of 300 kr with its receipt, where its service says nothing else. */
export async function completed(
  { world, journey }: JourneyStage,
  change?: Change,
): Promise<{ id: string; attemptId: string; reference: string }> {
  const id = await journey.confirmed('submit_and_pay', { change });
  const attempt = await journey.paid(id);
  await ask(world, attempt);
  const status = await journey.status(id);
  if (status !== 'completed') throw new Error(`The case is ${status}`);
  return { id, attemptId: attempt.id, reference: attempt.reference };
}
