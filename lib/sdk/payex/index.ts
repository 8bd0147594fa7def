export {
  PAYEX_LIVE_BASE_URL,
  PAYEX_LIVE_PAGE_ORIGIN,
  PAYEX_TEST_BASE_URL,
  PAYEX_TEST_PAGE_ORIGIN,
} from './base-url.ts';
export {
  type Callback,
  isCallbackAddress,
  PAYEX_CALLBACK_ADDRESSES,
  parseCallback,
  verifyCallbackToken,
} from './callbacks.ts';
export { createPayexClient, type PayexClient, type PayexClientOptions } from './client.ts';
export {
  PayexAbortedError,
  PayexAuthenticationError,
  PayexCallbackError,
  PayexConnectionError,
  PayexError,
  type PayexErrorDetails,
  PayexInputError,
  PayexNotFoundError,
  type PayexOutcome,
  PayexProblemError,
  PayexProtocolError,
  PayexRateLimitError,
  PayexReferenceError,
  PayexServerError,
  PayexTimeoutError,
  PayexUnavailableError,
  PayexUsageError,
} from './errors.ts';
export type { FetchLike, RetryDelay, RetryDelayInput } from './http.ts';
export { findOperation, offers, type Rel } from './hypermedia.ts';
export { payeeReference } from './payee-reference.ts';
export { type PayexProblem, problemNameOf, readProblem } from './problems.ts';
export type * from './reply-types.ts';
export type * from './request-types.ts';
export type { PaymentOrdersResource } from './resources.ts';
export {
  deriveStatus,
  hasPaid,
  isInstrument,
  lastFailedAttempt,
  orderReferenceOf,
  PAYMENT_ORDER_STATUSES,
  type PaymentOrderStatus,
  type PaymentOrderSums,
  paidNode,
  readSums,
  type StatusSource,
} from './status.ts';
export { createTestCallback, type TestCallbackInput } from './test-callback.ts';
export { sanitizeText } from './text.ts';
export { findTransaction } from './transact.ts';
