import type { Language } from '@/lib/core/language.ts';
import { hasLostCharacters } from '../clean-text.ts';
import type { FormComponent } from '../component.ts';
import type { FieldProblem, InputProps } from '../fields/define-field.ts';

const defaultMaxLength = 500;

/** How one line is read, judged and shown: one file, one registry line. */
export interface TextFormat {
  readonly id: string;
  readonly inputProps: InputProps;
  /** Cleaned, non-empty text → the answer; what cannot be read is kept as it was. */
  read(text: string): string;
  errors(answer: string, component: FormComponent): FieldProblem[];
  format(answer: string, language: Language): string;
  /** What stands in the control. */
  inputValue(answer: string, language: Language): string;
}

/** A format from what is special about it; length and lost characters are judged for all, before its own errors. */
export function defineFormat(format: Pick<TextFormat, 'id'> & Partial<TextFormat>): TextFormat {
  const show = format.format ?? ((answer: string) => answer);
  return {
    inputProps: {},
    read: (text) => text,
    inputValue: show,
    ...format,
    format: show,
    errors(answer, component) {
      const problems = textErrors(answer, component.maxLength ?? defaultMaxLength);
      return problems.length > 0 ? problems : (format.errors?.(answer, component) ?? []);
    },
  };
}

export function textErrors(answer: string, maxLength: number): FieldProblem[] {
  if (hasLostCharacters(answer)) return [{ code: 'characters' }];
  const length = [...answer].length;
  return length > maxLength
    ? [{ code: 'tooLong', values: { max: String(maxLength), length: String(length) } }]
    : [];
}
