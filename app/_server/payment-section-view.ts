import type { PaymentSectionView } from '@/components/admin/payment-fields.tsx';
import type { Option } from '@/components/ui/option.ts';
import type { SectionInput } from '@/lib/services/section-input.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { OfferedAgreement, PaymentOffer } from '@/lib/workflow/staff/service-known.ts';
import { cardTypeOptions, methodLabel, oneOf } from './ways-words.ts';

interface Shown {
  input: SectionInput;
  stored: SectionInput;
  offer: PaymentOffer;
  conflict?: object;
}

/** What a service is paid under and with: every choice, and what the provider can do of it. */
export function paymentSectionView(
  { input, stored, offer, conflict }: Shown,
  t: Translate,
): PaymentSectionView {
  const { agreement } = offer;
  const methods = (agreement?.methods ?? []).map(({ name, words }) => ({
    value: name,
    label: words[t.language],
  }));
  const types = cardTypeOptions(agreement?.cardTypes ?? [], t);
  const ticked = (
    options: readonly Option[],
    chosen: readonly string[] = [],
    now: readonly string[] = [],
  ) => {
    const inWords = (names: readonly string[]) =>
      names
        .map((name) => options.find(({ value }) => value === name)?.label ?? methodLabel(name, t))
        .join(', ') || t('adminService.allMethods');
    return {
      // What is chosen stays visible also when the agreement no longer has it.
      options: [...options, ...unknownOf(options, chosen, t)],
      chosen,
      ...(conflict && inWords(now) !== inWords(chosen) && { theirs: inWords(now) }),
    };
  };
  const chosen = input.agreement ?? '';
  const named = (name = '') => offer.agreements.find((each) => each.name === name)?.displayName ?? name;
  return {
    agreements: [
      ...(agreement ? [] : [{ value: chosen, label: chosen }]),
      ...offer.agreements.map(({ name, displayName }) => ({ value: name, label: displayName })),
    ],
    agreement: chosen,
    ...(conflict && stored.agreement !== chosen && { agreementTheirs: named(stored.agreement) }),
    methods: ticked(methods.length > 1 ? methods : [], input.methods, stored.methods),
    cardTypes: ticked(types, input.cardTypes, stored.cardTypes),
    notes: agreement ? notesOf(agreement, t) : [t('adminService.agreementGone')],
  };
}

function unknownOf(options: readonly Option[], chosen: readonly string[], t: Translate): Option[] {
  return chosen
    .filter((name) => !options.some(({ value }) => value === name))
    .map((name) => ({
      value: name,
      label: t('adminService.notInAgreement', { name: methodLabel(name, t) }),
    }));
}

/** How the limits are kept: on the payment page, or only when it has been paid. */
function notesOf(
  { providerTitle: provider, methods, cardTypes, choosesFirst }: OfferedAgreement,
  t: Translate,
) {
  const after = methods.filter(({ keptOut }) => !keptOut).map(({ words }) => words[t.language]);
  const isOnly = methods.length === 1 ? methods[0]?.words[t.language] : undefined;
  return [
    ...(isOnly ? [t('adminService.noteOnly', { provider, method: isOnly })] : []),
    ...(choosesFirst ? [t('adminService.noteChooses', { provider })] : []),
    ...(after.length > 0 ? [t('adminService.noteAfter', { provider, methods: oneOf(after, t) })] : []),
    ...(after.length === 0 && !isOnly ? [t('adminService.noteKeptOut', { provider })] : []),
    ...(cardTypes.length === 0 ? [t('adminService.noteCardTypes', { provider })] : []),
  ];
}
