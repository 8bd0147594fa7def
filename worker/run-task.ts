import { log } from '@/lib/core/log.ts';
import type { App } from '@/lib/workflow/app.ts';
import type { Task } from './task.ts';

/** A minute and a half by the queue's growing pauses: what has not healed then, a person should look at. */
const attemptsBeforeTelling = 5;

/** One try at a job. A throw makes the queue try again; somebody is told when it keeps failing, and told once. */
export async function runTask(app: App, task: Task, payload: unknown, attempt: number): Promise<void> {
  try {
    await task.run(app, payload);
  } catch (error) {
    if (attempt >= attemptsBeforeTelling) {
      await task
        .tell?.(app, payload)
        .catch((failure: unknown) => log.error({ err: failure }, 'nobody could be told of a failing job'));
    }
    throw error;
  }
}
