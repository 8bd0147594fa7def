import {
  NetsAbortedError,
  NetsConnectionError,
  type NetsError,
  type NetsErrorDetails,
  type NetsOutcome,
  NetsTimeoutError,
} from './errors.ts';

/** What must be known of a call to time it, stop it and name it in an error. */
export interface ExchangeRequest {
  operation: string;
  signal?: AbortSignal;
}

/** The timer, the two ways to be stopped, and what may be said about the outcome of this try. */
export class ExchangeContext {
  readonly #request: ExchangeRequest;
  readonly #timeoutMs: number;
  readonly #earlierUnknown: boolean;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #onCallerAbort = () => this.#controller.abort();
  #timedOut = false;

  constructor(request: ExchangeRequest, timeoutMs: number, earlierUnknown: boolean) {
    this.#request = request;
    this.#timeoutMs = timeoutMs;
    this.#earlierUnknown = earlierUnknown;
    request.signal?.addEventListener('abort', this.#onCallerAbort);
    this.#timer = setTimeout(() => {
      this.#timedOut = true;
      this.#controller.abort();
    }, timeoutMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#request.signal?.removeEventListener('abort', this.#onCallerAbort);
  }

  details(outcome: NetsOutcome, reply: { httpStatus?: number; requestId?: string } = {}): NetsErrorDetails {
    return {
      operation: this.#request.operation,
      outcome: this.#earlierUnknown ? 'unknown' : outcome,
      ...reply,
    };
  }

  /** The error for a connection that failed, broke off or was stopped. */
  lost(cause: unknown, reply?: { httpStatus?: number; requestId?: string }): NetsError {
    if (this.#timedOut) {
      return new NetsTimeoutError(
        `No complete reply within ${this.#timeoutMs} ms`,
        this.details('unknown', reply),
      );
    }
    if (this.#request.signal?.aborted) {
      return new NetsAbortedError('The call was stopped while under way', this.details('unknown', reply));
    }
    const outcome = neverConnected(cause) ? 'not_sent' : 'unknown';
    const message = outcome === 'not_sent' ? 'No connection could be made' : 'The connection was lost';
    return new NetsConnectionError(message, { ...this.details(outcome, reply), cause });
  }
}

/** Failures that come before the first byte of a request. Anything not in the list counts as «may have been sent». */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function neverConnected(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof AggregateError) {
      return at.errors.length > 0 && at.errors.every(neverConnected);
    }
    if ('code' in at && typeof at.code === 'string') {
      return BEFORE_SENDING.has(at.code);
    }
  }
  return false;
}
