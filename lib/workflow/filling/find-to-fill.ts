import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { type Case, findCase } from '@/lib/submissions/find-case.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { needsLevel } from './sign-in-level.ts';

export type CaseToFill = Case & { definition: ServiceDefinition };

/**
 * The case, for the party that fills it in, with its service's definition. The level that its service asks for is asked for on every call: who has signed
 * in anew at a lower one goes on where they were only after signing in at that level.
 * @throws KvittError `not_found` for unknown and foreign ids alike, `step_up_required` when the sign-in is too low.
 */
export async function findToFill(reader: Reader, actor: Actor, submissionId: string): Promise<CaseToFill> {
  const found = await findCase(reader, actor, submissionId, ['filler']);
  const definition = await definitionOf(reader, found);
  needsLevel(actor, definition.signIn.acr);
  return { ...found, definition };
}
