import type { OrderRow } from './form-types.ts';

const COLUMNS = 'QUANTITY;UNITCODE;DESCRIPTION;AMOUNT;ITEMID;VATAMOUNT';

/** The fields of the order lines: `oiTypes`, `oiNames`, `oiRow1`, … Texts are cleaned as the official module does. */
export function rowFields(rows: readonly OrderRow[]): [string, string][] {
  if (rows.length === 0) return [];
  return [
    ['oiTypes', COLUMNS],
    ['oiNames', COLUMNS],
    ...rows.map((row, index): [string, string] => [`oiRow${index + 1}`, rowText(row)]),
  ];
}

/**
 * Text for the window: white space folded, `"` to `'`, no `&`, no backslash (it escapes `;` there), no control, format or
 * broken characters, cut to `maxLength` UTF-16 units without splitting a character.
 */
export function cleanText(text: string, maxLength = 255): string {
  const clean = text
    .replace(/[\s\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('"', "'")
    .replace(/[&\\\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (clean.length <= maxLength) return clean;
  const splitsPair = /[\ud800-\udbff]/.test(clean.charAt(maxLength - 1));
  return clean.slice(0, splitsPair ? maxLength - 1 : maxLength).trimEnd();
}

function rowText(row: OrderRow): string {
  return [
    String(row.quantity),
    row.unitCode,
    row.description,
    String(row.amount),
    row.itemId,
    String(row.vatAmount),
  ]
    .map((value) => cleanText(value).replaceAll(';', '\\;'))
    .join(';');
}
