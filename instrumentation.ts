import { followResponses } from '@/app/_server/response-status.ts';

/** Next calls this once, before the server takes its first request. */
export function register(): void {
  followResponses();
}
