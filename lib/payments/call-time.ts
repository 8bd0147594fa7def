/** Longest that one try of a call to a provider may take. */
export const tryTimeoutMs = 15_000;

/** Tries of one call: the SDKs' own number. */
const mostTries = 3;

/** Longest wait between two of them, whatever the provider asks for: it is asked again later by our own schedule. */
const longestPauseMs = 2000;

/**
 * Longest that one call to a provider may take with its repeats, in seconds. What makes two calls, or asks for a token first,
 * may take longer: that is left to what carries a key of idempotency, and to cancelling, of which a second does no harm.
 */
export const longestCallSeconds = (mostTries * tryTimeoutMs + (mostTries - 1) * longestPauseMs) / 1000;

/** What we wait between two tries. */
export function pause(suggestedMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.min(suggestedMs, longestPauseMs));
  });
}
