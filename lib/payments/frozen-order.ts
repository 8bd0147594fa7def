import { canonicalJson } from '@/lib/core/canonical-json.ts';
import type { Ids } from '@/lib/core/ids.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Currency } from '@/lib/core/money.ts';
import { minor } from '@/lib/core/money.ts';
import type { Order, OrderLine } from '@/lib/core/order.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { Order as OrderRow } from '@/lib/db/generated/client.ts';

/** A line with the words it was shown with, in every language: later changes of texts do not reach it. */
export interface FrozenLine extends OrderLine {
  name: Record<Language, string>;
  explained: Record<Language, string>;
}

export interface FrozenOrder extends Omit<Order, 'lines'> {
  id: string;
  lines: FrozenLine[];
  description: Record<Language, string>;
  hash: string;
}

export interface OrderOf {
  submissionId: string;
  ownerId: string;
  environment: 'live' | 'test';
}

/** Stores an order that never changes again. Price zero is an order too: it says that nothing is to be paid. */
export async function freezeOrder(
  tx: Transaction,
  ids: Ids,
  of: OrderOf,
  order: Omit<FrozenOrder, 'id' | 'hash'>,
  now: Date,
): Promise<FrozenOrder> {
  const hash = orderHash(order);
  const id = ids.uuid();
  await tx.order.createMany({
    data: {
      id,
      ...of,
      kind: 'original',
      currency: order.currency,
      netMinor: BigInt(order.netMinor),
      vatMinor: BigInt(order.vatMinor),
      totalMinor: BigInt(order.totalMinor),
      lines: order.lines as unknown as object[],
      description: order.description,
      priceDate: order.date,
      hash,
      createdAt: now,
    },
  });
  return { ...order, id, hash };
}

/** SHA-256 over what is owed, line by line; words in other languages included. */
export function orderHash(order: Omit<FrozenOrder, 'id' | 'hash'>): string {
  const { currency, lines, netMinor, vatMinor, totalMinor, date, description } = order;
  return sha256Hex(canonicalJson({ currency, lines, netMinor, vatMinor, totalMinor, date, description }));
}

/** The order in force of a submission, or undefined before it is confirmed. */
export async function orderInForce(reader: Reader, submissionId: string): Promise<FrozenOrder | undefined> {
  const row = await reader.order.findFirst({ where: { submissionId, kind: 'original', voidedAt: null } });
  return row ? readOrder(row) : undefined;
}

/** A reopened case has no order in force until it is confirmed again; the old one stays for the record. */
export async function voidOrder(tx: Transaction, submissionId: string, now: Date): Promise<void> {
  await tx.order.updateMany({
    where: { submissionId, kind: 'original', voidedAt: null },
    data: { voidedAt: now },
  });
}

/** Minor units of an order that are settled by allocations. */
export async function settledMinor(reader: Reader, orderId: string): Promise<number> {
  const sum = await reader.allocation.aggregate({ where: { orderId }, _sum: { amountMinor: true } });
  return minor(sum._sum.amountMinor ?? 0n);
}

export function readOrder(row: OrderRow): FrozenOrder {
  return {
    id: row.id,
    currency: row.currency as Currency,
    lines: row.lines as unknown as FrozenLine[],
    netMinor: minor(row.netMinor),
    vatMinor: minor(row.vatMinor),
    totalMinor: minor(row.totalMinor),
    date: row.priceDate,
    description: row.description as Record<Language, string>,
    hash: row.hash,
  };
}
