import { decimalsOf, divide, formatDecimal, multiply, parseDecimal } from '@/lib/core/decimal.ts';
import type { AmountKind } from '@/lib/pricing/amount-slots.ts';

/** Minor units as kroner, a percentage as it is: `320000` → `3 200,00`. */
export function showAmount(value: number | string, kind: AmountKind): string {
  if (kind === 'percent') return formatDecimal(String(value), 'nb');
  const kroner = divide(String(value), '100');
  const [whole = '', decimals = ''] = kroner.split('.');
  return formatDecimal(`${whole}.${decimals.padEnd(2, '0')}`, 'nb').replaceAll('\u00a0', ' ');
}

/** Kroner as people write them → minor units. Per unit a fraction of an øre may be; a whole amount has none. */
export function readAmount(text: string, kind: AmountKind): number | string | undefined {
  const decimal = parseDecimal(text.replace(/\s*(kr\.?|,-|%)$/i, ''));
  if (decimal === undefined || decimal.startsWith('-')) return undefined;
  if (kind === 'percent') return decimal;
  const minor = multiply(decimal, '100');
  if (decimalsOf(minor) === 0 && Number.isSafeInteger(Number(minor))) return Number(minor);
  return kind === 'unitMinor' ? minor : undefined;
}
