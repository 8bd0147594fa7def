import { KvittError } from '@/lib/core/errors.ts';
import type { Actor } from '@/lib/core/party.ts';

const levels = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'];

/** Whether a sign-in at `acr` is at least at level `wanted`; an unknown level is below every known one. */
export function isAtLeast(acr: string, wanted: string): boolean {
  return levels.indexOf(acr) >= levels.indexOf(wanted);
}

/** @throws KvittError `step_up_required` with the level that the service asks for. */
export function needsLevel(actor: Actor, wanted: string): void {
  if (!isAtLeast(actor.acr, wanted))
    throw new KvittError('step_up_required', 'A higher sign-in level is needed', { acr: wanted });
}
