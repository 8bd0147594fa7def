import type { Answer } from '@/lib/core/answers.ts';
import type { Language } from '@/lib/core/language.ts';
import type { ServiceText, Wording } from '@/lib/core/wording.ts';
import type { FormComponent } from '../component.ts';
import type { AnswerErrorCode } from '../error-codes.ts';

/** The small closed set of controls; shared code draws these and knows no field type. */
export type Widget =
  | 'text'
  | 'textarea'
  | 'radio'
  | 'checkboxes'
  | 'select'
  | 'date'
  | 'file'
  | 'fetch'
  | 'static';

/**
 * What a component is to the form when it is no question: it holds others once (`group`, `details`), once per row (`rows`), holds
 * buttons, or shows answers (`summary`) or the price (`payment`). Absent for questions and texts.
 */
export type Structure = 'group' | 'details' | 'rows' | 'buttons' | 'summary' | 'payment';

/** How a component gets facts from a register for a number that is written in it. Bindings by their names in the definition. */
export interface Lookup {
  /** Registry id of the register. */
  source: string;
  /** Binding of the number. */
  number: string;
  /** What must be known besides the number, posted with the request and stored nowhere. */
  asks?: string;
  /** Binding of each fact; the first one is always bound. */
  fills: Readonly<Record<string, string>>;
}

/** What a binding to a fetched fact begins with: `fetched.name` is the path of the name that belongs to this very answer. */
export const fetchedPrefix = 'fetched.';

/** What is wrong with an answer: the key `validation.<code>` and what goes into the sentence beside the label. */
export interface FieldProblem {
  code: AnswerErrorCode;
  values?: Record<string, string>;
}

/** Attributes of the control, in React's names. */
export interface InputProps {
  type?: 'text' | 'email' | 'tel';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  autoComplete?: string;
  maxLength?: number;
  spellCheck?: boolean;
  /** Key of the portal's texts: how to write it, as `dd.mm.åååå`. */
  hintKey?: string;
  /** Rough width in characters. */
  size?: number;
}

export interface FieldContext {
  wording: Pick<Wording, 'language'>;
  serviceText: ServiceText;
}

/** Everything about a type of component, pure: one file, one registry line. */
export interface FieldType {
  /** Altinn's component type. */
  readonly id: string;
  readonly widget: Widget;
  readonly structure?: Structure;
  /** Of a component with several controls: each as a component of its own, with its binding, label and errors. */
  readonly parts?: (component: FormComponent) => FormComponent[];
  readonly lookup?: Lookup;
  /** Of a text with a heading and a body apart: the type that shows a body without a heading. */
  readonly headed?: { otherwise: string };
  /** Whether a definition must say what it is called. */
  readonly titled: boolean;
  /** What a person gives: an answer in the data model, files, or nothing (a text). */
  readonly collects: 'answer' | 'files' | 'nothing';
  /** Shape of an answer that is in order: a text or a list of texts. */
  readonly answerShape: 'text' | 'list';
  /** Code of «this must be filled in». */
  requiredCode(component: Pick<FormComponent, 'options'>): AnswerErrorCode;
  /** What was posted → the answer; what cannot be read is kept as text, and `errors` says so. Undefined when nothing was given. */
  read(raw: readonly string[], component: FormComponent): Answer | undefined;
  /** What is wrong with an answer that was given and has the shape. */
  errors(answer: Answer, component: FormComponent): FieldProblem[];
  /** What is wrong with this many files. */
  fileErrors(count: number, component: FormComponent): FieldProblem[];
  /** The answer as people read it. */
  format(answer: Answer, component: FormComponent, context: FieldContext): string;
  /** What stands in the control: one text, or the chosen values. */
  inputValue(answer: Answer | undefined, component: FormComponent, language: Language): string[];
  inputProps(component: FormComponent): InputProps;
  /** What is wrong with a component of this type in a definition. */
  definitionProblems(component: FormComponent): string[];
}

/** A field type from what is special about it. */
export function defineField(field: Pick<FieldType, 'id' | 'widget'> & Partial<FieldType>): FieldType {
  return {
    titled: true,
    collects: 'answer',
    answerShape: 'text',
    requiredCode: () => 'required',
    read: () => undefined,
    errors: () => [],
    fileErrors: () => [],
    format: textOf,
    inputValue: (answer) => listOf(answer),
    inputProps: () => ({}),
    definitionProblems: () => [],
    ...field,
  };
}

/** A type that is no question but holds or repeats others. */
export function defineStructure(
  field: Pick<FieldType, 'id'> & { structure: Structure } & Partial<FieldType>,
): FieldType {
  return defineField({ widget: 'static', collects: 'nothing', titled: false, ...field });
}

/** An answer as a list of texts, whatever it is: never throws for what a stranger stored. */
export function listOf(answer: Answer | undefined): string[] {
  if (Array.isArray(answer)) return answer.filter((each): each is string => typeof each === 'string');
  return typeof answer === 'string' ? [answer] : [];
}

export function textOf(answer: Answer): string {
  return listOf(answer).join(', ');
}
