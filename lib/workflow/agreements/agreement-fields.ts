import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { type AgreementField, agreementFields } from '@/lib/payments/agreement-field.ts';
import { credentialsContext } from '@/lib/payments/open-agreement.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { App } from '../app.ts';

/** An agreement's credentials as they are stored: a member of a field that keeps old values may be a list. */
export type Credentials = Record<string, unknown>;

/** @throws for an agreement whose seal does not open. */
export function openCredentials(app: Pick<App, 'box'>, agreement: PaymentAgreement): Credentials {
  return JSON.parse(app.box.open(agreement.credentials, credentialsContext(agreement))) as Credentials;
}

export function sealCredentials(
  app: Pick<App, 'box'>,
  agreement: Parameters<typeof credentialsContext>[0],
  credentials: Credentials,
): string {
  return app.box.seal(JSON.stringify(credentials), credentialsContext(agreement));
}

/** The fields of an agreement's form, in the order of its provider's schema. */
export function fieldsOf(provider: string): AgreementField[] {
  return agreementFields(providers.get(provider).config);
}

/** Names of the fields whose values cannot be used; empty when all can. */
export function unusableFields(provider: string, credentials: Credentials): string[] {
  const parsed = providers.get(provider).config.safeParse(credentials);
  return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))];
}

/** Names of the fields that hold old values beside the one in use. */
export function fieldsWithOld(provider: string, credentials: Credentials): string[] {
  return fieldsOf(provider)
    .filter(({ name, keepsOld }) => keepsOld && listOf(credentials[name]).length > 1)
    .map(({ name }) => name);
}

/** The value in use first. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
