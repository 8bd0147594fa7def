import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { type CardType, cardTypes, namedMethods } from './payment-method.ts';
import type { ProviderDefinition } from './provider.ts';
import { providers } from './providers/registry.ts';

/** The same as they lie in the database and in a service's document. */
export interface StoredWays {
  methods?: readonly string[];
  cardTypes?: readonly string[];
}

/**
 * What a case may be paid with, in the provider's names: what the service has narrowed it down to, of what the agreement's
 * contract allows. Empty lists mean all, as do lists that leave nothing out.
 */
export function allowedWays(
  provider: Pick<ProviderDefinition, 'methods' | 'cardTypes'>,
  contract: StoredWays,
  service: StoredWays = {},
): { methods: string[]; cardTypes: CardType[] } {
  const all = namedMethods(provider).map(({ name }) => name);
  return {
    methods: narrow(all, contract.methods, service.methods),
    cardTypes: narrow(provider.cardTypes, contract.cardTypes, service.cardTypes).filter(isCardType),
  };
}

/** Whether it was paid in a way that is allowed. What the provider did not tell, or in words that it never gave us, says nothing. */
export function isAllowedMethod({
  provider,
  method,
  methods,
  cardType,
  cardTypes: types,
}: Pick<PaymentAttempt, 'provider' | 'method' | 'methods' | 'cardType' | 'cardTypes'>): boolean {
  if (types.length > 0 && cardType && !types.includes(cardType)) return false;
  if (methods.length === 0 || !method) return true;
  return methods.includes(method) || !providers.get(provider).methods.some(({ name }) => name === method);
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
  // A contract that was narrowed after the service was published: what it allows stands.
  const allowed = both.length > 0 ? both : contract.length > 0 ? contract : service;
  return all.every((name) => allowed.includes(name)) ? [] : [...allowed];
}

function isCardType(type: string): type is CardType {
  return cardTypes.some((each) => each === type);
}
