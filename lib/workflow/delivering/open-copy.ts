import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import {
  caseOfArchive,
  type OpenedArchive,
  openArchive,
  readArchiveFile,
} from '@/lib/receipts/read-archive.ts';
import { needsLevelOfCase } from '../engine/sign-in-level.ts';

/**
 * The archived copy of a case, checked now, at the level that the case's service asks for.
 * @throws KvittError `not_found` for unknown and foreign references alike, `step_up_required`.
 */
export async function openCopy(reader: Reader, actor: Actor, reference: string): Promise<OpenedArchive> {
  await needsLevelOfCase(reader, actor, await caseOfArchive(reader, actor, reference));
  return openArchive(reader, actor, reference);
}

/** One file of such a copy, with its bytes to be streamed. @throws KvittError `not_found`, `step_up_required`. */
export async function openCopyFile(
  reader: Reader,
  actor: Actor,
  reference: string,
  name: string,
): ReturnType<typeof readArchiveFile> {
  await needsLevelOfCase(reader, actor, await caseOfArchive(reader, actor, reference));
  return readArchiveFile(reader, actor, reference, name);
}
