export {
  NetsAbortedError,
  NetsAuthenticationError,
  NetsConnectionError,
  NetsError,
  type NetsErrorDetails,
  type NetsOutcome,
  NetsProtocolError,
  NetsRateLimitError,
  NetsServerError,
  NetsTimeoutError,
  NetsUsageError,
} from '../errors.ts';
export type { FetchLike } from '../http.ts';
export type { RetryDelay, RetryDelayInput } from '../repeated.ts';
export { NETAXEPT_LIVE_BASE_URL, NETAXEPT_TEST_BASE_URL } from './base-url.ts';
export { createNetaxeptClient, type NetaxeptClient, type NetaxeptClientOptions } from './client.ts';
export { type BankResult, NetaxeptExceptionError, NetaxeptNotFoundError } from './errors.ts';
export type { CallOptions } from './exchange.ts';
export { terminalLanguage } from './language.ts';
export type * from './reply-types.ts';
export type * from './request-types.ts';
export { deriveTransactionStatus, type TransactionStatus } from './status.ts';
export { readTerminalReturn, type TerminalResource, type TerminalReturn } from './terminal.ts';
export type { TransactionsResource } from './transactions.ts';
