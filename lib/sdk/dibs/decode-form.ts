import { DibsMessageError } from './errors.ts';

const MAX_MESSAGE_BYTES = 100_000;

/**
 * The fields of a posted form exactly as they were signed: every name and value, in order. Strict where the platform's own
 * parser mends (broken UTF-8 would become U+FFFD and a wrong MAC without a reason). Throws DibsMessageError.
 */
export function decodeForm(rawBody: string | Uint8Array): [string, string][] {
  return decodePairs(rawBody, {
    toText: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    decode: decodeURIComponent,
    problem: 'The message is not a form in UTF-8',
  });
}

/** The same of a sender that writes UTF-8 at one time and Latin-1 at another: what is not the first is the second. */
export function decodeEitherForm(rawBody: string | Uint8Array, operation: string): [string, string][] {
  return decodePairs(rawBody, {
    toText: (bytes) => Buffer.from(bytes).toString('latin1'),
    decode: decodeEither,
    problem: 'The message is not a form',
    operation,
  });
}

interface Decoding {
  toText(bytes: Uint8Array): string;
  decode(text: string): string;
  problem: string;
  operation?: string;
}

function decodePairs(rawBody: string | Uint8Array, decoding: Decoding): [string, string][] {
  const { toText, decode, problem, operation } = decoding;
  if (rawBody.length > MAX_MESSAGE_BYTES)
    throw new DibsMessageError('malformed', 'The message is too large', operation);
  const plain = (text: string) => decode(text.replaceAll('+', ' '));
  try {
    return (typeof rawBody === 'string' ? rawBody : toText(rawBody))
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return at < 0 ? [plain(pair), ''] : [plain(pair.slice(0, at)), plain(pair.slice(at + 1))];
      });
  } catch {
    // No cause: a decoder's message may quote the body.
    throw new DibsMessageError('malformed', problem, operation);
  }
}

function decodeEither(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    if (/%(?![0-9a-f]{2})/i.test(text)) throw new Error('a broken escape');
    return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}
