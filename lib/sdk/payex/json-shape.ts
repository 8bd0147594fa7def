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

/** The address of a resource below the base URL. Opaque, but nothing that could lead elsewhere. */
export function needPath(value: unknown, path: string): string {
  const id = needText(value, path);
  if (!isResourcePath(id)) throw new ReplyShapeError(`${path} is not a path`);
  return id;
}

/** `/psp/paymentorders/<uuid>`: absolute, without host, query, escapes or dot segments. */
export function isResourcePath(value: string): boolean {
  return value.length <= 300 && /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/.test(value);
}

/** An integer of minor units that JavaScript holds exactly. */
export function needAmount(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new ReplyShapeError(`${path} is not an integer amount`);
  }
  return value;
}
