import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { type Case, type CaseRole, findCase } from '@/lib/submissions/find-case.ts';
import { definitionOf } from './definition-of.ts';
import { needsLevel } from './sign-in-level.ts';

export type OpenedCase = Case & { definition: ServiceDefinition };

/**
 * The case with its service's definition, for a party with one of the roles in it, to be shown or acted on. The level that its
 * service asks for is asked for on every call: who has signed in anew at a lower one goes on where they were only after
 * signing in at that level. To be sent on to where a case stands, `findCase` is enough.
 * @throws KvittError `not_found` for unknown and foreign ids alike, `step_up_required` when the sign-in is too low.
 */
export async function openCase(
  reader: Reader,
  actor: Actor,
  submissionId: string,
  roles?: readonly CaseRole[],
): Promise<OpenedCase> {
  const found = await findCase(reader, actor, submissionId, roles);
  const definition = await definitionOf(reader, found);
  needsLevel(actor, definition.signIn.acr);
  return { ...found, definition };
}
