import { isUuid } from '@/lib/core/ids.ts';
import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import type { Currency } from '@/lib/core/money.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import { type FrozenOrder, settledMinor } from '@/lib/payments/frozen-order.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { pendingRequest } from '@/lib/signing/pending-request.ts';
import type { Case } from '@/lib/submissions/find-case.ts';
import type { App } from '../app.ts';
import { openCase } from '../engine/open-case.ts';
import { mayWithdraw } from '../withdrawing/may-withdraw.ts';
import { type Seen, signInIsEnough } from './sign-submission.ts';
import { type SigningDocument, signingDocument } from './signing-document.ts';
import { readSigningContent, textHash } from './signing-payload.ts';

/** Where the money of a case that waits for a signature is: what signing, and rejecting, does with it. */
export type MoneyOfSigning =
  | { kind: 'none' }
  | { kind: 'held' | 'taken' | 'to_pay'; amountMinor: number; currency: Currency };

export interface SignView {
  found: Case;
  definition: ServiceDefinition;
  title: string;
  reference: string;
  ownerName: string;
  deadlineAt: Date | null;
  mayWithdraw: boolean;
  /** Absent when nothing is left for this party to sign. */
  toSign?: {
    document: SigningDocument;
    seen: Seen;
    acr: string;
    /** Whether «Signer» leads by way of ID-porten. */
    needsStepUp: boolean;
    /** A step-up that waits to be spent on exactly this content. */
    stepUpId?: string;
    money: MoneyOfSigning;
  };
}

/**
 * What the signing step shows; undefined when the case does not wait for signatures.
 * @param stepUpId as the browser brought it back from ID-porten; ignored unless it is a proof for this content.
 * @throws KvittError `not_found` for cases that the acting party does not fill in or sign, `step_up_required` for those that
 * it may not see at this level.
 */
export async function readSignView(
  app: App,
  actor: Actor,
  submissionId: string,
  { language, stepUpId }: { language: Language; stepUpId?: string },
): Promise<SignView | undefined> {
  const { definition, ...found } = await openCase(app.db, actor, submissionId, ['filler', 'signer']);
  if (found.status !== 'awaiting_signature') return undefined;
  const owner = await app.db.owner.findUniqueOrThrow({ where: { id: found.ownerId } });
  const request = await pendingRequest(app.db, submissionId, actor.acting.id);
  const view: SignView = {
    found,
    definition,
    title: found.title,
    reference: found.reference,
    ownerName: (owner.name as Record<Language, string>)[asLanguage(language) ?? defaultLanguage],
    deadlineAt: found.deadlineAt,
    mayWithdraw: mayWithdraw(found),
  };
  if (!request) return view;
  const signing = await readSigningContent(app.db, found);
  const now = app.clock.now();
  const proved = await isProved(app.db, actor, {
    stepUpId,
    submissionId,
    contentHash: signing.contentHash,
    now,
  });
  const toSign: SignView['toSign'] = {
    document: signingDocument(signing, language),
    seen: { contentHash: signing.contentHash, textHash: textHash(signing, language), language },
    acr: request.acr,
    needsStepUp: !proved && !(await signInIsEnough(app.db, actor, request.acr, now)),
    ...(proved && { stepUpId }),
    money: await moneyOf(app.db, signing.order),
  };
  return { ...view, toSign };
}

interface Claimed {
  stepUpId: string | undefined;
  submissionId: string;
  contentHash: string;
  now: Date;
}

/** Only for what the page says: signing itself spends the step-up, or finds that it cannot be used. */
async function isProved(
  reader: Reader,
  actor: Actor,
  { stepUpId, submissionId, contentHash, now }: Claimed,
): Promise<boolean> {
  if (!isUuid(stepUpId)) return false;
  const { sessionId, personId } = actor;
  const count = await reader.stepUp.count({
    where: {
      id: stepUpId,
      sessionId,
      personId,
      submissionId,
      contentHash,
      provedAt: { not: null },
      usedAt: null,
      expiresAt: { gt: now },
    },
  });
  return count === 1;
}

async function moneyOf(reader: Reader, order: FrozenOrder | undefined): Promise<MoneyOfSigning> {
  if (!order || order.totalMinor === 0) return { kind: 'none' };
  const amount = { amountMinor: order.totalMinor, currency: order.currency };
  if ((await settledMinor(reader, order.id)) > 0) return { kind: 'taken', ...amount };
  const held = await reader.paymentAttempt.count({ where: { orderId: order.id, status: 'authorized' } });
  return { kind: held ? 'held' : 'to_pay', ...amount };
}
