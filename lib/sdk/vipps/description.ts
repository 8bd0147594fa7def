/**
 * Makes a text fit for `paymentDescription` (3 to 100 characters, seen by the payer and in settlement files): control and
 * format characters and broken surrogates go, white space folds, and it is cut to 100 UTF-16 units without splitting a
 * character. Undefined when less than 3 characters are left: leave the member out then.
 */
export function sanitizeDescription(text: string): string | undefined {
  const clean = text
    .replace(/[\s\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const last = clean.charCodeAt(MAX_LENGTH - 1);
  const splitsPair = clean.length > MAX_LENGTH && last >= 0xd800 && last <= 0xdbff;
  const cut = clean.slice(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH).trimEnd();
  return cut.length < 3 ? undefined : cut;
}

const MAX_LENGTH = 100;
