import { isUuid } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Transaction } from '@/lib/db/client.ts';

export interface StepUpUse {
  stepUpId: string;
  actor: Actor;
  submissionId: string;
  /** Hash of what is signed now. */
  contentHash: string;
  now: Date;
}

/**
 * Spends a proved step-up on one signature, in the transaction that stores the signature. Undefined when it cannot be
 * used: unknown, not proved, spent, too old, of another session, or given for another case or content. Its level is at
 * least the one that `startStepUp` was told to ask for.
 */
export async function useStepUp(
  tx: Transaction,
  use: StepUpUse,
): Promise<{ acr: string; authTime: Date } | undefined> {
  if (!isUuid(use.stepUpId)) return undefined;
  const { count } = await tx.stepUp.updateMany({
    where: {
      id: use.stepUpId,
      submissionId: use.submissionId,
      personId: use.actor.personId,
      sessionId: use.actor.sessionId,
      contentHash: use.contentHash,
      provedAt: { not: null },
      usedAt: null,
      expiresAt: { gt: use.now },
    },
    data: { usedAt: use.now },
  });
  if (count !== 1) return undefined;
  const { acr, authTime } = await tx.stepUp.findUniqueOrThrow({ where: { id: use.stepUpId } });
  return acr && authTime ? { acr, authTime } : undefined;
}
