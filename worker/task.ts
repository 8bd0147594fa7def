import type { App } from '@/lib/workflow/app.ts';

/** One kind of job: wakes one use case, which looks its facts up itself. A throw makes the queue try again, later and later. */
export interface Task {
  /** As the outbox names it. */
  readonly name: string;
  run(app: App, payload: unknown): Promise<void>;
  /** It waits for a payment provider, for minutes where that hangs: it is run apart from those that do not. */
  readonly asksProvider?: true;
  /** Raises an alarm when the job keeps failing and nothing else would notice. */
  tell?(app: App, payload: unknown): Promise<void>;
}
