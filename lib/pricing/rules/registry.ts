import { newRegistry } from '@/lib/core/registry.ts';
import { countTimesUnit } from './count-times-unit.ts';
import { fixed } from './fixed.ts';
import { minimum } from './minimum.ts';
import { options } from './options.ts';
import { tiers } from './tiers.ts';

/** One line per price rule. */
export const priceRules = newRegistry('Price rule', [fixed, countTimesUnit, options, tiers, minimum]);
