import { newRegistry } from '@/lib/core/registry.ts';
import { pay } from './pay.ts';
import { sign } from './sign.ts';

/** One line per step that a case may stop at. */
export const steps = newRegistry('steps', [pay, sign]);
