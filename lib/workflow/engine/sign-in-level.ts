import { KvittError } from '@/lib/core/errors.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import { isAtLeast } from '@/lib/identity/levels.ts';
import { definitionOf } from './definition-of.ts';

/** @throws KvittError `step_up_required` with the level that the service asks for. */
export function needsLevel(actor: Pick<Actor, 'acr'>, wanted: string): void {
  if (!isAtLeast(actor.acr, wanted))
    throw new KvittError('step_up_required', 'A higher sign-in level is needed', { acr: wanted });
}

/**
 * For what outlives a case or lies beside it, as its receipt and its copy: the level that the case's service asks for. Of a
 * case that is gone nobody can tell, so the highest.
 * @throws KvittError `step_up_required` with that level.
 */
export async function needsLevelOfCase(
  reader: Reader,
  actor: Pick<Actor, 'acr'>,
  submissionId: string,
): Promise<void> {
  const submission = await reader.submission.findUnique({
    where: { id: submissionId },
    select: { serviceVersionId: true },
  });
  needsLevel(actor, submission ? (await definitionOf(reader, submission)).signIn.acr : 'idporten-loa-high');
}
