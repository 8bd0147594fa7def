/** Stands for a character that cannot be kept; an answer that has one is refused, so that the person writes it again. */
const replacement = '\ufffd';

/**
 * Text as it came from a post → text that can be stored: one Unicode form (NFC), line ends as `\n`, and NUL, lone surrogates and
 * other control characters, which jsonb and PDFs cannot hold, replaced by U+FFFD.
 */
export function cleanText(text: string): string {
  return storable(text.replace(/\r\n?/g, '\n')).normalize('NFC').trim();
}

/** Text that can be stored and is otherwise as it was posted: a choice's value must be found again. */
export function storable(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, replacement)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, replacement);
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t]+/g, ' ');
}

export function hasLostCharacters(text: string): boolean {
  return cleanText(text).includes(replacement);
}
