import { newRegistry } from '@/lib/core/registry.ts';
import { argumentFunctions } from './arguments.ts';
import { compareFunctions } from './compare.ts';
import { compareWith } from './compare-with.ts';
import { formatDate } from './format-date.ts';
import { logicFunctions } from './logic.ts';
import { lookupFunctions } from './lookup.ts';
import { numberFunctions } from './number.ts';
import { surroundingFunctions } from './surroundings.ts';
import { textFunctions } from './text.ts';
import { wordingFunctions } from './wording.ts';

/** One line per function or family of functions. */
export const functions = newRegistry('Expression function', [
  ...logicFunctions,
  ...compareFunctions,
  compareWith,
  ...numberFunctions,
  ...textFunctions,
  formatDate,
  ...lookupFunctions,
  ...wordingFunctions,
  ...surroundingFunctions,
  ...argumentFunctions,
]);
