/** Levels of ID-porten, lowest first (`acr` and `acr_values`; formerly Level3 and Level4). */
export const levels = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'] as const;
export type Level = (typeof levels)[number];

/** What a sign-in asks for when the service asks for nothing else, and the least that lets anybody in. */
export const defaultLevel: Level = 'idporten-loa-substantial';

/** Whether a sign-in at `acr` is enough for `wanted`; a level that nobody knows is never enough and never reached. */
export function isAtLeast(acr: string | undefined, wanted: string): boolean {
  const has = (levels as readonly string[]).indexOf(acr ?? '');
  const asked = (levels as readonly string[]).indexOf(wanted);
  return has >= 0 && asked >= 0 && has >= asked;
}

/** The level to sign in at when `value` was asked for from outside: never below what the portal itself demands. */
export function signInLevel(value: unknown): Level {
  const level = asLevel(value);
  return level && isAtLeast(level, defaultLevel) ? level : defaultLevel;
}

/** Narrows a level that came from outside. */
export function asLevel(value: unknown): Level | undefined {
  return levels.find((level) => level === value);
}
