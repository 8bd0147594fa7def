import { VippsUsageError } from './errors.ts';

/** Vipps MobilePay's test API, with its own keys and its own app. Source: the official OpenAPI files. */
export const VIPPS_TEST_BASE_URL = 'https://apitest.vipps.no';

/** Vipps MobilePay's live API: real money. */
export const VIPPS_LIVE_BASE_URL = 'https://api.vipps.no';

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Checks a base URL once, when the client is made, and gives it without a trailing slash.
 * Keys and tokens travel in headers, so plain http is only accepted towards this machine,
 * or anywhere when `allowHttp` says that the caller knows (a sandbox on a private network).
 * Throws VippsUsageError.
 */
export function checkBaseUrl(baseUrl: string, allowHttp: boolean): { href: string; insecure: boolean } {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new VippsUsageError('baseUrl is not an absolute URL', 'client');
  }
  const insecure = url.protocol === 'http:';
  if (url.protocol !== 'https:' && !(insecure && (allowHttp || LOOPBACK_HOSTS.has(url.hostname)))) {
    throw new VippsUsageError(
      'baseUrl must be https (http only towards this machine, or with allowHttp)',
      'client',
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new VippsUsageError('baseUrl must not carry credentials, a query or a fragment', 'client');
  }
  return { href: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, insecure };
}
