import type { SecretBox } from '@/lib/core/secret-box.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import type { OpenProvider, ProviderOptions } from './provider.ts';
import { providers } from './providers/registry.ts';

/** Base URLs by provider id, where they are not the provider's own. */
export type ProviderUrls = Record<string, string>;

/**
 * Opens the provider of an agreement with its sealed credentials; the owner is part of what the seal is bound to,
 * so that credentials copied to another owner's row do not open.
 * @throws when they do not open, or are not what the provider takes.
 */
export function openAgreement(
  agreement: PaymentAgreement,
  box: SecretBox,
  urls: ProviderUrls,
  options: Omit<ProviderOptions, 'baseUrl' | 'environment'>,
): OpenProvider {
  const config = unseal(box, agreement.credentials, credentialsContext(agreement));
  const registration =
    agreement.registration && unseal(box, agreement.registration, registrationContext(agreement));
  const provider = providers.get(agreement.provider);
  return provider.open(config, {
    environment: agreement.environment,
    baseUrl: urls[provider.id] ?? provider.hosts[agreement.environment].api,
    ...options,
    ...(registration ? { registration } : {}),
  });
}

/** @throws without a word of what is sealed: an error is logged. */
function unseal(box: SecretBox, sealed: string, context: string): unknown {
  const text = box.open(sealed, context);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('What is sealed is not JSON');
  }
}

export function credentialsContext(
  agreement: Pick<PaymentAgreement, 'ownerId' | 'environment' | 'name'>,
): string {
  return `agreement:${agreement.ownerId}:${agreement.environment}:${agreement.name}`;
}

/** What the provider gave at its registration, bound to the same row. */
export function registrationContext(agreement: Parameters<typeof credentialsContext>[0]): string {
  return `${credentialsContext(agreement)}:registration`;
}
