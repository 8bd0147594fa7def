import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { type AgreementField, asText } from '@/lib/payments/agreement-field.ts';
import type { CardType, PaymentMethod } from '@/lib/payments/payment-method.ts';
import { namedMethods } from '@/lib/payments/payment-method.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { App } from '../app.ts';
import { fieldsOf, fieldsWithOld, openCredentials } from './agreement-fields.ts';
import { findAgreement, mayLook } from './find-agreement.ts';

/** An agreement for employees: nothing of it is secret. */
export interface ListedAgreement {
  id: string;
  name: string;
  displayName: string;
  environment: PaymentAgreement['environment'];
  providerTitle: string;
  /** Whether the provider has been told where its messages go; `not_needed` where it is told with every payment. */
  messages: 'not_needed' | 'registered' | 'missing';
}

export interface ReadAgreement extends ListedAgreement {
  provider: string;
  /** Every method of the provider, and those that the contract allows; an empty list is all. */
  methods: readonly PaymentMethod[];
  allowedMethods: readonly string[];
  cardTypes: readonly CardType[];
  allowedCardTypes: readonly string[];
  /** Fields with what stands in them; of a secret only that it is there. */
  fields: readonly (AgreementField & { value: string; keptOld: boolean })[];
  /** Services whose published version is paid under it. */
  services: readonly { id: string; definition: ServiceDefinition }[];
  mayChange: boolean;
}

/** The owner's agreements, by name. @throws KvittError `forbidden` without a role that may look. */
export async function listAgreements(reader: Reader, staff: StaffActor): Promise<ListedAgreement[]> {
  requireRole(staff, ...mayLook);
  const found = await reader.paymentAgreement.findMany({
    where: { ownerId: staff.ownerId },
    orderBy: [{ environment: 'asc' }, { displayName: 'asc' }, { name: 'asc' }],
  });
  return found.map(listed);
}

/** One of them with its settings. @throws KvittError `forbidden`, `not_found`. */
export async function readAgreement(
  app: Pick<App, 'db' | 'box'>,
  staff: StaffActor,
  id: string,
): Promise<ReadAgreement> {
  const agreement = await findAgreement(app.db, staff, id, mayLook);
  const { provider, methods, cardTypes } = agreement;
  const definition = providers.get(provider);
  const credentials = openCredentials(app, agreement);
  const withOld = fieldsWithOld(provider, credentials);
  return {
    ...listed(agreement),
    provider,
    methods: namedMethods(definition),
    allowedMethods: methods,
    cardTypes: definition.cardTypes,
    allowedCardTypes: cardTypes,
    fields: fieldsOf(provider).map((field) => ({
      ...field,
      value: field.role === 'secret' ? '' : asText(credentials[field.name] ?? field.initial),
      keptOld: withOld.includes(field.name),
    })),
    services: await servicesUnder(app.db, agreement),
    mayChange: staff.roles.includes('finance'),
  };
}

/** The services whose published version, the newest, is paid under an agreement. */
export async function servicesUnder(
  reader: Reader,
  { ownerId, environment, name }: Pick<PaymentAgreement, 'ownerId' | 'environment' | 'name'>,
): Promise<{ id: string; definition: ServiceDefinition }[]> {
  const published = await reader.serviceVersion.findMany({
    where: { ownerId, environment, publishedAt: { not: null } },
    distinct: ['serviceId'],
    orderBy: [{ serviceId: 'asc' }, { version: 'desc' }],
    select: { serviceId: true, definition: true },
  });
  return published
    .map(({ serviceId, definition }) => ({
      id: serviceId,
      definition: definition as unknown as ServiceDefinition,
    }))
    .filter(({ definition }) => definition.payment.agreement === name);
}

function listed({
  id,
  name,
  displayName,
  environment,
  provider,
  registration,
}: PaymentAgreement): ListedAgreement {
  const { title, registers } = providers.get(provider);
  const messages = registers ? (registration === null ? 'missing' : 'registered') : 'not_needed';
  return { id, name, displayName, environment, providerTitle: title, messages };
}
