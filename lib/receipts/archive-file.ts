import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';

/** What a file of the archive is, for its words on the page: see `archive.kind…` of the texts. */
export const archiveKinds = {
  answersPdf: 'archive.kindAnswersPdf',
  answersJson: 'archive.kindAnswersJson',
  contentJson: 'archive.kindContentJson',
  receiptPdf: 'archive.kindReceiptPdf',
  receiptJson: 'archive.kindReceiptJson',
  orderJson: 'archive.kindOrderJson',
  seal: 'archive.kindSeal',
  sealKeys: 'archive.kindSealKeys',
  attachment: 'archive.kindAttachment',
} as const;
export type ArchiveKind = keyof typeof archiveKinds;

/** What a person wrote and attached: these leave the archive by retention. Receipt, order, seals and hashes stay. */
const contentKinds: readonly ArchiveKind[] = ['answersPdf', 'answersJson', 'contentJson', 'attachment'];

export function isContent({ kind }: { kind: ArchiveKind }): boolean {
  return contentKinds.includes(kind);
}

/** Names of the files that retention erases, by a stored manifest. */
export function contentFilesOf(manifest: unknown): string[] {
  return (manifest as Manifest).files.filter(isContent).map(({ name }) => name);
}

/** A file of the immutable copy. `name` is one segment of a path, unique in its copy. */
export interface NewArchiveFile {
  name: string;
  kind: ArchiveKind;
  /** Of an attachment: what its sender called it. */
  originalName?: string;
  contentType: string;
  content: Uint8Array<ArrayBuffer>;
}

/** A file whose bytes lie in the database already: it is copied there, see `copyAttachment`. */
export interface CopiedArchiveFile extends ManifestFile {
  attachmentId: string;
}

export interface ManifestFile extends Omit<NewArchiveFile, 'content'> {
  sizeBytes: number;
  sha256: string;
}

/** What a copy contains. It needs nothing of the service or the submission to be read. Instants are ISO 8601 UTC. */
export interface Manifest {
  format: 'kvitt-archive/1';
  reference: string;
  caseReference: string;
  receiptNumber: string;
  serviceTitle: string;
  owner: { name: string; orgNumber: string };
  completedAt: string;
  files: ManifestFile[];
  /** SHA-256 over the canonical JSON (RFC 8785) of everything above. */
  sha256: string;
}

export function textFile(name: string, kind: ArchiveKind, contentType: string, text: string): NewArchiveFile {
  return { name, kind, contentType, content: new TextEncoder().encode(text) };
}

/** The same facts and the same bytes give the same manifest. */
export function manifestOf(
  facts: Omit<Manifest, 'format' | 'files' | 'sha256'>,
  files: readonly (NewArchiveFile | CopiedArchiveFile)[],
): Manifest {
  const listed = files.map(listedFile);
  const whole = { format: 'kvitt-archive/1' as const, ...facts, files: listed };
  return { ...whole, sha256: manifestHash(whole) };
}

function listedFile(file: NewArchiveFile | CopiedArchiveFile): ManifestFile {
  if ('content' in file) {
    const { content, ...facts } = file;
    return { ...facts, sizeBytes: content.length, sha256: sha256Hex(content) };
  }
  const { attachmentId: _, ...facts } = file;
  return facts;
}

export function manifestHash({
  sha256: _,
  ...whole
}: Omit<Manifest, 'sha256'> & { sha256?: string }): string {
  return sha256Hex(canonicalJson(whole));
}

/**
 * `attachment-02-tegning.pdf`: safe as a file's name everywhere, and in order. Cut by whole characters: half of one could
 * never be stored, and then the case could never be delivered.
 */
export function attachmentName(index: number, filename: string): string {
  const safe = [
    ...filename
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}._-]+/gu, '_')
      .replace(/^[._]+/, ''),
  ]
    .slice(-80)
    .join('');
  return `attachment-${String(index + 1).padStart(2, '0')}-${safe || 'file'}`;
}
