import { defineFormat } from './define-format.ts';

/** Anything on one line. */
export const text = defineFormat({ id: 'text', open: true });
