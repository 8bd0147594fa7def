import { NetsUsageError } from './errors.ts';

/** Nexi Checkout's test API. Source: the provider's own SDK. */
export const NETS_TEST_BASE_URL = 'https://test.api.dibspayment.eu';

/** Nexi Checkout's live API: real money. */
export const NETS_LIVE_BASE_URL = 'https://api.dibspayment.eu';

/** The browser script for embedded checkout, per environment. */
export const NETS_TEST_CHECKOUT_SCRIPT_URL = 'https://test.checkout.dibspayment.eu/v1/checkout.js?v=1';
export const NETS_LIVE_CHECKOUT_SCRIPT_URL = 'https://checkout.dibspayment.eu/v1/checkout.js?v=1';

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Checks a base URL once, when the client is made, and gives it without a trailing slash.
 * The secret key travels in a header, so plain http is only accepted towards this machine,
 * or anywhere when `allowHttp` says that the caller knows (a sandbox on a private network).
 * Throws NetsUsageError.
 */
export function checkBaseUrl(baseUrl: string, allowHttp: boolean): { href: string; insecure: boolean } {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new NetsUsageError('baseUrl is not an absolute URL', 'client');
  }
  const insecure = url.protocol === 'http:';
  if (url.protocol !== 'https:' && !(insecure && (allowHttp || LOOPBACK_HOSTS.has(url.hostname)))) {
    throw new NetsUsageError(
      'baseUrl must be https (http only towards this machine, or with allowHttp)',
      'client',
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new NetsUsageError('baseUrl must not carry credentials, a query or a fragment', 'client');
  }
  return { href: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, insecure };
}
