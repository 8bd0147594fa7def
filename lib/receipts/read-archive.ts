import { contentErasedEvent } from '@/lib/core/content-erased.ts';
import type { Cursor } from '@/lib/core/cursor.ts';
import { notFound } from '@/lib/core/errors.ts';
import { log } from '@/lib/core/log.ts';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Reader } from '@/lib/db/client.ts';
import { type ArchiveFile, Prisma } from '@/lib/db/generated/client.ts';
import { streamContent } from '@/lib/db/stream-content.ts';
import { isContent, type Manifest, type ManifestFile, manifestHash } from './archive-file.ts';

export interface OpenedArchive {
  reference: string;
  language: string;
  storedAt: Date;
  manifest: Manifest;
  files: (ManifestFile & { state: FileState })[];
  manifestIntact: boolean;
  /** Answers and attachments have been erased as the law asks. */
  erased: boolean;
  /** Manifest and every file are as they were stored, but for what was erased. */
  intact: boolean;
}
/** `erased` by retention: its hash stays. */
export type FileState = 'intact' | 'broken' | 'missing' | 'erased';

/**
 * The copy of a case, checked now: the hash of every file and of the whole is computed again from what is stored.
 * @throws KvittError `not_found` for unknown and foreign references alike.
 */
export async function openArchive(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  reference: string,
): Promise<OpenedArchive> {
  const record = await findRecord(reader, actor, reference);
  const manifest = record.manifest as unknown as Manifest;
  const stored = await storedFiles(reader, reference);
  const erased = await isErased(reader, record.submissionId);
  const files = manifest.files.map((file) => ({
    ...file,
    state: stateOf(file, stored.get(file.name), erased),
  }));
  const manifestIntact = manifestHash(manifest) === manifest.sha256 && manifest.reference === reference;
  return {
    reference,
    language: record.language,
    storedAt: record.createdAt,
    manifest,
    files,
    manifestIntact,
    erased,
    intact: manifestIntact && files.every(({ state }) => state === 'intact' || state === 'erased'),
  };
}

/** One file of a copy, with its bytes to be streamed. @throws KvittError `not_found`. */
export async function readArchiveFile(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  reference: string,
  name: string,
): Promise<Omit<ArchiveFile, 'content'> & { body: ReadableStream<Uint8Array> }> {
  await findRecord(reader, actor, reference);
  if (name.length > 200 || name.includes('\u0000')) throw notFound('Archive file');
  const file = await reader.archiveFile.findUnique({
    where: { reference_name: { reference, name } },
    omit: { content: true },
  });
  if (!file) throw notFound('Archive file');
  const body = file.sealed
    ? await openedContent(reader, reference, name)
    : streamContent(
        reader,
        file.sizeBytes,
        Prisma.sql`from archive_file where reference = ${reference} and name = ${name}`,
      );
  return { ...file, body };
}

/** What is sealed is opened whole: only what Kvitt wrote itself is, and that is small. */
async function openedContent(
  reader: Reader,
  reference: string,
  name: string,
): Promise<ReadableStream<Uint8Array>> {
  const { content } = await reader.archiveFile.findUniqueOrThrow({
    where: { reference_name: { reference, name } },
    select: { content: true },
  });
  return new Blob([content]).stream();
}

export interface ArchiveSummary {
  reference: string;
  title: string;
  language: string;
  ownerName: string;
  createdAt: Date;
}

/** The copies that a party may open, newest first; `before` is the last one of the list before. */
export async function listArchives(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  options: { before?: Cursor; limit?: number } = {},
): Promise<{ archives: ArchiveSummary[]; next?: Cursor }> {
  const { before, limit = 20 } = options;
  const rows = await reader.archiveRecord.findMany({
    where: {
      partyIds: { has: actor.acting.id },
      ...(before && {
        OR: [
          { createdAt: { lt: before.createdAt } },
          { createdAt: before.createdAt, reference: { gt: before.id } },
        ],
      }),
    },
    select: { reference: true, title: true, language: true, manifest: true, createdAt: true },
    orderBy: [{ createdAt: 'desc' }, { reference: 'asc' }],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    archives: shown.map(({ manifest, ...row }) => ({
      ...row,
      ownerName: (manifest as unknown as Manifest).owner.name,
    })),
    ...(last && { next: { createdAt: last.createdAt, id: last.reference } }),
  };
}

/** The reference of a case's copy that the acting party may open; undefined while there is none. */
export async function archiveReferenceOf(
  reader: Reader,
  { acting }: Pick<Actor, 'acting'>,
  submissionId: string,
): Promise<string | undefined> {
  const record = await reader.archiveRecord.findFirst({
    where: { submissionId, partyIds: { has: acting.id } },
    select: { reference: true },
  });
  return record?.reference;
}

/** The case that a copy is of. @throws KvittError `not_found` for unknown and foreign references alike. */
export async function caseOfArchive(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  reference: string,
): Promise<string> {
  return (await findRecord(reader, actor, reference)).submissionId;
}

/** What references look like: anything else never reaches the database. */
export function isArchiveReference(value: string): boolean {
  return /^[A-Z0-9-]{4,40}$/.test(value);
}

async function findRecord(reader: Reader, { acting }: Pick<Actor, 'acting'>, reference: string) {
  if (!isArchiveReference(reference)) throw notFound('Archive');
  const record = await reader.archiveRecord.findFirst({ where: { reference, partyIds: { has: acting.id } } });
  if (!record) throw notFound('Archive');
  return record;
}

interface StoredFile {
  name: string;
  sizeBytes: number;
  sha256: string;
}

/**
 * Hashed in the database: a copy may hold hundreds of megabytes, which need not travel for a hash. What is sealed is small, and
 * opened here; what does not open is not as it was stored.
 */
async function storedFiles(reader: Reader, reference: string): Promise<Map<string, StoredFile>> {
  const rows = await reader.$queryRaw<StoredFile[]>`
    select name, length(content) as "sizeBytes", encode(sha256(content), 'hex') as sha256
      from archive_file where reference = ${reference} and not sealed`;
  // Whole rows: what is selected by name would be opened at once, and one bad file would fail them all.
  const sealed = await reader.archiveFile.findMany({ where: { reference, sealed: true } });
  return new Map([...rows, ...sealed.map(measured)].map((row) => [row.name, row]));
}

function measured(file: Pick<ArchiveFile, 'name' | 'content'>): StoredFile {
  try {
    return { name: file.name, sizeBytes: file.content.length, sha256: sha256Hex(file.content) };
  } catch (error) {
    log.error({ err: error }, 'a file of the archive does not open');
    return { name: file.name, sizeBytes: 0, sha256: '' };
  }
}

async function isErased(reader: Reader, submissionId: string): Promise<boolean> {
  return (await reader.submissionEvent.count({ where: { submissionId, type: contentErasedEvent } })) > 0;
}

function stateOf(file: ManifestFile, stored: StoredFile | undefined, erased: boolean): FileState {
  if (!stored) return erased && isContent(file) ? 'erased' : 'missing';
  return stored.sizeBytes === file.sizeBytes && stored.sha256 === file.sha256 ? 'intact' : 'broken';
}
