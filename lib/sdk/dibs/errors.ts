/**
 * What is known about the operation after an error; the first thing a caller should look at.
 * - `not_sent`: nothing reached the provider. It was not carried out.
 * - `refused`: the provider answered no. It was not carried out.
 * - `unknown`: it may have been carried out, and there is no call to ask. See the README before doing anything else.
 */
export type DibsOutcome = 'not_sent' | 'refused' | 'unknown';

export interface DibsErrorDetails {
  /** The call, e.g. `transactions.capture`. */
  operation: string;
  outcome: DibsOutcome;
  httpStatus?: number;
  /** The provider's id of the request, when the reply carried one. */
  requestId?: string;
  cause?: unknown;
}

/** Every error of this client. `code` is stable and also static on each class: `DibsTimeoutError.code`. */
export class DibsError extends Error {
  static readonly code: string = 'DIBS_ERROR';
  override name = 'DibsError';
  readonly code: string;
  readonly operation: string;
  readonly outcome: DibsOutcome;
  readonly httpStatus: number | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, details: DibsErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = new.target.code;
    this.operation = details.operation;
    this.outcome = details.outcome;
    this.httpStatus = details.httpStatus;
    this.requestId = details.requestId;
  }
}

/** The call itself is wrong (an amount of 0, a return address with an IP); found here, nothing was sent. */
export class DibsUsageError extends DibsError {
  static override readonly code = 'DIBS_USAGE';
  override name = 'DibsUsageError';

  constructor(message: string, operation: string) {
    super(message, { operation, outcome: 'not_sent' });
  }
}

/** The API answered DECLINE. */
export class DibsDeclinedError extends DibsError {
  static override readonly code = 'DIBS_DECLINED';
  override name = 'DibsDeclinedError';
  /** E.g. `REJECTED_BY_ACQUIRER` or `1`; the vocabulary is not published. */
  readonly declineReason: string | undefined;

  constructor(declineReason: string | undefined, details: DibsErrorDetails) {
    super(`The provider declined: ${declineReason ?? 'no reason given'}`, details);
    this.declineReason = declineReason;
  }
}

/** The API answered ERROR. With `field` it is a validation error, else its meaning is not published: `unknown`. */
export class DibsApiError extends DibsError {
  static override readonly code = 'DIBS_API';
  override name = 'DibsApiError';
  readonly declineReason: string | undefined;
  /** The member that the provider found wrong, e.g. `transactionId`. */
  readonly field: string | undefined;

  constructor(
    api: { declineReason: string | undefined; field: string | undefined },
    details: DibsErrorDetails,
  ) {
    super(`The provider answered ERROR: ${api.declineReason ?? 'no reason given'}`, details);
    this.declineReason = api.declineReason;
    this.field = api.field;
  }
}

/** A 4xx. The API itself answers 200 to everything, so this comes from something in front of it. */
export class DibsHttpError extends DibsError {
  static override readonly code = 'DIBS_HTTP';
  override name = 'DibsHttpError';
}

/** 429. */
export class DibsRateLimitError extends DibsError {
  static override readonly code = 'DIBS_RATE_LIMIT';
  override name = 'DibsRateLimitError';
  /** From `Retry-After`, milliseconds from now; undefined when absent or unreadable. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs: number | undefined, details: DibsErrorDetails) {
    super(message, details);
    this.retryAfterMs = retryAfterMs;
  }
}

/** 5xx. */
export class DibsServerError extends DibsError {
  static override readonly code = 'DIBS_SERVER';
  override name = 'DibsServerError';
}

/** No complete reply within `timeoutMs`. */
export class DibsTimeoutError extends DibsError {
  static override readonly code = 'DIBS_TIMEOUT';
  override name = 'DibsTimeoutError';
}

/** The connection could not be made (`not_sent`) or was lost (`unknown`). */
export class DibsConnectionError extends DibsError {
  static override readonly code = 'DIBS_CONNECTION';
  override name = 'DibsConnectionError';
  /** This try reached nobody, whatever an earlier one did. */
  readonly neverConnected: boolean;

  constructor(message: string, neverConnected: boolean, details: DibsErrorDetails) {
    super(message, details);
    this.neverConnected = neverConnected;
  }
}

/** The caller's own `signal` stopped the call. */
export class DibsAbortedError extends DibsError {
  static override readonly code = 'DIBS_ABORTED';
  override name = 'DibsAbortedError';
}

/** A reply that cannot be understood: not JSON, too large, a redirect, an unknown status word. */
export class DibsProtocolError extends DibsError {
  static override readonly code = 'DIBS_PROTOCOL';
  override name = 'DibsProtocolError';
}

/**
 * Why a return or a callback is no evidence.
 * `malformed`: not a form in UTF-8, or too large. `ambiguous`: a field twice, or one field hidden in another's value.
 * `no_mac`, `wrong_mac`. `incomplete`: no order id or status, as when our own signed form is sent back to us.
 */
export type DibsMessageProblem = 'malformed' | 'ambiguous' | 'no_mac' | 'wrong_mac' | 'incomplete';

/** A return or callback that must not be believed. The message never quotes the body. */
export class DibsMessageError extends DibsError {
  static override readonly code = 'DIBS_MESSAGE';
  override name = 'DibsMessageError';
  readonly problem: DibsMessageProblem;

  constructor(problem: DibsMessageProblem, message: string, operation = 'paymentWindow.receive') {
    super(message, { operation, outcome: 'not_sent' });
    this.problem = problem;
  }
}
