import { NetsUsageError } from './errors.ts';

/**
 * The hosted page's URL with `language` set, e.g. `withLanguage(url, 'nb-NO')`.
 * Other parameters are left byte for byte as they were. Seen in use in the public sector (Altinn);
 * not confirmed by the provider's own text. Throws NetsUsageError for a malformed URL or language.
 */
export function withLanguage(checkoutUrl: string, language: string): string {
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(language)) {
    throw new NetsUsageError('language must look like nb-NO', 'withLanguage');
  }
  let url: URL;
  try {
    url = new URL(checkoutUrl);
  } catch {
    throw new NetsUsageError('the checkout URL is not an absolute URL', 'withLanguage');
  }
  const others = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !/^language(=|$)/.test(pair));
  url.search = [...others, `language=${language}`].join('&');
  return url.href;
}
