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
  const steps = variants.get(definition.variant).steps;
  const waitsAfterPayment = steps.indexOf('sign') > steps.indexOf('pay');
  const waitDays = waitsAfterPayment ? definition.deadlines.signingDays + 1 : 0;
  const outlives = waitDays <= capabilities.reservationDays;
  // Where nothing is charged in the same step, «now» means that we take it ourselves as soon as it is held.
  const wants = definition.payment.capture === 'reserve' || !capabilities.chargeAtOnce;
  return wants && outlives ? 'reserve' : 'now';
}
