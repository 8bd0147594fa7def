import {
  DibsAbortedError,
  DibsConnectionError,
  DibsError,
  DibsRateLimitError,
  DibsServerError,
  DibsTimeoutError,
} from './errors.ts';
import { exchange } from './exchange.ts';

/** The part of `fetch` that is used. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

export interface RetryDelayInput {
  /** 1 before the first repeat. */
  attempt: number;
  operation: string;
  /** What the client would wait: doubling with jitter, or the provider's Retry-After (at most 30 s). */
  suggestedMs: number;
  error: DibsError;
  signal: AbortSignal | undefined;
}

/** Resolves when the call may be repeated; rejecting ends the call with the last error. */
export type RetryDelay = (input: RetryDelayInput) => Promise<void>;

export interface HttpConfig {
  apiBaseHref: string;
  fetch: FetchLike;
  now: () => Date;
  timeoutMs: number;
  maxRetries: number;
  retryDelay: RetryDelay;
}

export interface HttpRequest<T> {
  operation: string;
  /** Below the API's base address, e.g. `/merchant/v1/JSON/Transaction/CaptureTransaction`. */
  path: string;
  /** A form, encoded. */
  body: string;
  headers?: Readonly<Record<string, string>>;
  /** Of the reply; default UTF-8. */
  charset?: 'iso-8859-1';
  /** An earlier call for the same intent ended unknown, so no refusal makes this one certain. */
  earlierUnknown: boolean;
  /** A question: it is asked again whatever became of it, for it changes nothing. */
  isRead?: boolean;
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Throws ReplyShapeError for what it cannot understand, or the error that the reply stands for. */
  parse: (text: string, reply: ReplyContext) => T;
}

/** What `parse` needs to make an error. */
export interface ReplyContext {
  details: (outcome: DibsError['outcome']) => ConstructorParameters<typeof DibsError>[1];
}

/**
 * One call with its repeats. There are no idempotency keys, so a call that changes something is repeated only when the try
 * before it certainly did nothing: no connection (`not_sent`), or 429.
 */
export async function send<T>(config: HttpConfig, request: HttpRequest<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await exchange(config, request);
    } catch (error) {
      if (!(error instanceof DibsError) || attempt > config.maxRetries) throw error;
      if (!didNothing(error) && !(request.isRead && mayPass(error))) throw error;
      await waitBefore(config, request, attempt, error);
    }
  }
}

/** The default for `retryDelay`: waits as suggested, or until the caller stops the call. */
export async function sleepBeforeRetry({ suggestedMs, signal }: RetryDelayInput): Promise<void> {
  if (signal?.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, suggestedMs);
    signal?.addEventListener('abort', done);
  });
}

function didNothing(error: DibsError): boolean {
  return (
    error instanceof DibsRateLimitError || (error instanceof DibsConnectionError && error.neverConnected)
  );
}

/** No answer, or a server in trouble. */
function mayPass(error: DibsError): boolean {
  return (
    error instanceof DibsServerError ||
    error instanceof DibsTimeoutError ||
    error instanceof DibsConnectionError
  );
}

async function waitBefore(
  config: HttpConfig,
  request: HttpRequest<unknown>,
  attempt: number,
  error: DibsError,
): Promise<void> {
  const { operation, signal } = request;
  try {
    await config.retryDelay({
      attempt,
      operation,
      suggestedMs: suggestedDelayMs(attempt, error),
      error,
      signal,
    });
  } catch {
    throw error;
  }
  if (signal?.aborted) {
    throw new DibsAbortedError('The call was stopped between two tries', {
      operation,
      outcome: error.outcome,
      cause: error,
    });
  }
}

function suggestedDelayMs(attempt: number, error: DibsError): number {
  if (error instanceof DibsRateLimitError && error.retryAfterMs !== undefined) {
    return Math.min(error.retryAfterMs, 30_000);
  }
  const ceilingMs = Math.min(200 * 2 ** (attempt - 1), 5_000);
  return Math.round(ceilingMs / 2 + (Math.random() * ceilingMs) / 2);
}
