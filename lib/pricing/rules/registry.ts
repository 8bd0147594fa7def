import { newRegistry } from '@/lib/core/registry.ts';
import { answerRules } from './answer-rules.ts';
import { discount } from './discount.ts';
import { maximum } from './maximum.ts';
import { minimum } from './minimum.ts';
import { perRow } from './per-row.ts';

/** Every price rule: those of `answer-rules.ts`, and one line per rule that prices rows or other rules' lines. */
export const priceRules = newRegistry('Price rule', [
  ...answerRules.all(),
  perRow,
  minimum,
  maximum,
  discount,
]);
