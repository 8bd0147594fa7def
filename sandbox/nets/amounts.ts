import { problemBody, problemStatus, type Reply } from './replies.ts';
import type { OrderItem } from './schemas.ts';

/**
 * True when every line adds up (`net = unitPrice × quantity`, `gross = net + tax`) and the lines sum to
 * the amount; otherwise the caller answers 1005. A fractional quantity may round by less than one minor unit.
 */
export function addsUp(amount: number, items: OrderItem[]): boolean {
  const linesAddUp = items.every(
    (item) =>
      item.grossTotalAmount === item.netTotalAmount + item.taxAmount &&
      Math.abs(item.netTotalAmount - item.unitPrice * item.quantity) < 1,
  );
  return linesAddUp && items.reduce((sum, { grossTotalAmount }) => sum + grossTotalAmount, 0) === amount;
}

/** 0.XX and 1.XX raise error XX: `133` → `33`. Undefined for every other amount (1,00 and 2,00 are ordinary). */
export function magicErrorCode(amountMinor: number): string | undefined {
  const cents = amountMinor % 100;
  return amountMinor < 200 && cents > 0 ? String(cents).padStart(2, '0') : undefined;
}

/** 3.XX delays the reply XX seconds: `310` → 10 000 ms. */
export function magicDelayMs(amountMinor: number): number {
  return amountMinor >= 300 && amountMinor < 400 ? (amountMinor % 100) * 1000 : 0;
}

export function magicReply(code: string): Reply {
  return { status: problemStatus, body: problemBody(code, `Simulated error ${code}`) };
}
