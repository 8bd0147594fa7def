/** Ends an exhaustive switch: unreachable for every value that the type knows. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
