import { recordAct } from '@/lib/audit/record-act.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { Environment, PaymentAgreement } from '@/lib/db/generated/client.ts';
import { inTransaction, isUniqueViolation } from '@/lib/db/transaction.ts';
import { forgetAgreedProviders } from '@/lib/payments/agreed-providers.ts';
import { readFields } from '@/lib/payments/agreement-field.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { App } from '../app.ts';
import { fieldsOf, openCredentials, sealCredentials, unusableFields } from './agreement-fields.ts';
import { storedWays, type WaysInput, type WaysProblem, waysProblems } from './agreement-ways.ts';
import { checkCredentials } from './check-credentials.ts';

export type AddedAgreement =
  /** `asked`: whether the provider could be asked about the credentials. */
  | { kind: 'added'; id: string; asked: boolean }
  /** Names of fields whose values cannot be used, and what else is wrong. */
  | { kind: 'invalid'; fields: string[]; problems: WaysProblem[] }
  /** The provider does not accept the credentials, or did not answer: nothing is stored. */
  | { kind: 'refused' | 'no_answer' };

/**
 * A new agreement of the employee's owner: stored once the provider has accepted its credentials, where it can be asked.
 * @throws KvittError `forbidden` without the role `finance`; for an unknown provider what its registry throws.
 */
export async function addAgreement(
  app: App,
  staff: StaffActor,
  input: WaysInput & { provider: string; environment: Environment; form: URLSearchParams },
): Promise<AddedAgreement> {
  requireRole(staff, 'finance');
  const { provider, environment, displayName, form } = input;
  const credentials = readFields(fieldsOf(provider), form);
  const fields = unusableFields(provider, credentials);
  const problems = waysProblems(provider, input);
  if (fields.length > 0 || problems.length > 0) return { kind: 'invalid', fields, problems };
  const keys = {
    ownerId: staff.ownerId,
    environment,
    name: await freeName(app, staff, provider, environment),
  };
  const agreement: PaymentAgreement = {
    ...keys,
    ...storedWays(provider, input),
    id: app.ids.uuid(),
    provider,
    displayName,
    endpointToken: app.ids.token(24),
    credentials: sealCredentials(app, keys, credentials),
    registration: null,
  };
  const before = await sameNamed(app.db, agreement);
  if (before) return asBefore(app, before, agreement);
  const checked = await checkCredentials(app, agreement);
  if (checked === 'refused' || checked === 'no_answer') return { kind: checked };
  try {
    const other = await inTransaction(app.db, (tx) => store(tx, app, staff, agreement));
    if (other) return asBefore(app, other, agreement);
    forgetAgreedProviders(app.db);
  } catch (error) {
    // A colleague took the name just now: it is part of what the seal is bound to.
    if (isUniqueViolation(error)) return addAgreement(app, staff, input);
    throw error;
  }
  return { kind: 'added', id: agreement.id, asked: checked === 'accepted' };
}

/** Under the owner's lock, so that a form that is posted twice makes one. @returns the one that was there already, if so. */
async function store(
  tx: Transaction,
  app: App,
  staff: StaffActor,
  agreement: PaymentAgreement,
): Promise<PaymentAgreement | null> {
  const { id, provider, environment, displayName } = agreement;
  await tx.$queryRaw`select 1 from owner where id = ${staff.ownerId}::uuid for update`;
  const before = await sameNamed(tx, agreement);
  if (before) return before;
  await tx.paymentAgreement.create({ data: agreement });
  await recordAct(tx, app, staff, {
    act: 'agreement_added',
    subject: 'agreement',
    subjectId: id,
    detail: { agreement: displayName, provider, environment },
  });
  return null;
}

function sameNamed(
  reader: Reader,
  { ownerId, environment, displayName }: PaymentAgreement,
): Promise<PaymentAgreement | null> {
  return reader.paymentAgreement.findFirst({ where: { ownerId, environment, displayName } });
}

/** The same posted once more is that agreement; another one needs another name. */
function asBefore(app: App, before: PaymentAgreement, wanted: PaymentAgreement): AddedAgreement {
  const isSame =
    before.provider === wanted.provider &&
    canonicalJson(openCredentials(app, before)) === canonicalJson(openCredentials(app, wanted));
  return isSame
    ? { kind: 'added', id: before.id, asked: app.openProvider(before).check !== undefined }
    : { kind: 'invalid', fields: [], problems: ['name_taken'] };
}

/** What services call it: the provider's id, with a number when the owner has one already. */
async function freeName(
  { db }: Pick<App, 'db'>,
  { ownerId }: StaffActor,
  provider: string,
  environment: Environment,
): Promise<string> {
  const taken = new Set(
    (await db.paymentAgreement.findMany({ where: { ownerId, environment }, select: { name: true } })).map(
      ({ name }) => name,
    ),
  );
  const { id } = providers.get(provider);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(name)) return name;
  }
}
