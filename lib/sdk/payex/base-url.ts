import { PayexUsageError } from './errors.ts';

/** The external integration (test) API. Source: the provider's own documentation. */
export const PAYEX_TEST_BASE_URL = 'https://api.externalintegration.payex.com';

/** The live API: real money. */
export const PAYEX_LIVE_BASE_URL = 'https://api.payex.com';

/** Where the payment pages of each environment are: the origins a payer is sent to. */
export const PAYEX_TEST_PAGE_ORIGIN = 'https://ecom.externalintegration.payex.com';
export const PAYEX_LIVE_PAGE_ORIGIN = 'https://ecom.payex.com';

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Checks a base URL once, when the client is made, and gives it without a trailing slash.
 * The access token travels in a header, so plain http is only accepted towards this machine,
 * or anywhere when `allowHttp` says that the caller knows (a sandbox on a private network).
 * Throws PayexUsageError.
 */
export function checkBaseUrl(baseUrl: string, allowHttp: boolean): { href: string; insecure: boolean } {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new PayexUsageError('baseUrl is not an absolute URL', 'client');
  }
  const insecure = url.protocol === 'http:';
  if (url.protocol !== 'https:' && !(insecure && (allowHttp || LOOPBACK_HOSTS.has(url.hostname)))) {
    throw new PayexUsageError(
      'baseUrl must be https (http only towards this machine, or with allowHttp)',
      'client',
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new PayexUsageError('baseUrl must not carry credentials, a query or a fragment', 'client');
  }
  return { href: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, insecure };
}
