import { headers } from 'next/headers';

/** What the proxy told about this request; `/` and no nonce where it did not run. */
export async function requestInfo(): Promise<{ path: string; nonce?: string }> {
  const all = await headers();
  return { path: all.get('x-kvitt-path') ?? '/', nonce: all.get('x-kvitt-nonce') ?? undefined };
}
