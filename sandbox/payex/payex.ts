import type { Collection, SandboxContext } from '../context.ts';
import type { Courier, Delivery } from './courier.ts';
import type { HistoryEvent, OrderRecord } from './model.ts';

/** What every part of the party works on: the context, the books and the one who brings callbacks. */
export interface Payex {
  context: SandboxContext;
  orders: Collection<OrderRecord>;
  /** `<payeeId>:<payeeReference>` → where it was used: it is good for one operation only. */
  references: Collection<{ usedFor: string }>;
  deliveries: Collection<Delivery>;
  courier: Courier;
}

/** Writes a changed payment order with a line of history, and gives it back. */
export function record(
  payex: Payex,
  order: OrderRecord,
  changes: Partial<OrderRecord>,
  what: string,
  ...events: Omit<HistoryEvent, 'created'>[]
): OrderRecord {
  const at = payex.context.now().toISOString();
  const next: OrderRecord = {
    ...order,
    ...changes,
    updatedAt: at,
    events: [...(changes.events ?? order.events), ...events.map((event) => ({ created: at, ...event }))],
    history: [...order.history, { at, what }],
  };
  payex.orders.set(next.id, next);
  return next;
}

/** A random uuid (version 4). */
export function newUuid({ context }: Payex): string {
  const hex = context.randomHex(16);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

/** A transaction number of eleven digits, as the provider's examples have. */
export function newNumber({ context }: Payex): number {
  return 70_000_000_000 + (Number.parseInt(context.randomHex(5), 16) % 9_999_999_999);
}

/** Takes a payee reference for an operation; false when it has been used. */
export function takeReference(
  payex: Payex,
  payeeId: string,
  payeeReference: string,
  usedFor: string,
): boolean {
  const key = `${payeeId}:${payeeReference}`;
  if (payex.references.get(key)) return false;
  payex.references.set(key, { usedFor });
  return true;
}
