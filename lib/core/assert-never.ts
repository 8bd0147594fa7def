/** Ends an exhaustive switch: unreachable for every value that the type knows. */
export function assertNever(value: never): never {
  // An object may hold answers, and an error is logged.
  throw new Error(`Unexpected value: ${typeof value === 'object' ? 'an object' : String(value)}`);
}
