import type { NewAgreementProps } from '@/components/admin/new-agreement-page.tsx';
import { agreementFields } from '@/lib/payments/agreement-field.ts';
import { namedMethods } from '@/lib/payments/payment-method.ts';
import type { ProviderDefinition } from '@/lib/payments/provider.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { type AgreementTry, fieldView, keysProblem, waysView } from './agreement-view.ts';

/** The form of a new agreement with a provider: to begin with, or as it was posted. */
export function newAgreementView(
  provider: ProviderDefinition,
  t: Translate,
  { ways, keys }: AgreementTry = {},
  environment: 'live' | 'test' = 'live',
): Omit<NewAgreementProps, 't'> {
  const { id, title, cardTypes } = provider;
  const methods = namedMethods(provider);
  const fresh = { displayName: title, methods: [], cardTypes };
  return {
    provider: id,
    title: t('agreements.newTitleWith', { provider: title }),
    environment,
    fields: agreementFields(provider.config).map((field) => fieldView(field, field.initial, keys, t)),
    ways: waysView({ methods, cardTypes }, ways?.input ?? fresh, ways?.problems ?? [], t),
    keysProblem: keysProblem(keys?.problem, t),
  };
}
