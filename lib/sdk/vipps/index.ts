export { createTokenCache, type TokenCache } from './access-token.ts';
export { VIPPS_LIVE_BASE_URL, VIPPS_TEST_BASE_URL } from './base-url.ts';
export { createVippsClient, type VippsClient, type VippsClientOptions } from './client.ts';
export { sanitizeDescription } from './description.ts';
export {
  VippsAbortedError,
  VippsAuthenticationError,
  VippsConflictError,
  VippsConnectionError,
  VippsError,
  type VippsErrorDetails,
  type VippsExtraDetail,
  VippsNotFoundError,
  type VippsOutcome,
  type VippsProblem,
  VippsProblemError,
  VippsProtocolError,
  VippsRateLimitError,
  VippsServerError,
  VippsTimeoutError,
  VippsTokenError,
  VippsUsageError,
  VippsWebhookError,
} from './errors.ts';
export type { FetchLike } from './exchange.ts';
export type { RetryDelay, RetryDelayInput } from './http.ts';
export { PAYMENT_EVENT_NAMES, parseWebhook } from './parse-webhook.ts';
export type { PaymentsResource } from './payments.ts';
export type * from './reply-types.ts';
export type * from './request-types.ts';
export {
  deriveStatus,
  PAYMENT_STATUSES,
  type PaymentStatus,
  readSums,
  type StatusSource,
} from './status.ts';
export { type SignedTestWebhook, signTestWebhook, type TestWebhookInput } from './test-webhook.ts';
export {
  judgeWebhook,
  type VerifyWebhookInput,
  verifyWebhook,
  type WebhookVerdict,
} from './verify-webhook.ts';
export type * from './webhook-types.ts';
export type { WebhooksResource } from './webhooks-resource.ts';
