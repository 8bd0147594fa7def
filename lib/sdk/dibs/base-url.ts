import { DibsUsageError } from './errors.ts';

/** Where the payer's browser posts the form (D2 accounts). Test payments go here too, marked `test=1`. */
export const DIBS_WINDOW_URL = 'https://payment.dibspayment.com/dpw/entrypoint';

/** The same for older accounts (DT). */
export const DIBS_WINDOW_DT_URL = 'https://sat1.dibspayment.com/dibspaymentwindow/entrypoint';

/** The JSON API of the documentation and of a recording of the real one. */
export const DIBS_API_BASE_URL = 'https://api.dibspayment.com';

/** The JSON API's host in the provider's own shop module; which field name it takes there is not verified. */
export const DIBS_API_V2_BASE_URL = 'https://v2.api.dibspayment.com';

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Checks an address once, when the client is made, and gives it without a trailing slash.
 * Plain http is only accepted towards this machine, or anywhere when `allowHttp` says that the caller knows.
 * Throws DibsUsageError.
 */
export function checkBaseUrl(
  text: string,
  name: string,
  allowHttp: boolean,
): { href: string; insecure: boolean } {
  if (!URL.canParse(text)) throw new DibsUsageError(`${name} is not an absolute URL`, 'client');
  const url = new URL(text);
  const insecure = url.protocol === 'http:';
  if (url.protocol !== 'https:' && !(insecure && (allowHttp || LOOPBACK_HOSTS.has(url.hostname)))) {
    throw new DibsUsageError(
      `${name} must be https (http only towards this machine, or with allowHttp)`,
      'client',
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new DibsUsageError(`${name} must not carry credentials, a query or a fragment`, 'client');
  }
  return { href: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, insecure };
}
