import { createHash } from 'node:crypto';

/** `md5(key2 + md5(key1 + "name=value&…"))` over the fields given, in the order given. */
export function md5Of(fields: [string, string][], { key1, key2 }: { key1: string; key2: string }): string {
  const text = fields.map(([name, value]) => `${name}=${value}`).join('&');
  return hash(key2 + hash(key1 + text));
}

function hash(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
