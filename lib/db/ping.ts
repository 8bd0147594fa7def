import type { Reader } from './client.ts';

/** Asks the database whether it is there. @throws when it is not. */
export async function ping(reader: Reader): Promise<void> {
  await reader.$queryRaw`select 1`;
}
