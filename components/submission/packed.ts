/**
 * A value on its way to the browser as JSON text. React writes and reads every property of an object by itself, first on the server
 * to draw the page and again in the browser; a text goes as it is.
 */
export type Packed<T> = string & { readonly packed: T };

/** @param value plain data: what JSON has no word for is left out. */
export function pack<T>(value: T): Packed<T> {
  return JSON.stringify(value) as Packed<T>;
}

export function unpack<T>(packed: Packed<T>): T {
  return JSON.parse(packed) as T;
}
