import type { Currency } from '@/lib/core/money.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { methodsFor } from '@/lib/payments/payment-method.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';

/** What is looked at of an owner's agreement: no credentials. */
export type KnownAgreement = Pick<PaymentAgreement, 'name' | 'displayName' | 'provider' | 'methods'>;

/** The agreement that a draft is made with, and why that one. */
export interface ChosenAgreement {
  name: string;
  /** What employees call it; absent when the owner has none of the name. */
  displayName?: string;
  because: 'asked' | 'byHand' | 'only' | 'onlyFitting' | 'firstFitting' | 'noneFits';
  /** Whether anything under it is paid in the service's currency. */
  fits: boolean;
  currency: Currency;
  /** Names of the owner's other agreements. */
  others: string[];
}

interface Wish {
  currency: Currency;
  /** Name given with `--agreement`. */
  asked?: string;
  /** Name that stands in the file given with `--with`. */
  byHand?: string;
}

/**
 * The agreement of an imported service, of its owner's by name: the one that was asked for, else the one that takes the
 * service's currency. `unknown` when the owner has none of the name that was asked for; undefined when the owner has none at
 * all and the file by hand names none.
 */
export function chooseAgreement(
  agreements: readonly KnownAgreement[],
  { currency, asked, byHand }: Wish,
): ChosenAgreement | 'unknown' | undefined {
  const names = agreements.map(({ name }) => name);
  const fitting = agreements.filter((each) => takes(each, currency)).map(({ name }) => name);
  const chosen = (name: string, because: ChosenAgreement['because']) => ({
    ...{ name, because, currency },
    displayName: agreements.find((each) => each.name === name)?.displayName,
    fits: fitting.includes(name),
    others: names.filter((each) => each !== name),
  });
  if (asked !== undefined) return names.includes(asked) ? chosen(asked, 'asked') : 'unknown';
  if (byHand !== undefined) return chosen(byHand, 'byHand');
  const [first] = names;
  const [fit] = fitting;
  if (first === undefined) return undefined;
  if (names.length === 1) return chosen(first, 'only');
  if (fit === undefined) return chosen(first, 'noneFits');
  return chosen(fit, fitting.length === 1 ? 'onlyFitting' : 'firstFitting');
}

function takes({ provider, methods }: KnownAgreement, currency: Currency): boolean {
  const known = providers.find(provider);
  return known !== undefined && methodsFor(known, methods, currency).length > 0;
}

const reasons: Record<ChosenAgreement['because'], TextKey> = {
  asked: 'altinnImport.agreementAsked',
  byHand: 'altinnImport.agreementByHand',
  only: 'altinnImport.agreementOnly',
  onlyFitting: 'altinnImport.agreementOnlyFitting',
  firstFitting: 'altinnImport.agreementFirstFitting',
  noneFits: 'altinnImport.agreementNoneFits',
};

/** What the report says of it: which was taken and why, whether it will do, and how to take another one. */
export function agreementReport(chosen: ChosenAgreement | undefined, t: Translate): string {
  const title = t('altinnImport.agreementTitle');
  return `\n${[title, '-'.repeat(title.length), ...sentences(chosen, t)].join('\n')}\n`;
}

function sentences(chosen: ChosenAgreement | undefined, t: Translate): string[] {
  if (!chosen) return [t('altinnImport.agreementNone')];
  const { displayName, because, fits, currency, others } = chosen;
  const name = displayName ? `${displayName} (${chosen.name})` : chosen.name;
  const isToldAlready = because === 'noneFits';
  return [
    t(reasons[because], { name, currency }),
    ...(fits || isToldAlready ? [] : [t('altinnImport.agreementUnfit', { currency })]),
    others.length > 0
      ? t('altinnImport.agreementChange', { others: others.join(', ') })
      : t('altinnImport.agreementOther'),
  ];
}
