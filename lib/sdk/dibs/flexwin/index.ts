export {
  DibsAbortedError,
  DibsConnectionError,
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
} from '../errors.ts';
export type { FormField, PaymentForm } from '../form-types.ts';
export type { FetchLike, RetryDelay, RetryDelayInput } from '../http.ts';
export type { CallOptions, RepeatableCallOptions } from '../transactions.ts';
export { FLEXWIN_API_BASE_URL, FLEXWIN_OLD_WINDOW_URL, FLEXWIN_WINDOW_URL } from './addresses.ts';
export {
  createFlexWinClient,
  type FlexWinClient,
  type FlexWinClientOptions,
  type FlexWinWindow,
} from './client.ts';
export { FlexWinLoginError, FlexWinRefusedError } from './errors.ts';
export type { FlexWinRequest } from './form-types.ts';
export { flexWinLanguage } from './language.ts';
export { authMessage, callMessage, createMd5, formMessage, type Md5Keys } from './md5.ts';
export type { FlexWinMessage } from './message-types.ts';
export type { FlexWinQueries, FoundTransaction, TransactionInfo } from './queries.ts';
export { parseUnverifiedFlexWin } from './read-message.ts';
export { CAPTURE_PENDING } from './reasons.ts';
export type { FlexWinStatus, FoundStatus } from './status.ts';
export {
  type FlexWinTestMessageInput,
  type SignedFlexWinMessage,
  signFlexWinTestMessage,
} from './test-message.ts';
export type { FlexWinReply, FlexWinTransactions } from './transactions.ts';
