/** Levels of assurance, lowest first (`acr` values of the new ID-porten). */
export const levels = ['idporten-loa-substantial', 'idporten-loa-high'] as const;
export type Level = (typeof levels)[number];

/** The `amr` that the sandbox's means of that level gives. */
export const levelAmr: Record<Level, string> = {
  'idporten-loa-substantial': 'Minid-APP',
  'idporten-loa-high': 'BankID',
};

/** The lowest level that satisfies a space-separated `acr_values`; substantial when none is asked for. */
export function wantedLevel(acrValues: unknown): Level {
  const asked = typeof acrValues === 'string' ? acrValues.split(' ') : [];
  return levels.find((level) => asked.includes(level)) ?? 'idporten-loa-substantial';
}

/** Whether a sign-in at `has` is enough for `wanted`. */
export function isEnough(has: string | undefined, wanted: Level): boolean {
  return (levels as readonly (string | undefined)[]).indexOf(has) >= levels.indexOf(wanted);
}
