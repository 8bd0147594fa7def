import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON: the same document gives the same bytes, whatever order its keys came in. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Nothing to canonicalize');
  return text;
}
