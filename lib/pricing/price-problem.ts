/** Why a rule has no amount: the person has not answered yet, or the answers and the tariff do not fit together. */
export type PriceProblemReason = 'missing_answer' | 'cannot_compute';

/** Thrown inside the rules only; `calculateOrder` turns it into a value. */
export class PriceProblem extends Error {
  override readonly name = 'PriceProblem';
  constructor(
    readonly reason: PriceProblemReason,
    message: string,
    /** Data model paths of the answers that are missing. */
    readonly paths: readonly string[] = [],
  ) {
    super(message);
  }
}

/**
 * @param named those of them that the rule itself names: a path that an expression puts together may hold an answer, and a message
 * is logged.
 */
export function missingAnswer(paths: readonly string[], named: readonly string[] = []): PriceProblem {
  // Without a path nobody can be asked: then it is the tariff that is wrong.
  if (paths.length === 0) return cannotCompute('A number is missing and no answer is to blame');
  return new PriceProblem('missing_answer', `No usable answer${at(named)}`, paths);
}

/** For a message: « at Skjema.areal, Skjema.type». @param paths as the rule names them. */
export function at(paths: readonly string[]): string {
  return paths.length > 0 ? ` at ${paths.join(', ')}` : '';
}

/** @param message for the owner and the log: which rule and path, never an answer. */
export function cannotCompute(message: string): PriceProblem {
  return new PriceProblem('cannot_compute', message);
}
