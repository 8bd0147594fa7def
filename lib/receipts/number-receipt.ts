import { osloYear } from '@/lib/core/clock.ts';
import type { Ids } from '@/lib/core/ids.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { Receipt } from '@/lib/db/generated/client.ts';
import type { ReceiptData } from './receipt-data.ts';

export interface ReceiptOf {
  submissionId: string;
  ownerId: string;
  environment: 'live' | 'test';
  /** Of a credit note: names the refund; the database refuses a second note for it. */
  credits?: string;
}

/**
 * Stores a receipt under the next number of its series, without gaps (rule 14). Taking the number locks the counter row
 * until the transaction ends, so this is the last thing that a transaction does.
 */
export async function numberReceipt(
  tx: Transaction,
  ids: Ids,
  of: ReceiptOf,
  data: Omit<ReceiptData, 'number'>,
  now: Date,
): Promise<Receipt> {
  const year = osloYear(now);
  const rows = await tx.$queryRaw<{ last: number }[]>`
    insert into number_series (owner_id, environment, series, year, last)
    values (${of.ownerId}::uuid, ${of.environment}::"Environment", ${data.series}, ${year}, 1)
    on conflict (owner_id, environment, series, year) do update set last = number_series.last + 1
    returning last`;
  const number = rows[0]?.last ?? 0;
  const full: ReceiptData = { ...data, number: `${year}-${String(number).padStart(6, '0')}` };
  return tx.receipt.create({
    data: { id: ids.uuid(), ...of, series: data.series, year, number, data: full as object, createdAt: now },
  });
}
