import { hasLostCharacters } from './clean-text.ts';

/** Characters of a reason that an employee gives in their own words. */
export const reasonLength = { min: 3, max: 300 } as const;

export type ReasonProblem = 'too_short' | 'too_long' | 'characters';

/** @param reason as `cleanLine` gave it. */
export function reasonProblem(reason: string): ReasonProblem | undefined {
  if (hasLostCharacters(reason)) return 'characters';
  if (reason.length < reasonLength.min) return 'too_short';
  return reason.length > reasonLength.max ? 'too_long' : undefined;
}
