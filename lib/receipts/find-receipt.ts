import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Receipt } from '@/lib/db/generated/client.ts';
import type { ReceiptData } from './receipt-data.ts';

export type FoundReceipt = Omit<Receipt, 'data'> & {
  data: ReceiptData;
  /** Whether PDF and archive copy have been made; they follow a moment after the receipt itself. */
  delivered: boolean;
};

/**
 * A receipt of a case that the acting party has a role in.
 * @throws KvittError `not_found` for unknown and foreign ids alike.
 */
export async function findReceipt(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  receiptId: string,
): Promise<FoundReceipt> {
  if (!isUuid(receiptId)) throw notFound('Receipt');
  const found = await reader.receipt.findFirst({
    where: { id: receiptId, submission: { parties: { some: { partyId: actor.acting.id } } } },
  });
  if (!found) throw notFound('Receipt');
  const data = found.data as unknown as ReceiptData;
  const archives = await reader.archiveRecord.count({ where: { reference: data.archiveReference } });
  return { ...found, data, delivered: archives > 0 };
}

/** The credit notes of a case whose receipt the acting party may see, oldest first. */
export async function creditNotesOf(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  submissionId: string,
): Promise<{ id: string; number: string }[]> {
  const notes = await reader.receipt.findMany({
    where: {
      submissionId,
      series: 'credit_note',
      submission: { parties: { some: { partyId: actor.acting.id } } },
    },
    orderBy: [{ createdAt: 'asc' }, { number: 'asc' }],
  });
  return notes.map(({ id, data }) => ({ id, number: (data as unknown as ReceiptData).number }));
}

/** The id of the receipt or confirmation of a case that the acting party has a role in; undefined while there is none. */
export async function receiptIdOf(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  submissionId: string,
): Promise<string | undefined> {
  const found = await reader.receipt.findFirst({
    where: {
      submissionId,
      series: { not: 'credit_note' },
      submission: { parties: { some: { partyId: actor.acting.id } } },
    },
    select: { id: true },
  });
  return found?.id;
}
