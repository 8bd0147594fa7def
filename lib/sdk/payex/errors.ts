import type { PayexProblem } from './problems.ts';

/**
 * What is known about the operation after an error; the first thing a caller should look at.
 * - `not_sent`: nothing reached the provider. It was not carried out.
 * - `refused`: the provider answered no. It was not carried out.
 * - `unknown`: it may have been carried out. Read back before doing anything else.
 */
export type PayexOutcome = 'not_sent' | 'refused' | 'unknown';

export interface PayexErrorDetails {
  /** The call, e.g. `paymentOrders.capture`. */
  operation: string;
  outcome: PayexOutcome;
  httpStatus?: number;
  /** What the provider's support can trace the request by: its own `sessionId`, else the Session-Id that was sent. */
  requestId?: string;
  cause?: unknown;
}

/** Every error of this client. `code` is stable and also static on each class: `PayexTimeoutError.code`. */
export class PayexError extends Error {
  static readonly code: string = 'PAYEX_ERROR';
  override name = 'PayexError';
  readonly code: string;
  readonly operation: string;
  readonly outcome: PayexOutcome;
  readonly httpStatus: number | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, details: PayexErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = new.target.code;
    this.operation = details.operation;
    this.outcome = details.outcome;
    this.httpStatus = details.httpStatus;
    this.requestId = details.requestId;
  }
}

/** The call itself is wrong (a fraction as amount, a reference that is too long); found here, nothing was sent. */
export class PayexUsageError extends PayexError {
  static override readonly code = 'PAYEX_USAGE';
  override name = 'PayexUsageError';

  constructor(message: string, operation: string) {
    super(message, { operation, outcome: 'not_sent' });
  }
}

/** 401: the access token is wrong, or belongs to the other environment. */
export class PayexAuthenticationError extends PayexError {
  static override readonly code = 'PAYEX_AUTHENTICATION';
  override name = 'PayexAuthenticationError';
}

/**
 * The provider answered with a problem (RFC 7807), or with a 4xx without one (`problem` is then undefined).
 * `problemId` is the end of its type, e.g. `paymentorders/inputerror`: the only part that is meant for programs.
 */
export class PayexProblemError extends PayexError {
  static override readonly code: string = 'PAYEX_PROBLEM';
  override name = 'PayexProblemError';
  readonly problem: PayexProblem | undefined;

  constructor(message: string, problem: PayexProblem | undefined, details: PayexErrorDetails) {
    super(message, details);
    this.problem = problem;
  }

  /** E.g. `creditcard/carddeclined`; undefined without a problem. */
  get problemId(): string | undefined {
    return this.problem?.id;
  }
}

/** 400 `…/inputerror`: `errors` by field, e.g. `{'PaymentOrder.Description': ['…']}`. */
export class PayexInputError extends PayexProblemError {
  static override readonly code = 'PAYEX_INPUT';
  override name = 'PayexInputError';

  get errors(): Readonly<Record<string, readonly string[]>> {
    const errors: Record<string, string[]> = {};
    for (const { name, description } of this.problem?.problems ?? []) {
      errors[name] = [...(errors[name] ?? []), description];
    }
    return errors;
  }
}

/** 404: no such payment order for this access token. Straight after a create it may only mean «not yet». */
export class PayexNotFoundError extends PayexProblemError {
  static override readonly code = 'PAYEX_NOT_FOUND';
  override name = 'PayexNotFoundError';
}

/**
 * The payment order does not offer the operation now: its `rel` is absent. Nothing was sent for it.
 * A sale has no `capture`; a payment order that is paid, or whose payer is in an app, has no `abort`.
 */
export class PayexUnavailableError extends PayexError {
  static override readonly code = 'PAYEX_UNAVAILABLE';
  override name = 'PayexUnavailableError';
  readonly rel: string;
  /** What it does offer. */
  readonly available: readonly string[];
  /** Of the payment order, in the provider's word. */
  readonly status: string;

  constructor(rel: string, available: readonly string[], status: string, details: PayexErrorDetails) {
    super(`The payment order (${status}) does not offer ${rel} now`, details);
    this.rel = rel;
    this.available = available;
    this.status = status;
  }
}

/** The payee reference has been used for another kind of operation, or for another amount: never send it again. */
export class PayexReferenceError extends PayexError {
  static override readonly code = 'PAYEX_REFERENCE';
  override name = 'PayexReferenceError';
}

/** 429 without a problem of the card kind. */
export class PayexRateLimitError extends PayexError {
  static override readonly code = 'PAYEX_RATE_LIMIT';
  override name = 'PayexRateLimitError';
  /** From `Retry-After`, milliseconds from now; undefined when absent or unreadable. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs: number | undefined, details: PayexErrorDetails) {
    super(message, details);
    this.retryAfterMs = retryAfterMs;
  }
}

/** 5xx. Passing: repeated where that is safe. `problem` when the reply had one. */
export class PayexServerError extends PayexProblemError {
  static override readonly code = 'PAYEX_SERVER';
  override name = 'PayexServerError';
}

/** No complete reply within `timeoutMs`. */
export class PayexTimeoutError extends PayexError {
  static override readonly code = 'PAYEX_TIMEOUT';
  override name = 'PayexTimeoutError';
}

/** The connection could not be made (`not_sent`) or was lost (`unknown`). */
export class PayexConnectionError extends PayexError {
  static override readonly code = 'PAYEX_CONNECTION';
  override name = 'PayexConnectionError';
}

/** The caller's own `signal` stopped the call. */
export class PayexAbortedError extends PayexError {
  static override readonly code = 'PAYEX_ABORTED';
  override name = 'PayexAbortedError';
}

/** A reply that cannot be understood: not JSON, too large, a redirect, a missing member, an address elsewhere. */
export class PayexProtocolError extends PayexError {
  static override readonly code = 'PAYEX_PROTOCOL';
  override name = 'PayexProtocolError';
}

/** A callback body that is not one. */
export class PayexCallbackError extends PayexError {
  static override readonly code = 'PAYEX_CALLBACK';
  override name = 'PayexCallbackError';

  constructor(message: string) {
    super(message, { operation: 'parseCallback', outcome: 'not_sent' });
  }
}
