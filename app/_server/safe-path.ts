const base = 'http://portal.invalid';

/** A path on this portal that came from outside (`next`), or the fallback: never another site, whatever the spelling. */
export function safePath(value: unknown, fallback = '/'): string {
  // Browsers drop some control characters, and then `/<tab>/` is another site.
  if (
    typeof value !== 'string' ||
    value.length > 2000 ||
    !value.startsWith('/') ||
    /[\u0000-\u001f\\]/.test(value)
  )
    return fallback;
  if (!URL.canParse(value, base)) return fallback;
  const url = new URL(value, base);
  return url.origin === base && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : fallback;
}
