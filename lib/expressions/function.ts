import type { Answer } from '@/lib/core/answers.ts';
import type { Expression } from './expression.ts';
import type { Row } from './row.ts';
import type { ExpressionValue } from './value.ts';

/** A JSON value as a context may hand it over; numbers become exact. */
export type Scalar = string | number | boolean | null;

export interface InstanceFacts {
  instanceId?: string | null;
  appId?: string | null;
  instanceOwnerPartyId?: string | null;
  /** person, org, selfIdentified, unknown. */
  instanceOwnerPartyType?: string | null;
  instanceOwnerName?: string | null;
}

/**
 * Where an expression reads from. A lookup answers undefined when nothing is there; a power that is left out makes the
 * functions that need it fail with `not_supported`.
 */
export interface ExpressionContext {
  /** The rows in which the expression stands, outermost first; empty or absent outside repeating groups. */
  readonly row?: readonly Row[];
  /** Without a data type: the form's own model. @throws ExpressionError for a model that is not there. */
  dataModel(path: string, dataType?: string): Answer | number | undefined;
  /** Answer of a component by id, null when it is hidden. @throws ExpressionError `lookup` when no such component exists. */
  component?(id: string): Answer | number | undefined;
  /** The answer as people read it, null when hidden. @throws ExpressionError `lookup` as `component`, and for one that shows nothing. */
  displayValue?(id: string): string | null;
  /** An options list by id; labels are text keys or texts. */
  options?(listId: string): readonly { value: Scalar; label: string }[] | undefined;
  /** A text by key, with its variables filled in; undefined when there is none. */
  text?(key: string): string | undefined;
  readonly language?: string;
  readonly instance?: InstanceFacts;
  /** Whether the one who reads may do this (read, write, sign…); undefined for an action that does not exist. */
  may?(action: string): boolean | undefined;
  /** Id of the current step, for messages. */
  readonly task?: string;
  readonly settings?: Readonly<Record<string, Scalar>>;
  /** What an outside source answered, as JSON. */
  externalApi?(id: string): unknown;
  /** How many data elements (attachments, data models) of this type there are. */
  dataElements?(dataType: string): number;
  /** A link to a page or a component, in the markup that texts have here. `back`: with a way back. @throws ExpressionError `lookup` */
  link?(text: string, target: { page: string } | { component: string }, back: boolean): string;
  /** What `argv` reads. */
  readonly positional?: readonly Scalar[];
  /** What `value` reads. */
  readonly values?: { readonly data: Readonly<Record<string, Scalar>>; readonly defaultKey?: string | null };
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

/** What a context may be able to answer besides the form's own data model, by its name there; `models`: other data models. */
export type Power =
  | 'component'
  | 'displayValue'
  | 'options'
  | 'text'
  | 'language'
  | 'instance'
  | 'may'
  | 'settings'
  | 'externalApi'
  | 'dataElements'
  | 'link'
  | 'positional'
  | 'values'
  | 'models';

export interface ExpressionFunction {
  readonly id: string;
  /** What the context must be able to answer for this call as written, if anything: `suppliedProblems` judges by it. */
  needs?(args: readonly Expression[]): Power | undefined;
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  /** What else is wrong with the arguments as written, if anything. */
  check?(args: readonly Expression[]): string | undefined;
  evaluate(call: Call): ExpressionValue;
}
