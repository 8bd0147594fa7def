export type ExpressionErrorCode =
  | 'invalid' // not an expression: unknown function, wrong number of arguments
  | 'wrong_type' // an argument is not what the function needs
  | 'missing' // a number was needed and there is no answer yet (only where nulls are refused)
  | 'division_by_zero'
  | 'lookup' // a component or a setting that is not there
  | 'too_complex' // depth, steps or size
  | 'not_supported';

/**
 * Why an expression has no value. The message may be logged, so it tells the code and nothing of what was answered; `words` are
 * Altinn's, with values in them, for the one who writes the expression and tries it.
 */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  /** Not a property: what prints an error prints those too. */
  readonly #words: string;
  constructor(
    readonly code: ExpressionErrorCode,
    words: string,
    /** Data model paths that were empty, when the code is `missing`. */
    readonly paths: readonly string[] = [],
  ) {
    super(`The expression has no value: ${code}`);
    this.#words = words;
  }

  get words(): string {
    return this.#words;
  }
}
