import { endOfOsloDay } from '@/lib/core/clock.ts';
import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Attempt } from '@/lib/payments/attempt.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import { isSettled, readStanding, type Standing } from '@/lib/payments/standing.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { requestSignature, signaturesMissing } from '@/lib/signing/signature-requests.ts';
import { changeStatus, type SubmissionColumns } from '@/lib/submissions/change-status.ts';
import type { LockedSubmission } from '@/lib/submissions/lock-submission.ts';
import type { SubmissionEvent, SubmissionStatus } from '@/lib/submissions/submission-machine.ts';
import type { App } from '../app.ts';
import { erasureAfterCompletion } from '../retention/erasure-dates.ts';
import type { CaseFacts } from '../steps/step.ts';
import { variants } from '../variants/registry.ts';
import { completeCase } from './complete-case.ts';
import { definitionOf } from './definition-of.ts';
import { nextStop } from './next-stop.ts';

export interface Cause {
  event: SubmissionEvent;
  actor: string;
  set?: SubmissionColumns;
}

/**
 * Moves a case to where its facts say that it stands. The caller holds the submission's lock and has just written the
 * fact that the cause names. When the case stands there already, only what the cause sets is written.
 * @param submission as it is now.
 * @returns where it stands now.
 * @param inHand how the order in force stands, when the caller knows it; else it is read.
 */
export async function advance(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  cause: Cause,
  inHand?: Standing,
): Promise<SubmissionStatus> {
  const now = app.clock.now();
  const definition = await definitionOf(tx, submission);
  const standing = inHand ?? (await readStanding(tx, submission.id));
  const stop = nextStop(
    variants.get(definition.variant),
    await readFacts(tx, submission.id, standing, definition),
  );
  const change = {
    submissionId: submission.id,
    from: submission.status,
    event: cause.event,
    actor: cause.actor,
    at: now,
  };
  switch (stop.at) {
    case 'step': {
      if (submission.status === stop.step.waitsIn) return stay(tx, submission, cause);
      const deadlineAt = endOfOsloDay(now, definition.deadlines[stop.step.deadline]);
      const set = { ...cause.set, deadlineAt };
      await changeStatus(tx, { ...change, to: stop.step.waitsIn, set });
      if (stop.step.waitsIn === 'awaiting_signature')
        await askForSignature(tx, app, { ...submission, ...set }, definition);
      return stop.step.waitsIn;
    }
    case 'capture':
      if (standing.attempt) await planCapture(tx, app, standing.attempt);
      return stay(tx, submission, cause);
    case 'complete':
      await completeCase(tx, app, submission, definition, standing, {
        ...change,
        to: 'completed',
        set: {
          ...cause.set,
          deadlineAt: null,
          completedAt: now,
          ...erasureAfterCompletion(definition, now),
        },
      });
      return 'completed';
  }
}

async function stay(
  tx: Transaction,
  { id, status }: LockedSubmission,
  { set }: Cause,
): Promise<SubmissionStatus> {
  if (set) await tx.submission.updateMany({ where: { id }, data: set });
  return status;
}

async function planCapture(tx: Transaction, app: App, held: Attempt): Promise<void> {
  const amountMinor = minor(held.amountMinor);
  await planOperation(tx, app.ids, held, { kind: 'capture', amountMinor }, app.clock.now());
}

async function readFacts(
  tx: Transaction,
  submissionId: string,
  standing: Standing,
  definition: ServiceDefinition,
): Promise<CaseFacts> {
  const settled = isSettled(standing);
  return {
    settled,
    held: !settled && standing.attempt?.status === 'authorized',
    signaturesMissing: definition.signing ? await signaturesMissing(tx, submissionId) : 0,
  };
}

/** Asks the filler's party to sign; a signature that was given before a failed capture is kept and counts. */
async function askForSignature(
  tx: Transaction,
  app: App,
  submission: LockedSubmission,
  definition: ServiceDefinition,
): Promise<void> {
  if (!definition.signing) return;
  const filler = await tx.caseParty.findFirstOrThrow({
    where: { submissionId: submission.id, role: 'filler' },
  });
  await requestSignature(
    tx,
    app.ids,
    {
      submissionId: submission.id,
      partyId: filler.partyId,
      acr: definition.signing.acr,
      contentHash: submission.contentHash ?? '',
    },
    app.clock.now(),
  );
}
