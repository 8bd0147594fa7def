import { newRegistry } from '@/lib/core/registry.ts';
import { countTimesUnit } from './count-times-unit.ts';
import { fixed } from './fixed.ts';
import { options } from './options.ts';
import { percentage } from './percentage.ts';
import { table } from './table.ts';
import { tiers } from './tiers.ts';

/** One line per price rule that prices answers, so that it can also price each row of a repeating group. */
export const answerRules = newRegistry('Price rule for answers', [
  fixed,
  countTimesUnit,
  options,
  tiers,
  table,
  percentage,
]);
