import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import type { CardType, PaymentMethod } from '@/lib/payments/payment-method.ts';
import { cardTypes, methodsFor, namedMethods } from '@/lib/payments/payment-method.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { OwnService } from '@/lib/services/own-service.ts';
import type { KnownHere } from '@/lib/services/publish-draft.ts';
import type { App } from '../app.ts';
import { variants } from '../variants/registry.ts';

/** What a service may be paid with, for the employee who decides. */
export interface PaymentOffer {
  agreements: readonly { name: string; displayName: string }[];
  /** Absent when the service names an agreement that the owner does not have. */
  agreement?: OfferedAgreement;
}

export interface OfferedAgreement {
  providerTitle: string;
  methods: readonly (PaymentMethod & {
    /** Whether the payment page can be told to leave it out; else it is seen to afterwards. */
    keptOut: boolean;
  })[];
  /** Those that its provider tells apart, of those of the contract. */
  cardTypes: readonly CardType[];
  /** Whether the payer must choose before the payment page opens when several are allowed. */
  choosesFirst: boolean;
}

/**
 * What a service of this owner can be checked against: the variants, and what its payment agreement can do.
 * @param name of the agreement; absent means the one that the draft names.
 */
export async function serviceKnown(
  app: App,
  { service, draft, published }: OwnService,
  name?: string,
): Promise<KnownHere & { offer: PaymentOffer }> {
  const definition = (draft ?? published)?.definition;
  const wanted = name ?? definition?.payment.agreement ?? '';
  const agreements = await app.db.paymentAgreement.findMany({
    where: { ownerId: service.ownerId, environment: service.environment },
    orderBy: [{ displayName: 'asc' }, { name: 'asc' }],
  });
  const receivers = await app.db.alarmReceiver.count({ where: { ownerId: service.ownerId } });
  const agreement = agreements.find((each) => each.name === wanted);
  return {
    variants: variants.all(),
    agreements: agreements.map((each) => each.name),
    alarmsAreMailed: receivers > 0,
    ...(agreement && definition && knownOf(app, agreement, definition)),
    offer: {
      agreements: agreements.map((each) => ({ name: each.name, displayName: each.displayName })),
      ...(agreement && definition && { agreement: offerOf(app, agreement, definition) }),
    },
  };
}

function knownOf(app: App, agreement: PaymentAgreement, { pricing }: ServiceDefinition): Partial<KnownHere> {
  const provider = providers.get(agreement.provider);
  const { capabilities } = app.openProvider(agreement);
  const names = (methods: readonly PaymentMethod[]) => methods.map((each) => each.name);
  return {
    methods: names(inContract(agreement)),
    payable: names(methodsFor(provider, agreement.methods, pricing.currency)),
    cardTypes: cardTypesOf(agreement),
    currencies: provider.currencies,
    description: provider.description,
    reservationDays: capabilities.capture && capabilities.cancel ? capabilities.reservationDays : 0,
    refund: capabilities.refund,
    partialRefund: capabilities.partialRefund,
  };
}

function offerOf(app: App, agreement: PaymentAgreement, { pricing }: ServiceDefinition): OfferedAgreement {
  const opened = app.openProvider(agreement);
  const methods = inContract(agreement);
  const names = methods.map(({ name }) => name);
  // Asked for each: what if all but this one were allowed?
  const without = (name: string) =>
    opened.limits({ methods: names.filter((each) => each !== name), cardTypes: [] }, pricing.currency);
  return {
    providerTitle: providers.get(agreement.provider).title,
    methods: methods.map((method) => ({
      ...method,
      keptOut: methods.length < 2 || !without(method.name).slips.includes(method.name),
    })),
    cardTypes: cardTypesOf(agreement),
    choosesFirst:
      opened.limits({ methods: agreement.methods, cardTypes: [] }, pricing.currency).oneChoice ||
      (methods.length > 2 && methods.some(({ name }) => without(name).oneChoice)),
  };
}

function inContract({ provider, methods }: PaymentAgreement): PaymentMethod[] {
  return namedMethods(providers.get(provider)).filter(
    ({ name }) => methods.length === 0 || methods.includes(name),
  );
}

function cardTypesOf({ provider, cardTypes: contract }: PaymentAgreement): CardType[] {
  const told = providers.get(provider).cardTypes;
  return cardTypes.filter(
    (type) => told.includes(type) && (contract.length === 0 || contract.includes(type)),
  );
}
