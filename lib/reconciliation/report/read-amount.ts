import type { ColumnMapping } from './column-mapping.ts';

const minorUnits = /^-?\d{1,14}$/;
const majorUnits = {
  comma: /^(-?)(\d{1,12})(?:,(\d{1,2}))?$/,
  point: /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/,
};

/**
 * An amount as the file writes it → minor units with its sign: `-599,80` → `-59980`. Strictly by the mapping: no groups, no
 * other decimal sign, no third decimal; undefined for anything else. Nothing passes through a float.
 */
export function readAmount(
  text: string,
  { unit, decimalSign }: Pick<ColumnMapping['amounts'], 'unit' | 'decimalSign'>,
): number | undefined {
  if (unit === 'minor') return minorUnits.test(text) ? withoutMinusZero(Number(text)) : undefined;
  const match = majorUnits[decimalSign].exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  return withoutMinusZero(Number(`${sign}${whole}${fraction.padEnd(2, '0')}`));
}

function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}
