import { minor } from '@/lib/core/money.ts';
import type {
  LedgerEntry,
  PaymentAttempt,
  PaymentOperation,
  ProviderMessage,
  SubmissionEvent,
} from '@/lib/db/generated/client.ts';

/** One thing that happened to a payment. */
export interface TimelineEntry {
  at: Date;
  source: 'attempt' | 'operation' | 'message' | 'ledger' | 'event';
  /** What happened, in words of the source: `refund_done`, a provider's event, `captured`, `payment.opened`. */
  what: string;
  amountMinor?: number;
  /** A code of ours or the provider's, or a reason that an employee wrote. */
  detail?: string;
}

export interface TimelineRows {
  attempt: PaymentAttempt;
  operations: readonly PaymentOperation[];
  messages: readonly Pick<ProviderMessage, 'event' | 'receivedAt' | 'times'>[];
  ledger: readonly LedgerEntry[];
  events: readonly SubmissionEvent[];
}

/** Everything that is stored of a payment, in the order that it happened. Pure; no bodies of messages, no names. */
export function paymentTimeline(rows: TimelineRows): TimelineEntry[] {
  return [
    { at: rows.attempt.createdAt, source: 'attempt' as const, what: 'started' },
    ...rows.operations.flatMap(operationEntries),
    ...rows.messages.map(({ event, receivedAt, times }) => ({
      at: receivedAt,
      source: 'message' as const,
      what: event,
      ...(times > 1 && { detail: `× ${times}` }),
    })),
    // Each movement has two sides: one tells it.
    ...rows.ledger
      .filter(({ amountMinor }) => amountMinor > 0n)
      .map(({ at, kind, amountMinor }) => ({
        at,
        source: 'ledger' as const,
        what: kind,
        amountMinor: minor(amountMinor),
      })),
    ...rows.events.map(({ at, type, data }) => ({
      at,
      source: 'event' as const,
      what: type,
      ...(detailOf(data) && { detail: detailOf(data) }),
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function operationEntries(operation: PaymentOperation): TimelineEntry[] {
  const { kind, status, createdAt, finishedAt, reason, errorCode } = operation;
  const amountMinor = minor(operation.amountMinor);
  const planned = {
    at: createdAt,
    source: 'operation' as const,
    what: `${kind}_planned`,
    amountMinor,
    ...(reason && { detail: reason }),
  };
  if (!finishedAt) return [planned];
  const finished = {
    at: finishedAt,
    source: 'operation' as const,
    what: `${kind}_${status}`,
    amountMinor,
    ...(errorCode && { detail: errorCode }),
  };
  return [planned, finished];
}

/** A code, or the reason that an employee wrote. */
function detailOf(data: unknown): string | undefined {
  const { code, reason } =
    typeof data === 'object' && data !== null
      ? (data as Record<string, unknown>)
      : ({} as Record<string, unknown>);
  const detail = code ?? reason;
  return typeof detail === 'string' ? detail : undefined;
}
