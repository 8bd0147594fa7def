import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { providers } from './providers/registry.ts';

/**
 * The methods that a case may be paid with, in the provider's names: those that the service has narrowed it down to, of those
 * that the agreement's contract allows. Empty means all.
 */
export function allowedMethods(
  contract: readonly string[],
  service: readonly string[] | undefined,
): string[] {
  if (!service?.length) return [...contract];
  if (contract.length === 0) return [...service];
  const both = service.filter((method) => contract.includes(method));
  // A contract that was narrowed after the service was published: what it allows stands.
  return both.length > 0 ? both : [...contract];
}

/** Whether it was paid in a way that is allowed. A name that the provider never gave us says nothing. */
export function isAllowedMethod({
  provider,
  method,
  methods,
}: Pick<PaymentAttempt, 'provider' | 'method' | 'methods'>): boolean {
  if (methods.length === 0 || !method) return true;
  return methods.includes(method) || !providers.get(provider).methods.includes(method);
}
