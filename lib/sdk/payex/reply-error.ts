import {
  PayexAuthenticationError,
  type PayexError,
  type PayexErrorDetails,
  PayexInputError,
  PayexNotFoundError,
  type PayexOutcome,
  PayexProblemError,
  PayexProtocolError,
  PayexRateLimitError,
  PayexServerError,
} from './errors.ts';
import { type PayexProblem, problemNameOf } from './problems.ts';

/** Statuses (mostly a gateway's) after which a write may still have gone through. */
const UNCERTAIN_STATUSES = new Set([408, 409, 425]);

/**
 * The error for a reply outside 2xx. A 5xx is always `unknown`, whatever its problem says, and so is a 408, 409 or
 * 425 without a problem. The type of the problem decides, not the status: an `inputerror` also comes with 404.
 */
export function errorFromReply(
  reply: Response,
  problem: PayexProblem | undefined,
  now: Date,
  details: (outcome: PayexOutcome) => PayexErrorDetails,
): PayexError {
  const { status } = reply;
  const message = problem ? summaryOf(problem) : `The provider answered ${status}`;
  if (status < 400 || status > 599) {
    // 0 is what a browser shows for a redirect that is not followed.
    return new PayexProtocolError(
      `Unexpected status ${status} (redirects are not followed)`,
      details('unknown'),
    );
  }
  if (status >= 500) return new PayexServerError(message, problem, details('unknown'));
  if (status === 401)
    return new PayexAuthenticationError('The access token was not accepted', details('refused'));
  // `creditcard/velocitycheck` is a 429 about the card, not about our pace.
  if (status === 429 && !problem?.id.startsWith('creditcard/')) {
    const retryAfterMs = readRetryAfterMs(reply.headers.get('retry-after'), now);
    return new PayexRateLimitError('Too many requests', retryAfterMs, details('refused'));
  }
  if (problem && problemNameOf(problem) === 'inputerror') {
    return new PayexInputError(message, problem, details('refused'));
  }
  if (status === 404) return new PayexNotFoundError(message, problem, details('refused'));
  const uncertain = problem === undefined && UNCERTAIN_STATUSES.has(status);
  return new PayexProblemError(message, problem, details(uncertain ? 'unknown' : 'refused'));
}

/** The provider's id of the request, where a reply names one. */
export function requestIdOf(headers: Headers): string | undefined {
  for (const name of ['session-id', 'x-request-id', 'request-id', 'x-correlation-id']) {
    const value = headers.get(name);
    if (value) return value.slice(0, 200);
  }
  return undefined;
}

/** Undefined for anything that is not JSON. */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function summaryOf(problem: PayexProblem): string {
  const parts = problem.problems.map(({ name, description }) => `${name}: ${description}`);
  const said = [problem.detail ?? problem.title, ...parts].filter(Boolean).join('; ');
  return `${problem.id}${said ? `: ${said}` : ''}`.slice(0, 800);
}

/** `Retry-After` is seconds or an HTTP date (RFC 9110, 10.2.3). */
function readRetryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
