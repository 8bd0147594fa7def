export type ExpressionErrorCode =
  | 'invalid' // not an expression: unknown function, wrong number of arguments
  | 'wrong_type' // an argument is not what the function needs
  | 'missing' // a number was needed and there is no answer yet (only where nulls are refused)
  | 'division_by_zero'
  | 'lookup' // a component or a setting that is not there
  | 'too_complex' // depth, steps or size
  | 'not_supported';

/** Why an expression has no value. The message is for the one who wrote the expression, in Altinn's words. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  constructor(
    readonly code: ExpressionErrorCode,
    message: string,
    /** Data model paths that were empty, when the code is `missing`. */
    readonly paths: readonly string[] = [],
  ) {
    super(message);
  }
}
