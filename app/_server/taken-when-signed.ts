import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';

/** Whether the money is only held until the last signature: then a payment alone does not count as one. */
export function takenWhenSigned({ variant, payment }: ServiceDefinition): boolean {
  return variants.get(variant).steps.at(-1) === 'sign' && payment.capture === 'reserve';
}
