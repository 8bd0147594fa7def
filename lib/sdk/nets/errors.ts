/**
 * What is known about the operation after an error; the first thing a caller should look at.
 * - `not_sent`: nothing reached the provider. It was not carried out.
 * - `refused`: the provider answered no. It was not carried out.
 * - `unknown`: it may have been carried out. Read back before doing anything else.
 */
export type NetsOutcome = 'not_sent' | 'refused' | 'unknown';

export interface NetsErrorDetails {
  /** The call, e.g. `payments.charge`. */
  operation: string;
  outcome: NetsOutcome;
  httpStatus?: number;
  /** The provider's id of the request, when the reply carried one. */
  requestId?: string;
  cause?: unknown;
}

/** Every error of this client. `code` is stable and also static on each class: `NetsTimeoutError.code`. */
export class NetsError extends Error {
  static readonly code: string = 'NETS_ERROR';
  override name = 'NetsError';
  readonly code: string;
  readonly operation: string;
  readonly outcome: NetsOutcome;
  readonly httpStatus: number | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, details: NetsErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = new.target.code;
    this.operation = details.operation;
    this.outcome = details.outcome;
    this.httpStatus = details.httpStatus;
    this.requestId = details.requestId;
  }
}

/** The call itself is wrong (amounts that do not add up, a malformed id); found here, nothing was sent. */
export class NetsUsageError extends NetsError {
  static override readonly code = 'NETS_USAGE';
  override name = 'NetsUsageError';

  constructor(message: string, operation: string) {
    super(message, { operation, outcome: 'not_sent' });
  }
}

/** 401: the secret key is wrong, or belongs to the other environment. */
export class NetsAuthenticationError extends NetsError {
  static override readonly code = 'NETS_AUTHENTICATION';
  override name = 'NetsAuthenticationError';
}

/** 400: field path → messages, e.g. `{'order.items[0].name': ['…']}`. */
export class NetsValidationError extends NetsError {
  static override readonly code = 'NETS_VALIDATION';
  override name = 'NetsValidationError';
  readonly errors: Readonly<Record<string, readonly string[]>>;

  constructor(message: string, errors: Record<string, readonly string[]>, details: NetsErrorDetails) {
    super(message, details);
    this.errors = errors;
  }
}

/** The provider's own error body `{code, message, source}`; `apiCodeName` when the code is in NETS_API_CODES. */
export class NetsApiError extends NetsError {
  static override readonly code = 'NETS_API';
  override name = 'NetsApiError';
  /** E.g. `'1005'`, always a string; undefined when a 4xx came without such a body. */
  readonly apiCode: string | undefined;
  readonly apiCodeName: string | undefined;
  readonly source: string | undefined;

  constructor(
    message: string,
    api: { code: string | undefined; codeName: string | undefined; source: string | undefined },
    details: NetsErrorDetails,
  ) {
    super(message, details);
    this.apiCode = api.code;
    this.apiCodeName = api.codeName;
    this.source = api.source;
  }
}

/** 404: no such payment, charge or refund for this key. Straight after a create it may only mean «not yet». */
export class NetsNotFoundError extends NetsError {
  static override readonly code = 'NETS_NOT_FOUND';
  override name = 'NetsNotFoundError';
}

/** 429. */
export class NetsRateLimitError extends NetsError {
  static override readonly code = 'NETS_RATE_LIMIT';
  override name = 'NetsRateLimitError';
  /** From `Retry-After`, milliseconds from now; undefined when absent or unreadable. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs: number | undefined, details: NetsErrorDetails) {
    super(message, details);
    this.retryAfterMs = retryAfterMs;
  }
}

/** 5xx without one of the provider's own codes (or with 1000, `Unknown`). Passing: repeated where that is safe. */
export class NetsServerError extends NetsError {
  static override readonly code = 'NETS_SERVER';
  override name = 'NetsServerError';
}

/** No complete reply within `timeoutMs`. */
export class NetsTimeoutError extends NetsError {
  static override readonly code = 'NETS_TIMEOUT';
  override name = 'NetsTimeoutError';
}

/** The connection could not be made (`not_sent`) or was lost (`unknown`). */
export class NetsConnectionError extends NetsError {
  static override readonly code = 'NETS_CONNECTION';
  override name = 'NetsConnectionError';
}

/** The caller's own `signal` stopped the call. */
export class NetsAbortedError extends NetsError {
  static override readonly code = 'NETS_ABORTED';
  override name = 'NetsAbortedError';
}

/** A reply that cannot be understood: not JSON, too large, a redirect, a missing or wrong member. */
export class NetsProtocolError extends NetsError {
  static override readonly code = 'NETS_PROTOCOL';
  override name = 'NetsProtocolError';
}

/** A webhook body that is not one. */
export class NetsWebhookError extends NetsError {
  static override readonly code = 'NETS_WEBHOOK';
  override name = 'NetsWebhookError';

  constructor(message: string, cause?: unknown) {
    super(message, { operation: 'parseWebhook', outcome: 'not_sent', cause });
  }
}
