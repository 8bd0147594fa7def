/** A reply lacks a member, or has one of the wrong kind. The message names the member, never its value. */
export class ReplyShapeError extends Error {}

/** The reply's JSON object; throws ReplyShapeError. */
export function parseObject(text: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // No cause: the parser's message quotes the body.
    throw new ReplyShapeError('not JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new ReplyShapeError('not a JSON object');
  return json as Record<string, unknown>;
}

/** A text, or a number as text (ids come both ways in this API's history); undefined when absent or empty. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
