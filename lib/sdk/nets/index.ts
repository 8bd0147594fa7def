export { isNetsApiCode, NETS_API_CODES, type NetsApiCode } from './api-codes.ts';
export {
  NETS_LIVE_BASE_URL,
  NETS_LIVE_CHECKOUT_SCRIPT_URL,
  NETS_TEST_BASE_URL,
  NETS_TEST_CHECKOUT_SCRIPT_URL,
} from './base-url.ts';
export { createNetsClient, type NetsClient, type NetsClientOptions } from './client.ts';
export {
  NetsAbortedError,
  NetsApiError,
  NetsAuthenticationError,
  NetsConnectionError,
  NetsError,
  type NetsErrorDetails,
  NetsNotFoundError,
  type NetsOutcome,
  NetsProtocolError,
  NetsRateLimitError,
  NetsServerError,
  NetsTimeoutError,
  NetsUsageError,
  NetsValidationError,
  NetsWebhookError,
} from './errors.ts';
export type { FetchLike } from './http.ts';
export { withLanguage } from './language.ts';
export type { RetryDelay, RetryDelayInput } from './repeated.ts';
export type * from './reply-types.ts';
export type * from './request-types.ts';
export type {
  ChargesResource,
  PaymentMethodsResource,
  PaymentsResource,
  PendingRefundsResource,
} from './resources.ts';
export {
  deriveStatus,
  PAYMENT_STATUSES,
  type PaymentStatus,
  readSummary,
  type StatusSource,
} from './status.ts';
export { type SignedTestWebhook, signTestWebhook, type TestWebhookInput } from './test-webhook.ts';
export { sanitizeText } from './text.ts';
export type * from './webhook-types.ts';
export { parseWebhook, verifyWebhook, WEBHOOK_EVENT_NAMES } from './webhooks.ts';
