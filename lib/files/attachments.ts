import type { Reader } from '@/lib/db/client.ts';
import { Prisma } from '@/lib/db/generated/client.ts';
import { streamContent } from '@/lib/db/stream-content.ts';

/** Facts of an attachment without its bytes. */
export interface AttachmentInfo {
  id: string;
  componentId: string;
  filename: string;
  /** What the file is, where its component asks: the value of one of its options. */
  tag: string | null;
  contentType: string;
  sizeBytes: number;
  sha256: string;
}

const info = {
  id: true,
  componentId: true,
  filename: true,
  tag: true,
  contentType: true,
  sizeBytes: true,
  sha256: true,
} as const;

export function listAttachments(reader: Reader, submissionId: string): Promise<AttachmentInfo[]> {
  return reader.attachment.findMany({
    where: { submissionId },
    select: info,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

export function findAttachment(
  reader: Reader,
  submissionId: string,
  id: string,
): Promise<AttachmentInfo | null> {
  return reader.attachment.findFirst({ where: { id, submissionId }, select: info });
}

/** The bytes of an attachment that the caller may read. */
export function streamAttachment(
  reader: Reader,
  { id, sizeBytes }: Pick<AttachmentInfo, 'id' | 'sizeBytes'>,
): ReadableStream<Uint8Array> {
  return streamContent(reader, sizeBytes, Prisma.sql`from attachment where id = ${id}::uuid`);
}

/** What the attachments of a case are by their bytes, computed where they lie; by id. */
export async function measureAttachments(
  reader: Reader,
  submissionId: string,
): Promise<Map<string, Pick<AttachmentInfo, 'sizeBytes' | 'sha256'>>> {
  const rows = await reader.$queryRaw<Pick<AttachmentInfo, 'id' | 'sizeBytes' | 'sha256'>[]>`
    select id, length(content) as "sizeBytes", encode(sha256(content), 'hex') as sha256
      from attachment where submission_id = ${submissionId}::uuid`;
  return new Map(rows.map(({ id, ...measured }) => [id, measured]));
}
