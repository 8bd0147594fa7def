/**
 * Makes text fit for `description` (40 characters): strips control and format characters and broken surrogates, folds
 * white space and cuts without splitting a character. May give an empty string; doing it twice changes nothing.
 * Which characters the provider does not take is not documented, so all others are left.
 */
export function sanitizeText(text: string, maxLength = 40): string {
  const clean = text
    .replace(/[\s\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (clean.length <= maxLength) return clean;
  const end = Math.max(0, Math.floor(maxLength));
  const last = clean.charCodeAt(end - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return clean.slice(0, splitsPair ? end - 1 : end).trimEnd();
}
