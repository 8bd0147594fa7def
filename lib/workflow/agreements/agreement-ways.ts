import { leavesSomething, type StoredWays } from '@/lib/payments/allowed-methods.ts';
import { namedMethods } from '@/lib/payments/payment-method.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';

/** What the form says that a contract allows. */
export interface WaysInput {
  displayName: string;
  methods: readonly string[];
  cardTypes: readonly string[];
}

/** `name_taken`: another agreement of the owner is called so. */
export type WaysProblem = 'name' | 'name_taken' | 'methods' | 'cardTypes';

/** What cannot be used of it: a name of 1 to 80 characters, at least one method, and only what the provider has. */
export function waysProblems(
  provider: string,
  { displayName, methods, cardTypes }: WaysInput,
): WaysProblem[] {
  const definition = providers.get(provider);
  const known = namedMethods(definition).map(({ name }) => name);
  const told: readonly string[] = definition.cardTypes;
  const fits = displayName.length > 0 && displayName.length <= 80 && !/\p{Cc}/u.test(displayName);
  return [
    ...(fits ? [] : ['name' as const]),
    ...(methods.length > 0 && methods.every((name) => known.includes(name)) ? [] : ['methods' as const]),
    ...((told.length === 0 || cardTypes.length > 0) && cardTypes.every((type) => told.includes(type))
      ? []
      : ['cardTypes' as const]),
  ];
}

/** Each once, in the provider's order; every kind of card is the same as not limited to any. */
export function storedWays(
  provider: string,
  { methods, cardTypes }: WaysInput,
): { methods: string[]; cardTypes: string[] } {
  const definition = providers.get(provider);
  const types = definition.cardTypes.filter((type) => cardTypes.includes(type));
  return {
    methods: namedMethods(definition)
      .map(({ name }) => name)
      .filter((name) => methods.includes(name)),
    cardTypes: types.length === definition.cardTypes.length ? [] : types,
  };
}

/** Services that could not be paid any more if an agreement allowed no more than this. */
export function strandedBy<S extends { definition: ServiceDefinition }>(
  contract: StoredWays,
  services: readonly S[],
): S[] {
  return services.filter(({ definition }) => !leavesSomething(contract, definition.payment));
}
