/**
 * Makes text safe for the provider's text fields (order reference, item reference, name, unit):
 * strips `< > ' " & \`, control and format characters and broken surrogates, folds white space and cuts
 * to `maxLength` UTF-16 units (128 in those fields, 36 in `myReference`) without splitting a character.
 * May give an empty string; doing it twice changes nothing.
 */
export function sanitizeText(text: string, maxLength = 128): string {
  const clean = text
    .replace(/[\s\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[<>'"&\\\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return cut(clean, maxLength).trimEnd();
}

function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) {
    return text;
  }
  const end = Math.max(0, Math.floor(maxLength));
  const last = text.charCodeAt(end - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? end - 1 : end);
}
