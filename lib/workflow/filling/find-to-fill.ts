import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import { type OpenedCase, openCase } from '../engine/open-case.ts';

export type CaseToFill = OpenedCase;

/**
 * The case, for the party that fills it in, with its service's definition.
 * @throws KvittError `not_found` for unknown and foreign ids alike, `step_up_required` when the sign-in is too low.
 */
export function findToFill(reader: Reader, actor: Actor, submissionId: string): Promise<CaseToFill> {
  return openCase(reader, actor, submissionId, ['filler']);
}
