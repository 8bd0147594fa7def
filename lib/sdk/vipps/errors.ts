/**
 * What is known about the operation after an error; the first thing a caller should look at.
 * - `not_sent`: nothing reached the provider. It was not carried out.
 * - `refused`: the provider answered no. It was not carried out.
 * - `unknown`: it may have been carried out. Read back before doing anything else.
 */
export type VippsOutcome = 'not_sent' | 'refused' | 'unknown';

export interface VippsErrorDetails {
  /** The call, e.g. `payments.capture`. */
  operation: string;
  outcome: VippsOutcome;
  httpStatus?: number;
  /** The provider's id of the request (`traceId` of a problem, or a header), when the reply carried one. */
  requestId?: string;
  cause?: unknown;
}

/** Every error of this client. `code` is stable and also static on each class: `VippsTimeoutError.code`. */
export class VippsError extends Error {
  static readonly code: string = 'VIPPS_ERROR';
  override name = 'VippsError';
  readonly code: string;
  readonly operation: string;
  readonly outcome: VippsOutcome;
  readonly httpStatus: number | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, details: VippsErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = new.target.code;
    this.operation = details.operation;
    this.outcome = details.outcome;
    this.httpStatus = details.httpStatus;
    this.requestId = details.requestId;
  }
}

/** The call itself is wrong (a malformed reference, an amount below the minimum); found here, nothing was sent. */
export class VippsUsageError extends VippsError {
  static override readonly code = 'VIPPS_USAGE';
  override name = 'VippsUsageError';

  constructor(message: string, operation: string) {
    super(message, { operation, outcome: 'not_sent' });
  }
}

/** 401 or 403: the keys are wrong, belong to the other environment, or may not do this. */
export class VippsAuthenticationError extends VippsError {
  static override readonly code = 'VIPPS_AUTHENTICATION';
  override name = 'VippsAuthenticationError';
}

/**
 * The access token that the call needs could not be had, for another reason than wrong keys: see `cause`.
 * The call itself was not sent.
 */
export class VippsTokenError extends VippsError {
  static override readonly code = 'VIPPS_TOKEN';
  override name = 'VippsTokenError';
}

/** One complaint about one member of a request. */
export interface VippsExtraDetail {
  name: string;
  reason: string;
}

/** RFC 9457 problem as the provider writes it. */
export interface VippsProblem {
  /** A URI; which ones there are is not published in full, so do not branch on it. */
  type: string | undefined;
  /** E.g. `Capture amount too high`. */
  title: string | undefined;
  detail: string | undefined;
  extraDetails: readonly VippsExtraDetail[];
}

/** A problem+json reply; also any other 4xx, then with an empty problem. */
export class VippsProblemError extends VippsError {
  static override readonly code: string = 'VIPPS_PROBLEM';
  override name = 'VippsProblemError';
  readonly problem: VippsProblem;

  constructor(message: string, problem: VippsProblem, details: VippsErrorDetails) {
    super(message, details);
    this.problem = problem;
  }
}

/** 404: no such reference for this merchant serial number. Straight after a create it may only mean «not yet». */
export class VippsNotFoundError extends VippsProblemError {
  static override readonly code = 'VIPPS_NOT_FOUND';
  override name = 'VippsNotFoundError';
}

/**
 * 409: the reference or the idempotency key was used before. Always `unknown`: something has been done,
 * or is being done, under that reference or key, so retrieve it.
 */
export class VippsConflictError extends VippsProblemError {
  static override readonly code = 'VIPPS_CONFLICT';
  override name = 'VippsConflictError';
}

/** 429. */
export class VippsRateLimitError extends VippsError {
  static override readonly code = 'VIPPS_RATE_LIMIT';
  override name = 'VippsRateLimitError';
  /** From `Retry-After`, milliseconds from now; undefined when absent or unreadable. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs: number | undefined, details: VippsErrorDetails) {
    super(message, details);
    this.retryAfterMs = retryAfterMs;
  }
}

/** 5xx, whatever its body says. Passing: repeated where that is safe. */
export class VippsServerError extends VippsError {
  static override readonly code = 'VIPPS_SERVER';
  override name = 'VippsServerError';
}

/** No complete reply within `timeoutMs`. */
export class VippsTimeoutError extends VippsError {
  static override readonly code = 'VIPPS_TIMEOUT';
  override name = 'VippsTimeoutError';
}

/** The connection could not be made (`not_sent`) or was lost (`unknown`). */
export class VippsConnectionError extends VippsError {
  static override readonly code = 'VIPPS_CONNECTION';
  override name = 'VippsConnectionError';
}

/** The caller's own `signal` stopped the call. */
export class VippsAbortedError extends VippsError {
  static override readonly code = 'VIPPS_ABORTED';
  override name = 'VippsAbortedError';
}

/** A reply that cannot be understood: not JSON, too large, a redirect, a missing or wrong member. */
export class VippsProtocolError extends VippsError {
  static override readonly code = 'VIPPS_PROTOCOL';
  override name = 'VippsProtocolError';
}

/** A webhook body that is not one. */
export class VippsWebhookError extends VippsError {
  static override readonly code = 'VIPPS_WEBHOOK';
  override name = 'VippsWebhookError';

  constructor(message: string) {
    super(message, { operation: 'parseWebhook', outcome: 'not_sent' });
  }
}
