import { pino } from 'pino';
import { logLevel } from './env.ts';

/** Eleven digits in a row could be a fødselsnummer, 13–19 a card number: neither ever reaches a log. */
const numbers = /\b\d(?:[ -]?\d){10,18}\b/g;

/** Structured logs without personal data; one logger per process. */
export const log = pino({
  level: logLevel(),
  base: null,
  redact: {
    paths: [
      '*.pid',
      '*.authorization',
      '*.token',
      '*.secret',
      '*.password',
      '*.email',
      '*.credentials',
      'pid',
      'token',
      'secret',
    ],
    censor: '[redacted]',
  },
  formatters: { level: (label) => ({ level: label }) },
  hooks: {
    logMethod(args, method) {
      method.apply(
        this,
        args.map((arg) => (typeof arg === 'string' ? arg.replace(numbers, '[number]') : arg)) as typeof args,
      );
    },
  },
  serializers: {
    err: (error: unknown) =>
      error instanceof Error
        ? {
            type: error.name,
            message: error.message.replace(numbers, '[number]'),
            stack: error.stack?.replace(numbers, '[number]'),
          }
        : { message: String(error).replace(numbers, '[number]') },
  },
});
