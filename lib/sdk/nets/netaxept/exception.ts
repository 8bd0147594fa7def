import {
  NetsAuthenticationError,
  type NetsError,
  type NetsErrorDetails,
  type NetsOutcome,
} from '../errors.ts';
import { type BankResult, NetaxeptExceptionError, NetaxeptNotFoundError } from './errors.ts';
import { hideDigits } from './hide-digits.ts';
import type { XmlElement } from './read-xml.ts';
import { child, textOf } from './xml-shape.ts';

/** Kinds of exceptions that are a no, whatever they say. Others exist, of which nothing is published. */
const refusals = new Set([
  'AuthenticationException',
  'ValidationException',
  'QueryException',
  'BBSException',
]);

/** What was recorded, or asserted against the test system, under any name; of a wrong state for ANNUL alone. Nothing was carried out. */
const refusedMessages = [
  /^Process setup has not been run/i,
  /^Unable to translate supermerchant/i,
  /^Unable to authenticate merchant/i,
  /^Unable to credit more than captured amount/i,
  /^Unable to [a-z]+, wrong state/i,
  /^Unable to find transaction/i,
  /^[A-Za-z]+:Required$/,
];

/** The error in an `<Exception>` document; undefined for any other document. */
export function exceptionIn(
  root: XmlElement,
  details: (outcome: NetsOutcome) => NetsErrorDetails,
): NetsError | undefined {
  if (root.name !== 'Exception') return undefined;
  const error = child(root, 'Error');
  const type = (error?.attributes.type ?? 'Exception').slice(0, 100);
  const said = hideDigits(textOf(error, 'Message') ?? '');
  const message = said ? `${type}: ${said}` : type;
  const isNo = refusals.has(type) || refusedMessages.some((pattern) => pattern.test(said));
  const found = details(isNo ? 'refused' : 'unknown');
  if (type === 'AuthenticationException' || /^Unable to authenticate merchant/i.test(said))
    return new NetsAuthenticationError(message, found);
  const exception = { type, result: resultOf(child(error, 'Result')) };
  return /^Unable to find transaction/i.test(said)
    ? new NetaxeptNotFoundError(message, exception, found)
    : new NetaxeptExceptionError(message, exception, found);
}

function resultOf(result: XmlElement | undefined): BankResult | undefined {
  const responseCode = textOf(result, 'ResponseCode');
  if (responseCode === undefined) return undefined;
  const text = textOf(result, 'ResponseText');
  return {
    responseCode,
    responseSource: textOf(result, 'ResponseSource'),
    ...(text !== undefined && { responseText: hideDigits(text) }),
  };
}
