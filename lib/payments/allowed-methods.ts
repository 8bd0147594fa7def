import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { type CardType, cardTypes, namedMethods } from './payment-method.ts';
import type { ProviderDefinition } from './provider.ts';

/** The same as they lie in the database and in a service's document. */
export interface StoredWays {
  methods?: readonly string[];
  cardTypes?: readonly string[];
}

/**
 * What a case may be paid with, in the provider's names: what the service has narrowed it down to, of what the agreement's
 * contract allows. An empty list is of a contract that says nothing. One that names all that we know does not: its provider may
 * have more, such as invoices, and those are not in it. Kinds of cards are all that there are, so all of them are no limit.
 */
export function allowedWays(
  provider: Pick<ProviderDefinition, 'methods' | 'cardTypes'>,
  contract: StoredWays,
  service: StoredWays = {},
): { methods: string[]; cardTypes: CardType[] } {
  const all = namedMethods(provider).map(({ name }) => name);
  const types = narrow(provider.cardTypes, contract.cardTypes, service.cardTypes).filter(isCardType);
  return {
    methods: narrow(all, contract.methods, service.methods),
    cardTypes: provider.cardTypes.every((type) => types.includes(type)) ? [] : types,
  };
}

/** Whether it was paid in a way that is allowed. What the provider did not tell says nothing; what has no name of ours is not allowed. */
export function isAllowedMethod({
  method,
  methods,
  cardType,
  cardTypes: types,
}: Pick<PaymentAttempt, 'method' | 'methods' | 'cardType' | 'cardTypes'>): boolean {
  if (types.length > 0 && cardType && !types.includes(cardType)) return false;
  return methods.length === 0 || !method || methods.includes(method);
}

/** Whether what a service asks for leaves something of a contract. */
export function leavesSomething(
  { methods: contract = [], cardTypes: types = [] }: StoredWays,
  service: StoredWays,
): boolean {
  return overlaps(contract, service.methods) && overlaps(types, service.cardTypes);
}

function overlaps(contract: readonly string[], wanted: readonly string[] = []): boolean {
  return contract.length === 0 || wanted.length === 0 || wanted.some((name) => contract.includes(name));
}

function narrow(
  all: readonly string[],
  contract: readonly string[] = [],
  service: readonly string[] = [],
): string[] {
  const inContract = contract.length === 0 ? all : contract;
  const both = service.filter((name) => inContract.includes(name));
  if (both.length > 0) return both;
  // A contract that was narrowed after the service was published: what it allows stands.
  return [...(contract.length > 0 ? contract : service)];
}

function isCardType(type: string): type is CardType {
  return cardTypes.some((each) => each === type);
}
