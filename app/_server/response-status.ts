import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

/** The instrumentation and the pages are bundled apart, so they meet outside both. */
const key = Symbol.for('kvitt.response');

interface Shared {
  [key]?: AsyncLocalStorage<ServerResponse>;
}

/** Called once as the server starts: from then on each request carries its response along. */
export function followResponses(): void {
  const shared = globalThis as Shared;
  if (shared[key]) return;
  const responses = new AsyncLocalStorage<ServerResponse>();
  shared[key] = responses;
  // Not imported: the bundler also builds instrumentation for a runtime that has no such module.
  const { subscribe } = process.getBuiltinModule('node:diagnostics_channel');
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse };
    responses.enterWith(response);
  });
}

/**
 * Gives the page at hand another HTTP status than 200. Next does this only for `notFound()` and for a crash, and then sends an
 * empty document that a script must fill; a page that says what is wrong has to reach a person without scripts too.
 * Of no effect once the first bytes are on their way.
 */
export function answerWithStatus(status: number): void {
  const shared = globalThis as Shared;
  const response = shared[key]?.getStore();
  if (response && !response.headersSent) response.statusCode = status;
}
