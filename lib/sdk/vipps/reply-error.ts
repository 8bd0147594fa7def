import {
  VippsAuthenticationError,
  VippsConflictError,
  type VippsError,
  type VippsErrorDetails,
  type VippsExtraDetail,
  VippsNotFoundError,
  type VippsOutcome,
  type VippsProblem,
  VippsProblemError,
  VippsProtocolError,
  VippsRateLimitError,
  VippsServerError,
} from './errors.ts';
import { isRecord } from './json-shape.ts';

type Details = (outcome: VippsOutcome, requestId?: string) => VippsErrorDetails;

/** A gateway's statuses after which a write may still have gone through. */
const UNCERTAIN_STATUSES = new Set([408, 425]);
/** Titles that say no, yet do not say that nothing happened. Compared without regard to case. */
const UNCERTAIN_TITLES = new Set(['internal error', 'order processing']);

/**
 * The error for a reply outside 2xx. The status decides: the URIs of `type` are not published in full. A title can only
 * make an outcome less certain. The gateway in front (401, 403, 429) and the token endpoint have bodies of other shapes.
 */
export function errorFromReply(reply: Response, text: string, now: Date, details: Details): VippsError {
  const { status } = reply;
  const { problem, traceId } = readProblem(text);
  const label = problem.title ? `${problem.title}${problem.detail ? `: ${problem.detail}` : ''}` : '';
  const message = `The provider answered ${status}${label && ` ${label}`}`;
  if (status === 401 || status === 403) {
    return new VippsAuthenticationError(message, details('refused', traceId));
  }
  if (status === 404) return new VippsNotFoundError(message, problem, details('refused', traceId));
  if (status === 409) return new VippsConflictError(message, problem, details('unknown', traceId));
  if (status === 429) {
    const retryAfterMs = readRetryAfterMs(reply.headers.get('retry-after'), now);
    return new VippsRateLimitError(message, retryAfterMs, details('refused', traceId));
  }
  if (status >= 500 && status <= 599) return new VippsServerError(message, details('unknown', traceId));
  if (status < 400 || status > 599) {
    // 0 is what a browser shows for a redirect that is not followed.
    return new VippsProtocolError(
      `Unexpected status ${status} (redirects are not followed)`,
      details('unknown'),
    );
  }
  const uncertain =
    UNCERTAIN_STATUSES.has(status) || UNCERTAIN_TITLES.has(problem.title?.toLowerCase() ?? '');
  return new VippsProblemError(message, problem, details(uncertain ? 'unknown' : 'refused', traceId));
}

/** The provider's id of the request, from a header. The name is not documented; the usual ones are tried. */
export function requestIdOf(headers: Headers): string | undefined {
  for (const name of ['x-request-id', 'request-id', 'x-correlation-id', 'correlation-id']) {
    const value = headers.get(name);
    if (value) return value.slice(0, 200);
  }
  return undefined;
}

function readProblem(text: string): { problem: VippsProblem; traceId: string | undefined } {
  const body = parseBody(text);
  const get = (name: string) => {
    const value = isRecord(body) ? body[name] : undefined;
    return typeof value === 'string' && value !== '' ? value.slice(0, 500) : undefined;
  };
  return {
    problem: {
      type: get('type'),
      // The gateway and the token endpoint have words of their own.
      title: get('title') ?? get('error') ?? get('message'),
      detail: get('detail'),
      extraDetails: readExtraDetails(isRecord(body) ? body.extraDetails : undefined),
    },
    traceId: get('traceId') ?? get('trace_id') ?? get('contextId'),
  };
}

function readExtraDetails(list: unknown): VippsExtraDetail[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).map(({ name, reason }) => ({
    name: typeof name === 'string' ? name.slice(0, 200) : '',
    reason: typeof reason === 'string' ? reason.slice(0, 500) : '',
  }));
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` is seconds or an HTTP date (RFC 9110, 10.2.3). */
function readRetryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
