import { DibsMessageError } from './errors.ts';

const MAX_MESSAGE_BYTES = 100_000;

/**
 * The fields of a posted form exactly as they were signed: every name and value, in order. Strict where the platform's own
 * parser mends (broken UTF-8 would become U+FFFD and a wrong MAC without a reason). Throws DibsMessageError.
 */
export function decodeForm(rawBody: string | Uint8Array): [string, string][] {
  if (rawBody.length > MAX_MESSAGE_BYTES) throw new DibsMessageError('malformed', 'The message is too large');
  try {
    const text =
      typeof rawBody === 'string' ? rawBody : new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
    return text
      .split('&')
      .filter((pair) => pair !== '')
      .map(decodePair);
  } catch {
    // No cause: a decoder's message may quote the body.
    throw new DibsMessageError('malformed', 'The message is not a form in UTF-8');
  }
}

function decodePair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
