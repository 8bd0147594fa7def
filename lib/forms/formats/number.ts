import { compare, decimalsOf, formatDecimal, isDecimal, parseDecimal } from '@/lib/core/decimal.ts';
import type { Language } from '@/lib/core/language.ts';
import type { FormComponent } from '../component.ts';
import type { FieldProblem } from '../fields/define-field.ts';
import { defineFormat } from './define-format.ts';

/** A number as people write it: `1 234,5`. */
export const number = defineFormat({
  id: 'number',
  isBound: isDecimal,
  inputProps: { inputMode: 'decimal', autoComplete: 'off', size: 12 },
  read: (text) => parseDecimal(text) ?? text,
  errors: (answer, component) => numberErrors(answer, component, component.maxDecimals ?? 10),
  format: showNumber,
});

/** What is wrong with an amount of something: no number, too many decimals, out of bounds. */
export function numberErrors(answer: string, component: FormComponent, maxDecimals: number): FieldProblem[] {
  if (!isDecimal(answer)) return [{ code: maxDecimals === 0 ? 'integer' : 'number' }];
  if (decimalsOf(answer) > maxDecimals)
    return [
      maxDecimals === 0 ? { code: 'integer' } : { code: 'decimals', values: { max: String(maxDecimals) } },
    ];
  const { min, max, exclusiveMin, exclusiveMax } = component;
  if (min !== undefined && compare(answer, min) < 0) return [{ code: 'min', values: { min } }];
  if (max !== undefined && compare(answer, max) > 0) return [{ code: 'max', values: { max } }];
  if (exclusiveMin !== undefined && compare(answer, exclusiveMin) <= 0)
    return [{ code: 'exclusiveMin', values: { min: exclusiveMin } }];
  if (exclusiveMax !== undefined && compare(answer, exclusiveMax) >= 0)
    return [{ code: 'exclusiveMax', values: { max: exclusiveMax } }];
  return [];
}

export function showNumber(answer: string, language: Language): string {
  return isDecimal(answer) ? formatDecimal(answer, language) : answer;
}
