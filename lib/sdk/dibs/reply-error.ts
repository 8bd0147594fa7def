import {
  DibsApiError,
  DibsDeclinedError,
  type DibsError,
  type DibsErrorDetails,
  DibsHttpError,
  type DibsOutcome,
  DibsProtocolError,
  DibsRateLimitError,
  DibsServerError,
} from './errors.ts';

type Details = (outcome: DibsOutcome) => DibsErrorDetails;

/** Statuses (mostly a gateway's) after which the call may still have gone through. */
const UNCERTAIN_STATUSES = new Set([408, 409, 425]);

/** The error for an HTTP status outside 2xx: never the API's own answer, which is always 200. */
export function errorFromStatus(reply: Response, now: Date, details: Details): DibsError {
  const { status } = reply;
  if (status === 429) {
    const retryAfterMs = readRetryAfterMs(reply.headers.get('retry-after'), now);
    return new DibsRateLimitError('Too many requests', retryAfterMs, details('refused'));
  }
  if (status >= 500 && status < 600)
    return new DibsServerError(`The provider failed (${status})`, details('unknown'));
  if (status >= 400 && status < 500) {
    const outcome = UNCERTAIN_STATUSES.has(status) ? 'unknown' : 'refused';
    return new DibsHttpError(`The request was turned away with status ${status}`, details(outcome));
  }
  // 0 is what a browser shows for a redirect that is not followed.
  return new DibsProtocolError(
    `Unexpected status ${status} (redirects are not followed)`,
    details('unknown'),
  );
}

/** DECLINE: it was not carried out, unless an earlier call for the same intent was. */
export function declinedError(declineReason: string | undefined, details: Details): DibsDeclinedError {
  return new DibsDeclinedError(declineReason?.slice(0, 500), details('refused'));
}

/** ERROR: only a validation error is known to mean that nothing was done. */
export function apiError(declineReason: string | undefined, details: Details): DibsApiError {
  const reason = declineReason?.slice(0, 500);
  const field = /^Validation error at field: (\w{1,50})/i.exec(reason ?? '')?.[1];
  return new DibsApiError(
    { declineReason: reason, field },
    details(field === undefined ? 'unknown' : 'refused'),
  );
}

/** The provider's id of the request. The header's name is not documented; the usual ones are tried. */
export function requestIdOf(headers: Headers): string | undefined {
  for (const name of ['x-request-id', 'request-id', 'x-correlation-id', 'correlation-id']) {
    const value = headers.get(name);
    if (value) return value.slice(0, 200);
  }
  return undefined;
}

/** `Retry-After` is seconds or an HTTP date (RFC 9110, 10.2.3). */
function readRetryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
