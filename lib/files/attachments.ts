import type { Reader } from '@/lib/db/client.ts';

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

export function listAttachments(reader: Reader, submissionId: string): Promise<AttachmentInfo[]> {
  return reader.attachment.findMany({
    where: { submissionId },
    select: {
      id: true,
      componentId: true,
      filename: true,
      tag: true,
      contentType: true,
      sizeBytes: true,
      sha256: true,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** How many files each upload component has. */
export async function fileCounts(reader: Reader, submissionId: string): Promise<Record<string, number>> {
  const groups = await reader.attachment.groupBy({
    by: ['componentId'],
    where: { submissionId },
    _count: true,
  });
  return Object.fromEntries(groups.map((group) => [group.componentId, group._count]));
}
