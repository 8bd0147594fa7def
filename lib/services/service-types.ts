import { newRegistry } from '@/lib/core/registry.ts';

/** What a kind of service may have. */
export interface ServiceType {
  readonly id: string;
  /** Whether its workflow may have a payment step: payment goes with services that submit something. */
  readonly payment: boolean;
}

/** One line per kind of service. */
export const serviceTypes = newRegistry<ServiceType>('Service type', [{ id: 'submission', payment: true }]);
