export {
  DIBS_API_BASE_URL,
  DIBS_API_V2_BASE_URL,
  DIBS_WINDOW_DT_URL,
  DIBS_WINDOW_URL,
} from './base-url.ts';
export { createDibsClient, type DibsClient, type DibsClientOptions, type PaymentWindow } from './client.ts';
export { type ExpectedOrder, type Mismatch, readCapture } from './compare.ts';
export {
  DibsAbortedError,
  DibsApiError,
  DibsConnectionError,
  DibsDeclinedError,
  DibsError,
  type DibsErrorDetails,
  DibsHttpError,
  DibsMessageError,
  type DibsMessageProblem,
  type DibsOutcome,
  DibsProtocolError,
  DibsRateLimitError,
  DibsServerError,
  DibsTimeoutError,
  DibsUsageError,
} from './errors.ts';
export type * from './form-types.ts';
export type { FetchLike, RetryDelay, RetryDelayInput } from './http.ts';
export { windowLanguage } from './language.ts';
export { createMac, type Fields, macMessage } from './mac.ts';
export type * from './message-types.ts';
export { cleanText } from './order-rows.ts';
export { DIBS_PAY_TYPES, type DibsPayType } from './pay-types.ts';
export { parseUnverified } from './read-message.ts';
export { type SignedTestMessage, signTestMessage, type TestMessageInput } from './test-message.ts';
export type {
  AuthorizedTicket,
  CallOptions,
  RepeatableCallOptions,
  TransactionReply,
  TransactionsResource,
} from './transactions.ts';
