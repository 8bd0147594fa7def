import type { Currency } from '@/lib/core/money.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { allowedWays } from '@/lib/payments/allowed-methods.ts';
import {
  type CardType,
  type Choice,
  choicesOf,
  methodsFor,
  type PaymentMethod,
} from '@/lib/payments/payment-method.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { App } from '../app.ts';
import { variants } from '../variants/registry.ts';

/** How a case may be paid. */
export interface WaysToPay {
  /** In the provider's names, frozen on the attempt; empty lists mean all. */
  allowed: { methods: string[]; cardTypes: CardType[] };
  /** Those that pay in the order's currency; empty when the agreement does not say which it has, and the payment page alone knows. */
  methods: readonly PaymentMethod[];
  /** What the payer chooses from before the payment page opens; empty where she chooses on that page. */
  choices: readonly Choice[];
}

/** What is left when agreement, service and currency have had their say. */
export function waysToPay(
  app: Pick<App, 'openProvider'>,
  agreement: PaymentAgreement,
  payment: ServiceDefinition['payment'],
  currency: Currency,
): WaysToPay {
  const definition = providers.get(agreement.provider);
  const allowed = allowedWays(definition, agreement, payment);
  const { oneChoice } = app.openProvider(agreement).limits(allowed, currency);
  const methods = methodsFor(definition, allowed.methods, currency);
  const choices = oneChoice ? choicesOf(methods) : [];
  const isTold =
    agreement.methods.length > 0 || allowed.methods.length > 0 || definition.methods.length === 1;
  return {
    allowed,
    methods: isTold ? methods : [],
    choices: choices.length > 1 ? choices : [],
  };
}

/** The same of a draft, before there is an order; undefined for a service without payment. */
export async function readWaysToPay(
  app: Pick<App, 'db' | 'openProvider'>,
  submission: Pick<PaymentAgreement, 'ownerId' | 'environment'>,
  definition: ServiceDefinition,
): Promise<WaysToPay | undefined> {
  if (!variants.get(definition.variant).steps.includes('pay')) return undefined;
  const agreement = await agreementOf(app.db, submission, definition);
  return waysToPay(app, agreement, definition.payment, definition.pricing.currency);
}

/** The methods that the payment page is to offer, in the provider's names; empty means all. */
export function offeredMethods({ allowed, methods }: WaysToPay, choice: Choice | undefined): string[] {
  if (choice) return choice.methods.map(({ name }) => name);
  if (allowed.methods.length === 0) return [];
  const offered = methods.map(({ name }) => name);
  return offered.length > 0 ? offered : allowed.methods;
}

/** The agreement that a case is paid under. */
export function agreementOf(
  reader: Reader,
  { ownerId, environment }: Pick<PaymentAgreement, 'ownerId' | 'environment'>,
  { payment }: Pick<ServiceDefinition, 'payment'>,
): Promise<PaymentAgreement> {
  return reader.paymentAgreement.findUniqueOrThrow({
    where: { ownerId_environment_name: { ownerId, environment, name: payment.agreement } },
  });
}
