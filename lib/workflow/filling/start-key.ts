import { canonicalJson } from '@/lib/core/canonical-json.ts';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Reader } from '@/lib/db/client.ts';
import { isUniqueViolation } from '@/lib/db/transaction.ts';

/** What a press of a page's start button is known by: the same person's, for the same party, on the same page. */
export function startKeyOf({ personId, acting }: Actor, serviceId: string, token: string): string {
  return sha256Hex(canonicalJson([personId, acting.id, serviceId, token]));
}

/** The draft that a button began already; else the key that it is to begin one with. */
export interface Begun {
  draftId?: string;
  startKey: string;
}

/**
 * Looks for what a button began. A page that a person came back to has the button of a case that may be sent in or withdrawn by
 * now: the next one that it begins has a key that follows from that case, so that also then two presses begin one.
 */
export async function findBegun(reader: Reader, startKey: string): Promise<Begun> {
  const found = await reader.submission.findUnique({
    where: { startKey },
    select: { id: true, status: true },
  });
  if (!found) return { startKey };
  if (found.status === 'draft') return { draftId: found.id, startKey };
  return findBegun(reader, sha256Hex(`${startKey} ${found.id}`));
}

/** What was created; or, when another press of the button was first, what that one created. */
export async function orBegunMeanwhile(
  reader: Reader,
  created: Promise<string>,
  startKey: string | undefined,
): Promise<string> {
  try {
    return await created;
  } catch (error) {
    if (startKey === undefined || !isUniqueViolation(error)) throw error;
    const first = await reader.submission.findUnique({ where: { startKey }, select: { id: true } });
    if (!first) throw error;
    return first.id;
  }
}
