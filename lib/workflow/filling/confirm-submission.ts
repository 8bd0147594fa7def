import type { Answers } from '@/lib/core/answers.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { listAttachments } from '@/lib/files/attachments.ts';
import { answersSchema } from '@/lib/forms/form-schema.ts';
import { submittedAnswers } from '@/lib/forms/submitted-answers.ts';
import { type FormError, validateForm } from '@/lib/forms/validate.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { type LockedSubmission, lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { SubmissionStatus } from '@/lib/submissions/submission-machine.ts';
import type { App } from '../app.ts';
import { advance, type Cause } from '../engine/advance.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { type Frozen, freezePrice } from '../engine/freeze-price.ts';
import { alarmOfPrice } from '../engine/price-alarm.ts';
import { answersMark, priceMark, type Seen } from '../engine/seen.ts';
import { priceOf } from './compute-price.ts';
import { dropHiddenAttachments, shownAttachments } from './drop-hidden-attachments.ts';
import { findToFill } from './find-to-fill.ts';
import { countFiles } from './read-draft.ts';

export type ConfirmResult =
  | { kind: 'confirmed' }
  | { kind: 'invalid'; errors: FormError[] }
  /** Answers or attachments are not those that the person was shown: show them, ask again. */
  | { kind: 'content_changed' }
  /** The price is not the one that the person was shown: show it, ask again. */
  | { kind: 'price_changed'; totalMinor: number }
  /** A rule cannot compute: the owner is told, nothing is taken (never 0). */
  | { kind: 'price_failed' }
  | { kind: 'moved_on' };

/** A draft that has been frozen in this transaction, and where it stands now. */
export interface Confirmed extends Frozen {
  kind: 'confirmed';
  submission: LockedSubmission;
  definition: ServiceDefinition;
  status: SubmissionStatus;
}

/**
 * Freezes a draft: answers, rules, order and their hash (rule 3), computed here and now from what is stored; nothing that
 * the browser says about them counts, except to notice that the person saw others.
 * @param seen what the page showed that the person confirmed; absent when nobody was shown any.
 */
export async function confirmSubmission(
  app: App,
  actor: Actor,
  submissionId: string,
  seen: Seen | undefined,
): Promise<ConfirmResult> {
  await findToFill(app.db, actor, submissionId);
  const outcome = await inTransaction(app.db, (tx) => confirm(tx, app, actor, submissionId, seen));
  return outcome.kind === 'confirmed' ? { kind: 'confirmed' } : outcome;
}

/** The same, in the caller's transaction; the caller has found that the actor may fill the case in. */
export async function confirm(
  tx: Transaction,
  app: App,
  actor: Actor,
  submissionId: string,
  seen: Seen | undefined,
): Promise<Confirmed | Exclude<ConfirmResult, { kind: 'confirmed' }>> {
  const submission = await lockWithAnswers(tx, submissionId);
  if (submission.status !== 'draft') return { kind: 'moved_on' };
  const definition = await definitionOf(tx, submission);
  const form = formOf(definition, submission);
  const answers = submittedAnswers(form, submission.answers as Answers);
  const files = await listAttachments(tx, submissionId);
  if (seen && seen.answers !== answersMark(answers, shownAttachments(form, answers, files)))
    return { kind: 'content_changed' };
  const fileCounts = countFiles(files);
  const errors = validateForm(form, answers, { fileCounts });
  if (errors.length) return { kind: 'invalid', errors };
  // The zod schema compiled from the definition is the judge; the checks above only word what it would refuse.
  answersSchema(form, answers, { fileCounts }).parse(answers);
  const price = priceOf(definition, { ...submission, answers }, app.clock.now());
  if (!price.ok) {
    await alarmOfPrice(tx, app, submission, definition, price);
    return { kind: 'price_failed' };
  }
  if (seen && seen.price !== priceMark(price.order))
    return { kind: 'price_changed', totalMinor: price.order.totalMinor };
  const sent = await dropHiddenAttachments(tx, form, answers, files);
  const frozen = await freezePrice(tx, app, { ...submission, answers }, definition, price.order, sent);
  const cause: Cause = {
    event: 'submitted',
    actor: `person:${actor.personId}`,
    set: { answers, contentHash: frozen.contentHash, submittedAt: app.clock.now() },
  };
  // Nobody can have paid anything of an order that is as new as this.
  const status = await advance(tx, app, submission, cause, { order: frozen.order, settledMinor: 0 });
  return { kind: 'confirmed', submission, definition, status, ...frozen };
}
