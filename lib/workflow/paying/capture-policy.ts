import type { OpenProvider } from '@/lib/payments/provider.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { variants } from '../variants/registry.ts';

/**
 * Money is only reserved when it must wait for something and the reservation surely outlives the wait: the signing
 * deadline lies within the provider's reservation life (rule 4). Otherwise it is taken at once, and goes back on refusal.
 */
export function capturePolicy(definition: ServiceDefinition, provider: OpenProvider): 'now' | 'reserve' {
  const { capabilities } = provider;
  if (!capabilities.capture || !capabilities.cancel) return 'now';
  if (!capabilities.chargeAtOnce) return 'reserve';
  const steps = variants.get(definition.variant).steps;
  const waitsAfterPayment = steps.indexOf('sign') > steps.indexOf('pay');
  const waitDays = waitsAfterPayment ? definition.deadlines.signingDays + 1 : 0;
  return definition.payment.capture === 'reserve' && waitDays <= capabilities.reservationDays
    ? 'reserve'
    : 'now';
}
