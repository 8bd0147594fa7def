import { cleanLine, hasLostCharacters } from './clean-text.ts';

/** Characters. */
export interface ReasonLength {
  min: number;
  max: number;
}

export type ReasonProblem = 'too_short' | 'too_long' | 'characters';

/** Why somebody did something, in their own words on one line; or what is wrong with them. */
export function readReason(
  written: string,
  { min, max }: ReasonLength,
): { reason: string; problem?: undefined } | { problem: ReasonProblem } {
  const reason = cleanLine(written);
  if (hasLostCharacters(reason)) return { problem: 'characters' };
  if (reason.length < min) return { problem: 'too_short' };
  return reason.length > max ? { problem: 'too_long' } : { reason };
}
