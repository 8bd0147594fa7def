import type { Answers } from '@/lib/core/answers.ts';
import type { Order } from '@/lib/core/order.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { fileCounts } from '@/lib/files/attachments.ts';
import { answersSchema } from '@/lib/forms/form-schema.ts';
import { submittedAnswers } from '@/lib/forms/submitted-answers.ts';
import { type FormError, validateForm } from '@/lib/forms/validate.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { advance } from '../engine/advance.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { freezePrice } from '../engine/freeze-price.ts';
import { alarmOfPrice } from '../engine/price-alarm.ts';
import { priceOf } from './compute-price.ts';
import { dropHiddenAttachments } from './drop-hidden-attachments.ts';
import { findToFill } from './find-to-fill.ts';

export type ConfirmResult =
  | { kind: 'confirmed' }
  | { kind: 'invalid'; errors: FormError[] }
  /** The sum is not the one that the person was shown: show it, ask again. */
  | { kind: 'price_changed'; totalMinor: number }
  /** A rule cannot compute: the owner is told, nothing is taken (never 0). */
  | { kind: 'price_failed' }
  | { kind: 'moved_on' };

/**
 * Freezes a draft: answers, rules, order and their hash (rule 3), computed here and now from what is stored; nothing that
 * the browser says about the amount counts, except to notice that the person saw another one.
 * @param seenTotalMinor the sum on the page that the person confirmed.
 */
export async function confirmSubmission(
  app: App,
  actor: Actor,
  submissionId: string,
  seenTotalMinor: number | undefined,
): Promise<ConfirmResult> {
  await findToFill(app.db, actor, submissionId);
  const outcome = await inTransaction(app.db, async (tx): Promise<ConfirmResult> => {
    const submission = await lockWithAnswers(tx, submissionId);
    if (submission.status !== 'draft') return { kind: 'moved_on' };
    const definition = await definitionOf(tx, submission);
    const form = formOf(definition, submission);
    const answers = submittedAnswers(form, submission.answers as Answers);
    const counts = await fileCounts(tx, submissionId);
    const errors = validateForm(form, answers, { fileCounts: counts });
    if (errors.length) return { kind: 'invalid', errors };
    // The zod schema compiled from the definition is the judge; the checks above only word what it would refuse.
    answersSchema(form, answers, { fileCounts: counts }).parse(answers);
    const price = priceOf(definition, { ...submission, answers }, app.clock.now());
    if (!price.ok) {
      await alarmOfPrice(tx, app, submission, definition, price);
      return { kind: 'price_failed' };
    }
    if (seenTotalMinor !== undefined && seenTotalMinor !== price.order.totalMinor) {
      return { kind: 'price_changed', totalMinor: price.order.totalMinor };
    }
    await freeze(tx, app, submission, definition, answers, price.order);
    const frozen = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } });
    await advance(tx, app, frozen, {
      event: 'submitted',
      actor: `person:${actor.personId}`,
      set: { submittedAt: app.clock.now() },
    });
    return { kind: 'confirmed' };
  });
  return outcome;
}

async function freeze(
  tx: Transaction,
  app: App,
  submission: Submission,
  definition: ServiceDefinition,
  answers: Answers,
  order: Order,
): Promise<void> {
  await tx.submission.update({ where: { id: submission.id }, data: { answers } });
  await dropHiddenAttachments(tx, submission, definition, answers);
  await freezePrice(tx, app, { ...submission, answers }, definition, order);
}
