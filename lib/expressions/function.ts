import type { Answer } from '@/lib/core/answers.ts';
import type { Expression } from './expression.ts';
import type { Row } from './row.ts';
import type { ExpressionValue } from './value.ts';

/** Where an expression reads from. A lookup answers undefined when nothing is there. */
export interface ExpressionContext {
  /** The rows in which the expression stands, outermost first; empty or absent outside repeating groups. */
  readonly row?: readonly Row[];
  /** Without a data type: the form's own model. @throws ExpressionError for a model that is not there. */
  dataModel(path: string, dataType?: string): Answer | number | undefined;
  /** Answer of a component by id, null when it is hidden. @throws ExpressionError `lookup` when no such component exists. */
  component?(id: string): Answer | number | undefined;
  /**
   * What a missing number is: `zero` as in Altinn, or `refuse`, which throws `missing` with the paths that were empty,
   * so that a price is never computed from an answer that is not there.
   */
  missingNumbers?: 'zero' | 'refuse';
}

/** One call: arguments are evaluated when asked for, so `if` leaves the other branch alone. */
export interface Call {
  readonly context: ExpressionContext;
  readonly size: number;
  value(index: number): ExpressionValue;
  text(index: number): string | null;
  /** A decimal string, or null when missing. */
  number(index: number): string | null;
  boolean(index: number): boolean;
  /** Turns what a lookup found into a value. */
  found(answer: Answer | number | undefined, path?: string): ExpressionValue;
}

export interface ExpressionFunction {
  readonly id: string;
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  /** What else is wrong with the arguments as written, if anything. */
  check?(args: readonly Expression[]): string | undefined;
  evaluate(call: Call): ExpressionValue;
}
