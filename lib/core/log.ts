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
      method.apply(this, args.map((arg) => (typeof arg === 'string' ? clean(arg) : arg)) as typeof args);
    },
  },
  serializers: {
    err: loggedError,
  },
});

/** An error as it is logged: no number that could be a person's or a card's, and nothing of what it was about. */
export function loggedError(error: unknown): { type?: string; message: string; stack?: string } {
  if (!(error instanceof Error)) return { message: clean(String(error)) };
  const frames = error.stack?.match(/^ +at .*$/gm)?.join('\n');
  return {
    type: error.name,
    message: clean(outerLines(error.message)),
    ...(frames && { stack: clean(frames) }),
  };
}

/** Prisma's errors repeat between their first and last lines what was to be written: answers. */
function outerLines(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 2 ? `${lines[0]} … ${lines.at(-1)}` : lines.join(' ');
}

function clean(text: string): string {
  return text.replace(numbers, '[number]');
}
