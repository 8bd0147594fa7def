/** A reply's JSON lacks a member, or has one of the wrong kind. The message names the member, never its value. */
export class ReplyShapeError extends Error {}

/** A JSON object, not an array and not null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function needRecord(value: unknown, path: string): Record<string, unknown> {
  if (!isRecord(value)) throw new ReplyShapeError(`${path} is not an object`);
  return value;
}

export function needArray(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new ReplyShapeError(`${path} is not a list`);
  return value;
}

export function needText(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '') throw new ReplyShapeError(`${path} is not a text`);
  return value;
}

/** `{currency, value}` with a whole number of minor units, at least 0, that JavaScript holds exactly. */
export function needAmount(value: unknown, path: string): { currency: string; value: number } {
  const amount = needRecord(value, path);
  if (typeof amount.value !== 'number' || !Number.isSafeInteger(amount.value) || amount.value < 0) {
    throw new ReplyShapeError(`${path}.value is not a whole number of minor units`);
  }
  return { currency: needText(amount.currency, `${path}.currency`), value: amount.value };
}
