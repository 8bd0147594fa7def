import { KvittError } from '@/lib/core/errors.ts';
import type { Actor } from '@/lib/core/party.ts';
import { isAtLeast } from '@/lib/identity/levels.ts';

/** @throws KvittError `step_up_required` with the level that the service asks for. */
export function needsLevel(actor: Actor, wanted: string): void {
  if (!isAtLeast(actor.acr, wanted))
    throw new KvittError('step_up_required', 'A higher sign-in level is needed', { acr: wanted });
}
