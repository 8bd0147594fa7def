import { apiCodeName, isNetsApiCode, UNCERTAIN_API_CODES } from './api-codes.ts';
import {
  NetsApiError,
  NetsAuthenticationError,
  type NetsError,
  type NetsErrorDetails,
  NetsNotFoundError,
  type NetsOutcome,
  NetsProtocolError,
  NetsRateLimitError,
  NetsServerError,
  NetsValidationError,
} from './errors.ts';
import { isRecord } from './json-shape.ts';

/** Statuses (mostly a gateway's) after which a write may still have gone through. */
const UNCERTAIN_STATUSES = new Set([408, 409, 425]);

/**
 * The error for a reply outside 2xx. Shapes: 400 `{errors}`; 401 empty; 404 empty or text;
 * other 4xx and 500 `{code, message, source}`. A 5xx is always `unknown`, whatever its body says.
 */
export function errorFromReply(
  reply: Response,
  text: string,
  now: Date,
  details: (outcome: NetsOutcome) => NetsErrorDetails,
): NetsError {
  const { status } = reply;
  const body = parseBody(text);
  const fieldErrors = readFieldErrors(body);
  if (status === 400 && (fieldErrors !== undefined || readApiError(body) === undefined)) {
    return new NetsValidationError(
      'The provider refused the request as invalid',
      fieldErrors ?? {},
      details('refused'),
    );
  }
  if (status === 401)
    return new NetsAuthenticationError('The secret key was not accepted', details('refused'));
  if (status === 404) return new NetsNotFoundError('Not found at the provider', details('refused'));
  if (status === 429) {
    const retryAfterMs = readRetryAfterMs(reply.headers.get('retry-after'), now);
    return new NetsRateLimitError('Too many requests', retryAfterMs, details('refused'));
  }
  if (status < 400 || status > 599) {
    // 0 is what a browser shows for a redirect that is not followed.
    return new NetsProtocolError(
      `Unexpected status ${status} (redirects are not followed)`,
      details('unknown'),
    );
  }
  const api = readApiError(body);
  if (status >= 500 && !isCertain(api?.code)) {
    return new NetsServerError(
      `The provider failed (${status}) ${api?.message ?? ''}`.trim(),
      details('unknown'),
    );
  }
  return apiError(status, api, details);
}

/** The provider's id of the request. The header's name is not documented; the usual ones are tried. */
export function requestIdOf(headers: Headers): string | undefined {
  for (const name of ['x-request-id', 'request-id', 'x-correlation-id', 'correlation-id']) {
    const value = headers.get(name);
    if (value) return value.slice(0, 200);
  }
  return undefined;
}

function apiError(
  status: number,
  api: ApiErrorBody | undefined,
  details: (outcome: NetsOutcome) => NetsErrorDetails,
): NetsApiError {
  const code = api?.code;
  const codeName = code === undefined ? undefined : apiCodeName(code);
  const uncertain =
    status >= 500 ||
    UNCERTAIN_API_CODES.has(code ?? '') ||
    (UNCERTAIN_STATUSES.has(status) && !isCertain(code));
  const label = code === undefined ? `status ${status}` : `${code}${codeName ? ` ${codeName}` : ''}`;
  const message = api?.message ? `${label}: ${api.message}` : `The provider answered ${label}`;
  return new NetsApiError(
    message,
    { code, codeName, source: api?.source },
    details(uncertain ? 'unknown' : 'refused'),
  );
}

/** A code of the table that says plainly what was wrong. */
function isCertain(code: string | undefined): boolean {
  return code !== undefined && isNetsApiCode(code) && !UNCERTAIN_API_CODES.has(code);
}

interface ApiErrorBody {
  code: string;
  message: string | undefined;
  source: string | undefined;
}

function readApiError(body: unknown): ApiErrorBody | undefined {
  if (!isRecord(body)) return undefined;
  const { code, message, source } = body;
  if (typeof code !== 'string' && typeof code !== 'number') return undefined;
  return {
    code: String(code),
    message: typeof message === 'string' ? message.slice(0, 500) : undefined,
    source: typeof source === 'string' ? source : undefined,
  };
}

function readFieldErrors(body: unknown): Record<string, string[]> | undefined {
  if (!isRecord(body) || !isRecord(body.errors)) return undefined;
  const entries = Object.entries(body.errors).map(([field, messages]): [string, string[]] => [
    field,
    (Array.isArray(messages) ? messages : [messages]).map(String),
  ]);
  return Object.fromEntries(entries);
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
