import { Logger } from 'graphile-worker';
import { log } from '@/lib/core/log.ts';

/** The queue's own words in the process's structured log; that every job went well is told when somebody is debugging. */
export const queueLogger = new Logger(() => (level, message, meta) => {
  const task = typeof meta?.task_identifier === 'string' ? meta.task_identifier : undefined;
  switch (level) {
    case 'error':
      return log.error({ task }, message);
    case 'warning':
      return log.warn({ task }, message);
    default:
      return log.debug({ task }, message);
  }
});
