import type { Fact } from '@/components/portal/service-facts.tsx';
import { formatMoney } from '@/lib/core/money.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { takenWhenSigned } from './taken-when-signed.ts';

/** The short facts of a service's page, in words. `price` is already in words. */
export function serviceFacts(definition: ServiceDefinition, price: string, t: Translate): Fact[] {
  return [
    { term: t('portal.factPrice'), detail: price },
    { term: t('portal.factWho'), detail: t(whoKey(definition.actingParties)) },
    { term: t('portal.factSignIn'), detail: signIn(definition, t) },
    { term: t('portal.factReceived'), detail: t(receivedKey(definition)) },
    ...deadlines(definition, t),
    ...withdrawals(definition, t),
  ];
}

function receivedKey(definition: ServiceDefinition) {
  if (definition.received !== 'paid') return 'portal.receivedSubmitted';
  return takenWhenSigned(definition) ? 'portal.receivedPaidSigned' : 'portal.receivedPaid';
}

function whoKey(parties: ServiceDefinition['actingParties']) {
  if (parties.length > 1) return 'portal.whoBoth';
  return parties[0] === 'organisation' ? 'portal.whoOrganisation' : 'portal.whoPerson';
}

function signIn({ signIn, signing }: ServiceDefinition, t: Translate): string {
  const high = signIn.acr === 'idporten-loa-high';
  const level = t(high ? 'portal.levelHigh' : 'portal.levelSubstantial');
  return !high && signing?.acr === 'idporten-loa-high' ? `${level}. ${t('portal.levelSigning')}` : level;
}

/** An issued claim has its own due date, which the message box shows. */
function deadlines({ variant, deadlines: days }: ServiceDefinition, t: Translate): Fact[] {
  const { fill, steps } = variants.get(variant);
  if (!fill) return [];
  const sentences = [
    t('portal.deadlineDraft', { days: days.draftDays }),
    t('portal.deadlinePayment', { days: days.paymentDays }),
    ...(steps.includes('sign') ? [t('portal.deadlineSigning', { days: days.signingDays })] : []),
  ];
  return [{ term: t('portal.factDeadlines'), detail: sentences.join('\n') }];
}

/** Whoever did not fill in a claim does not withdraw it. */
function withdrawals({ variant, withdrawal, pricing }: ServiceDefinition, t: Translate): Fact[] {
  if (!variants.get(variant).fill) return [];
  const sentences = [t('portal.withdrawBefore'), ...afterCompletion(withdrawal, pricing.currency, t)];
  return [{ term: t('portal.factWithdrawal'), detail: sentences.join('\n') }];
}

function afterCompletion(
  policy: ServiceDefinition['withdrawal'],
  currency: ServiceDefinition['pricing']['currency'],
  t: Translate,
): string[] {
  if (!policy) return [t('portal.withdrawNever')];
  const { days, untilHandled, keptMinor = 0 } = policy;
  const until =
    days === undefined
      ? t('portal.withdrawUntilHandled')
      : t(untilHandled ? 'portal.withdrawBoth' : 'portal.withdrawDays', { days });
  const amount = formatMoney({ amountMinor: keptMinor, currency }, t.language);
  return [until, keptMinor > 0 ? t('portal.withdrawBackBut', { amount }) : t('portal.withdrawBackAll')];
}
