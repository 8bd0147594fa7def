import { env, isDevServer } from '@/lib/core/env.ts';
import { agreedProviders } from '@/lib/payments/agreed-providers.ts';
import { paymentPageOrigins } from '@/lib/payments/payment-page-origins.ts';
import { app } from '@/lib/workflow/app.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** The security headers of one page, with the nonce that its scripts and styles carry. */
export async function securityHeaders(nonce: string): Promise<Record<string, string>> {
  const config = env();
  return {
    'content-security-policy': contentSecurityPolicy({
      nonce,
      signInIssuers: [config.IDPORTEN_ISSUER, config.ANSATTPORTEN_ISSUER],
      paymentOrigins: paymentPageOrigins(await agreedProviders(app()), config.PROVIDER_BASE_URLS),
      development: isDevServer(),
    }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(config.PORTAL_URL.startsWith('https:') && {
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    }),
  };
}

/** A value that nobody can guess, for one page. */
export function newNonce(): string {
  return btoa(crypto.randomUUID());
}
