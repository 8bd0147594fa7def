import { endOfOsloDay } from '@/lib/core/clock.ts';
import { minor } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import { type FrozenOrder, orderInForce, settledMinor } from '@/lib/payments/frozen-order.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { requestSignature, signaturesMissing } from '@/lib/signing/signature-requests.ts';
import { changeStatus, type SubmissionColumns } from '@/lib/submissions/change-status.ts';
import type { SubmissionEvent } from '@/lib/submissions/submission-machine.ts';
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
 * fact that the cause names. Nothing moves when the case stands there already.
 */
export async function advance(
  tx: Transaction,
  app: App,
  submission: Submission,
  cause: Cause,
): Promise<void> {
  const now = app.clock.now();
  const definition = await definitionOf(tx, submission);
  const order = await orderInForce(tx, submission.id);
  const stop = nextStop(variants.get(definition.variant), await readFacts(tx, submission, order, definition));
  const change = {
    submissionId: submission.id,
    from: submission.status,
    event: cause.event,
    actor: cause.actor,
    at: now,
  };
  switch (stop.at) {
    case 'step': {
      if (submission.status === stop.step.waitsIn) return;
      const deadlineAt = endOfOsloDay(now, definition.deadlines[stop.step.deadline]);
      await changeStatus(tx, { ...change, to: stop.step.waitsIn, set: { ...cause.set, deadlineAt } });
      if (stop.step.waitsIn === 'awaiting_signature') await askForSignature(tx, app, submission, definition);
      return;
    }
    case 'capture': {
      const held = await heldAttempt(tx, order);
      if (held)
        await planOperation(
          tx,
          app.ids,
          held,
          { kind: 'capture', amountMinor: minor(held.amountMinor) },
          now,
        );
      return;
    }
    case 'complete':
      await completeCase(tx, app, submission, definition, order, {
        ...change,
        to: 'completed',
        set: {
          ...cause.set,
          deadlineAt: null,
          completedAt: now,
          ...erasureAfterCompletion(definition, now),
        },
      });
      return;
  }
}

async function readFacts(
  tx: Transaction,
  submission: Submission,
  order: FrozenOrder | undefined,
  definition: ServiceDefinition,
): Promise<CaseFacts> {
  const settled = !order || order.totalMinor === 0 || (await settledMinor(tx, order.id)) >= order.totalMinor;
  return {
    settled,
    held: !settled && Boolean(await heldAttempt(tx, order)),
    signaturesMissing: definition.signing ? await signaturesMissing(tx, submission.id) : 0,
  };
}

async function heldAttempt(tx: Transaction, order: FrozenOrder | undefined) {
  return order ? tx.paymentAttempt.findFirst({ where: { orderId: order.id, status: 'authorized' } }) : null;
}

/** Asks the filler's party to sign; a signature that was given before a failed capture is kept and counts. */
async function askForSignature(
  tx: Transaction,
  app: App,
  submission: Submission,
  definition: ServiceDefinition,
): Promise<void> {
  if (!definition.signing) return;
  const filler = await tx.caseParty.findFirstOrThrow({
    where: { submissionId: submission.id, role: 'filler' },
  });
  const current = await tx.submission.findUniqueOrThrow({ where: { id: submission.id } });
  await requestSignature(
    tx,
    app.ids,
    {
      submissionId: submission.id,
      partyId: filler.partyId,
      acr: definition.signing.acr,
      contentHash: current.contentHash ?? '',
    },
    app.clock.now(),
  );
}
