import type { AgreedProvider } from './agreed-providers.ts';
import type { ProviderUrls } from './open-agreement.ts';
import { providers } from './providers/registry.ts';

/**
 * Origins of payment pages that a form of ours may lead to, each once: for the content security policy. One whose provider is no
 * longer known here takes nobody anywhere.
 */
export function paymentPageOrigins(agreed: readonly AgreedProvider[], urls: ProviderUrls): string[] {
  const origins = agreed.flatMap(({ provider, environment }) => {
    const url = urls[provider];
    return url ? [new URL(url).origin] : (providers.find(provider)?.hosts[environment].pages ?? []);
  });
  return [...new Set(origins)];
}
