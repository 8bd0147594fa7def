import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import type { OpenProvider } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';

/**
 * Where a provider sends its messages: the token names the agreement. A provider that is told per payment is told the attempt
 * too; one that is told once for all names it in its messages.
 */
export function messageUrl(
  { portalUrl }: Pick<App, 'portalUrl'>,
  { provider: providerId, endpointToken }: Pick<PaymentAgreement, 'provider' | 'endpointToken'>,
  provider: Pick<OpenProvider, 'register'>,
  attemptId: string | null,
): string {
  const endpoint = `${portalUrl}/api/webhooks/${providerId}/${endpointToken}`;
  return provider.register || attemptId === null ? endpoint : `${endpoint}?attempt=${attemptId}`;
}
