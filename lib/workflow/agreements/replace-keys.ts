import { recordAct } from '@/lib/audit/record-act.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { readFields } from '@/lib/payments/agreement-field.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { App } from '../app.ts';
import {
  type Credentials,
  fieldsOf,
  fieldsWithOld,
  listOf,
  openCredentials,
  sealCredentials,
  unusableFields,
} from './agreement-fields.ts';
import { checkCredentials } from './check-credentials.ts';
import { findAgreement } from './find-agreement.ts';

export type ReplacedKeys =
  /** `asked`: whether the provider could be asked about them. */
  | { kind: 'saved'; asked: boolean }
  | { kind: 'unchanged' }
  | { kind: 'invalid'; fields: string[] }
  /** The provider does not accept them, or did not answer: what was stored stays. */
  | { kind: 'refused' | 'no_answer' }
  /** Somebody changed them meanwhile. */
  | { kind: 'changed_since' };

/**
 * Replaces keys and settings of an agreement, once the provider has accepted them, where it can be asked. A secret that is left
 * empty stays as it is. Whom the money goes to never changes: that would be another agreement. A key that the provider signs
 * with is believed for as long as it is kept: its messages may be under way.
 * @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown agreements and other owners' alike.
 */
export async function replaceKeys(
  app: App,
  staff: StaffActor,
  id: string,
  form: URLSearchParams,
): Promise<ReplacedKeys> {
  const agreement = await findAgreement(app.db, staff, id);
  const before = openCredentials(app, agreement);
  const after = merge(agreement.provider, before, form);
  const fields = unusableFields(agreement.provider, after);
  if (fields.length > 0) return { kind: 'invalid', fields };
  const changed = changedFields(agreement.provider, before, after);
  if (changed.length === 0) return { kind: 'unchanged' };
  const credentials = sealCredentials(app, agreement, after);
  const checked = await checkCredentials(app, { ...agreement, credentials });
  if (checked === 'refused' || checked === 'no_answer') return { kind: checked };
  const detail = { agreement: agreement.displayName, fields: changed.join(', ') };
  const stored = await store(app, staff, agreement, credentials, { act: 'agreement_keys_replaced', detail });
  return stored ? { kind: 'saved', asked: checked === 'accepted' } : { kind: 'changed_since' };
}

/** No longer believes keys that were replaced: when no message can be under way, or when one of them is known to others. */
export async function dropOldKeys(
  app: App,
  staff: StaffActor,
  id: string,
): Promise<{ kind: 'dropped' | 'none' | 'changed_since' }> {
  const agreement = await findAgreement(app.db, staff, id);
  const before = openCredentials(app, agreement);
  const withOld = fieldsWithOld(agreement.provider, before);
  if (withOld.length === 0) return { kind: 'none' };
  const after = { ...before, ...Object.fromEntries(withOld.map((name) => [name, listOf(before[name])[0]])) };
  const detail = { agreement: agreement.displayName, fields: withOld.join(', ') };
  const credentials = sealCredentials(app, agreement, after);
  const stored = await store(app, staff, agreement, credentials, {
    act: 'agreement_old_keys_dropped',
    detail,
  });
  return { kind: stored ? 'dropped' : 'changed_since' };
}

/** What is stored, with what the form says over it. */
function merge(provider: string, before: Credentials, form: URLSearchParams): Credentials {
  const fields = fieldsOf(provider);
  const posted = readFields(fields, form);
  const after: Credentials = { ...before };
  for (const { name, role, keepsOld } of fields) {
    const value = posted[name];
    if (role === 'merchant') continue;
    if (role === 'setting') {
      if (value === undefined) delete after[name];
      else after[name] = value;
    } else if (value !== undefined) {
      const [inUse] = listOf(before[name]);
      // The one in use and the one before it: more would be believed for ever.
      if (value !== inUse) after[name] = keepsOld ? [value, inUse] : value;
    }
  }
  return after;
}

/** What is said for the first time as it was by itself is no change. */
function changedFields(provider: string, before: Credentials, after: Credentials): string[] {
  const { config } = providers.get(provider);
  const [was, is] = [before, after].map((each) => config.parse(each) as Credentials);
  return fieldsOf(provider)
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(was?.[name]) !== JSON.stringify(is?.[name]));
}

/** Compare and set: what somebody else stored meanwhile stays. */
async function store(
  app: App,
  staff: StaffActor,
  { id, credentials: seen }: PaymentAgreement,
  credentials: string,
  { act, detail }: Pick<Parameters<typeof recordAct>[3], 'act' | 'detail'>,
): Promise<boolean> {
  return inTransaction(app.db, async (tx) => {
    const { count } = await tx.paymentAgreement.updateMany({
      where: { id, credentials: seen },
      data: { credentials },
    });
    if (count === 1) await recordAct(tx, app, staff, { act, subject: 'agreement', subjectId: id, detail });
    return count === 1;
  });
}
