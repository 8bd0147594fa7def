import type { z } from 'zod';
import type { SandboxContext } from '../context.ts';

/** An HTTP answer of the API, made by an operation and sent by the routes. */
export interface Reply {
  status: number;
  body?: unknown;
}

/** Titles of the reference. Which status goes with which is published for few; 400 but for 404 and 409. */
export const titles = {
  badRequest: 'Bad Request',
  amountTooSmall: 'Amount too small',
  amountInvalid: 'Amount invalid',
  operationNotSupported: 'Operation not supported',
  captureTooHigh: 'Capture amount too high',
  captureBeforeReservation: 'Cannot capture before reservation',
  captureCancelled: 'Cannot capture a cancelled payment',
  capturePeriodExpired: 'Capture period expired',
  captureConflict: 'Capture idempotency conflict',
  cancelCaptured: 'Cannot cancel a captured payment',
  cancelNonReserved: 'Cannot cancel a non-reserved payment',
  cancelPeriodExpired: 'Cancel period expired',
  cancelPending: 'Cannot cancel pending',
  alreadyRefunded: 'Payment already refunded',
  notEnoughRefundable: 'Not enough refundable',
  refundPeriodExpired: 'Refund period expired',
  refundConflict: 'Refund idempotency conflict',
  refundBeforeReservation: 'Attempted refund before reservation',
  invalidPhoneNumber: 'Invalid phone number',
  idempotency: 'Idempotency error',
  referenceNotFound: 'Reference not found',
  invalidUrl: 'Invalid URL',
  missingParameter: 'Missing required parameter',
  alreadyReserved: 'Payment is already reserved',
  approveFailed: 'Approve failed',
  expiresAtNotAllowed: 'ExpiresAt not allowed',
  internal: 'Internal error',
} as const;
export type Title = keyof typeof titles;

interface ProblemOptions {
  status?: number;
  detail?: string;
  extraDetails?: { name: string; reason: string }[];
}

/**
 * RFC 9457. The provider's own `type` URIs are not published in full, so these are plainly the sandbox's; nobody should
 * branch on them.
 */
export function problem(context: SandboxContext, title: Title, options: ProblemOptions = {}): Reply {
  const { status = 400, detail, extraDetails } = options;
  return {
    status,
    body: {
      type: context.url(`/problems/${titles[title].toLowerCase().replaceAll(' ', '-')}`),
      title: titles[title],
      ...(detail !== undefined && { detail }),
      status,
      traceId: `00-${context.randomHex(16)}-${context.randomHex(8)}-00`,
      ...(extraDetails && { extraDetails }),
    },
  };
}

/** Azure API Management's way of writing 401 and 429: it stands in front, and knows no problem+json. */
export function gatewayReply(status: number, message: string): Reply {
  return { status, body: { statusCode: status, message } };
}

/** The body by its schema, or a 400 with what is wrong; `titleOf` may know a better title for an issue. */
export function parseBody<T>(
  context: SandboxContext,
  schema: z.ZodType<T>,
  body: unknown,
  titleOf: (path: string) => Title | undefined = () => undefined,
): { ok: true; value: T } | { ok: false; reply: Reply } {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return { ok: true, value: parsed.data };
  const extraDetails = parsed.error.issues.map(({ path, message }) => ({
    name: path.join('.'),
    reason: message,
  }));
  const [first] = parsed.error.issues;
  const missing = first?.code === 'invalid_type' && valueAt(body, first.path) === undefined;
  const title = missing ? 'missingParameter' : (titleOf(first?.path.join('.') ?? '') ?? 'badRequest');
  const detail = 'One or more validation errors occurred.';
  return { ok: false, reply: problem(context, title, { detail, extraDetails }) };
}

function valueAt(body: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    body,
  );
}
