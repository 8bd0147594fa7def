import { newRegistry } from '@/lib/core/registry.ts';
import { compareFunctions } from './compare.ts';
import { logicFunctions } from './logic.ts';
import { lookupFunctions } from './lookup.ts';
import { numberFunctions } from './number.ts';
import { textFunctions } from './text.ts';

/** One line per family of functions. */
export const functions = newRegistry('Expression function', [
  ...logicFunctions,
  ...compareFunctions,
  ...numberFunctions,
  ...textFunctions,
  ...lookupFunctions,
]);
