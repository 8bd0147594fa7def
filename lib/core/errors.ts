/** A broken thing or a refused request that a door turns into an HTTP answer, in one place. An expected «no» is a value instead. */
export class KvittError extends Error {
  override readonly name = 'KvittError';
  constructor(
    /** Stable, for machines and for the texts `problem.<code>Title` and `problem.<code>Body`. */
    readonly code: ErrorCode,
    message: string,
    readonly details: Record<string, string> = {},
  ) {
    super(message);
  }
}

export const errorStatus = {
  not_found: 404,
  not_signed_in: 401,
  forbidden: 403,
  bad_request: 400,
  conflict: 409,
  too_large: 413,
  step_up_required: 403,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** Unknown and foreign ids answer alike, so that nobody learns what exists. */
export function notFound(what: string): KvittError {
  return new KvittError('not_found', `${what} not found`);
}
