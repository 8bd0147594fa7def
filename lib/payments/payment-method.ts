import type { Currency } from '@/lib/core/money.ts';
import type { Words } from './words.ts';

/** What a card draws on. Evidence may tell of a kind that is neither, which is then not one of the allowed. */
export const cardTypes = ['debit', 'credit'] as const;
export type CardType = (typeof cardTypes)[number];

/** A way to pay, under the provider's own name for it. */
export interface PaymentMethod {
  /** What agreements and services are limited to, and what the provider tells that was used. */
  readonly name: string;
  readonly words: Words;
  /** All cards are one choice for a payer who chooses before the payment page opens. */
  readonly isCard?: boolean;
  /** Absent: every currency of the provider. */
  readonly currencies?: readonly Currency[];
  /** Stands for whatever has no name here: it comes back from the provider, and nobody chooses it. */
  readonly isRest?: boolean;
}

/** What has a name that is none of a provider's others: known by us, so that a service that is limited does not let it in. */
export const otherMethods = {
  name: 'Other',
  words: { nb: 'andre betalingsmåter', nn: 'andre betalingsmåtar', en: 'other payment methods' },
  isRest: true,
} as const satisfies PaymentMethod;

/**
 * Our name of what a provider tells that was used; undefined where it tells nothing. Which letter case it comes in, and what stands
 * between the letters, is seldom written down.
 * @param spellings other names, in small letters alone, and what they mean.
 */
export function methodNamed(
  methods: readonly PaymentMethod[],
  told: string | undefined,
  spellings: Readonly<Record<string, string>> = {},
): string | undefined {
  if (!told) return undefined;
  const plain = plainly(told);
  const named = namedMethods({ methods }).find(({ name }) => plainly(name) === plain);
  return named?.name ?? spellings[plain] ?? otherMethods.name;
}

function plainly(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** What a case may be paid with, methods in the provider's names; an empty list is everything. */
export interface Ways {
  methods: readonly string[];
  cardTypes: readonly CardType[];
}

/** How far a provider's payment page can be held to some ways to pay. */
export interface PageLimits {
  /** It can be held to one choice at a time, and there are several: the payer chooses before it opens. */
  oneChoice: boolean;
  /** Methods that are not allowed, and that the page takes all the same: they are seen to afterwards. */
  slips: readonly string[];
}

/** One thing to choose before the payment page opens: all cards together, or one other method. */
export interface Choice {
  id: string;
  methods: readonly PaymentMethod[];
}

const cards = 'cards';

/** The choices among some methods, in their order. */
export function choicesOf(methods: readonly PaymentMethod[]): Choice[] {
  const choices = new Map<string, PaymentMethod[]>();
  for (const method of methods) {
    const id = method.isCard ? cards : method.name;
    choices.set(id, [...(choices.get(id) ?? []), method]);
  }
  return [...choices].map(([id, among]) => ({ id, methods: among }));
}

/** Methods that agreements and services are limited to, and that payers choose. */
export function namedMethods({ methods }: { methods: readonly PaymentMethod[] }): PaymentMethod[] {
  return methods.filter(({ isRest }) => !isRest);
}

/** Those of them that pay in a currency, of the allowed; an empty list of names allows all. */
export function methodsFor(
  provider: { methods: readonly PaymentMethod[]; currencies: readonly Currency[] },
  allowed: readonly string[],
  currency: Currency,
): PaymentMethod[] {
  if (!provider.currencies.includes(currency)) return [];
  return namedMethods(provider).filter(
    ({ name, currencies }) =>
      (allowed.length === 0 || allowed.includes(name)) && (!currencies || currencies.includes(currency)),
  );
}
