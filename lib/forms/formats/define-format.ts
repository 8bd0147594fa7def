import type { Language } from '@/lib/core/language.ts';
import type { FormComponent } from '../component.ts';
import type { FieldProblem, InputProps } from '../fields/define-field.ts';
import { textErrors } from './text-errors.ts';

const defaultMaxLength = 500;

/** How one line is read, judged and shown: one file, one registry line. */
export interface TextFormat {
  readonly id: string;
  readonly inputProps: InputProps;
  /** It takes any text, so that a data model may still say what kind of text it is. */
  readonly open?: boolean;
  /** Cleaned, non-empty text → the answer; what cannot be read is kept as it was. */
  read(text: string): string;
  errors(answer: string, component: FormComponent): FieldProblem[];
  /** Whether a `min` or `max` of a definition is one of this format; absent where bounds mean nothing. */
  isBound?(value: string, name: 'min' | 'max' | 'exclusiveMin' | 'exclusiveMax'): boolean;
  format(answer: string, language: Language): string;
  /** What stands in the control. */
  inputValue(answer: string, language: Language): string;
}

/** A format from what is special about it; length, pattern and lost characters are judged for all, before its own errors. */
export function defineFormat(format: Pick<TextFormat, 'id'> & Partial<TextFormat>): TextFormat {
  const show = format.format ?? ((answer: string) => answer);
  return {
    inputProps: {},
    read: (text) => text,
    inputValue: show,
    ...format,
    format: show,
    errors(answer, component) {
      const problems = textErrors(answer, component, defaultMaxLength);
      // What is wrong with a number as such is told before that it does not fit a pattern.
      const own = problems[0] && isAboutForm(problems[0]) ? [] : (format.errors?.(answer, component) ?? []);
      return own.length > 0 ? own : problems;
    },
  };
}

/** Then the format itself need not be asked. */
function isAboutForm({ code }: FieldProblem): boolean {
  return code === 'characters' || code === 'tooLong';
}
