/** Where ids and secrets come from: passed in like the clock. */
export interface Ids {
  uuid(): string;
  /** Unguessable, `bytes` random bytes as lower-case hex. */
  token(bytes?: number): string;
}

export const systemIds: Ids = {
  uuid: () => globalThis.crypto.randomUUID(),
  token: (bytes = 32) =>
    Array.from(globalThis.crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
};

/** Ids in URLs are checked before they reach the database: anything else is simply not found. */
export function isUuid(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value)
  );
}
