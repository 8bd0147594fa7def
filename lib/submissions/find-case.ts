import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';

export type CaseRole = 'filler' | 'signer' | 'payer' | 'reader';
export type Case = Submission & { roles: CaseRole[] };

/**
 * The submission, when the party that the actor acts for has one of the roles in it.
 * @throws KvittError `not_found` for unknown and for foreign ids alike.
 */
export async function findCase(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  submissionId: string,
  roles: readonly CaseRole[] = ['filler', 'signer', 'payer', 'reader'],
): Promise<Case> {
  if (!isUuid(submissionId)) throw notFound('Submission');
  const found = await reader.submission.findFirst({
    where: { id: submissionId, parties: { some: { partyId: actor.acting.id, role: { in: [...roles] } } } },
    include: { parties: { where: { partyId: actor.acting.id } } },
  });
  if (!found) throw notFound('Submission');
  const { parties, ...submission } = found;
  return { ...submission, roles: parties.map((party) => party.role as CaseRole) };
}
