import { hasLostCharacters } from '../clean-text.ts';
import type { FormComponent } from '../component.ts';
import type { FieldProblem } from '../fields/define-field.ts';
import { matchesPattern } from '../pattern/match-pattern.ts';

type Limits = Pick<FormComponent, 'minLength' | 'maxLength' | 'pattern' | 'enum'>;

/** What can be wrong with any text: characters that cannot be kept, its length, its pattern, or that it is not one of the allowed ones. */
export function textErrors(answer: string, limits: Limits, defaultMaxLength: number): FieldProblem[] {
  if (hasLostCharacters(answer)) return [{ code: 'characters' }];
  const length = [...answer].length;
  const most = limits.maxLength ?? defaultMaxLength;
  if (length > most) return [{ code: 'tooLong', values: { max: String(most), length: String(length) } }];
  const least = limits.minLength ?? 0;
  if (length < least) return [{ code: 'tooShort', values: { min: String(least), length: String(length) } }];
  if (limits.enum && !limits.enum.includes(answer)) return [{ code: 'notAllowed' }];
  return limits.pattern === undefined || matchesPattern(limits.pattern, answer) ? [] : [{ code: 'pattern' }];
}
