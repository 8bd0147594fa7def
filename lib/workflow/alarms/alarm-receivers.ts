import { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act.ts';
import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import { requireRole, type StaffActor, type StaffRole } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';

/** Whom an owner's alarms are told to by e-mail. */
export interface AlarmReceivers {
  addresses: string[];
  language: Language;
}

/** A mail goes to each of them for each alarm. */
export const mostReceivers = 10;
/** Who says where alarms are sent; anybody may see it. */
export const receiverRoles: readonly StaffRole[] = ['finance', 'editor'];

export type SavedReceivers =
  | { kind: 'saved' }
  /** `address` is the first that is none; `too_many` are more than `mostReceivers`. */
  | { kind: 'invalid'; problem: 'address'; address: string }
  | { kind: 'invalid'; problem: 'too_many' | 'language' };

const emailAddress = z.email().max(254);

export async function readReceivers(reader: Reader, staff: StaffActor): Promise<AlarmReceivers> {
  const rows = await reader.alarmReceiver.findMany({
    where: { ownerId: staff.ownerId },
    orderBy: { address: 'asc' },
  });
  return {
    addresses: rows.map(({ address }) => address),
    language: asLanguage(rows[0]?.language) ?? defaultLanguage,
  };
}

/**
 * Says where the owner's alarms are sent from now on: these addresses and no others; none is allowed.
 * @param input.addresses as it was written: lines, commas or semicolons between them.
 * @throws KvittError `forbidden` without one of `receiverRoles`.
 */
export async function saveReceivers(
  app: App,
  staff: StaffActor,
  input: { addresses: string; language: string },
): Promise<SavedReceivers> {
  requireRole(staff, ...receiverRoles);
  const { ownerId } = staff;
  const addresses = addressesIn(input.addresses);
  const language = asLanguage(input.language);
  const wrong = addresses.find((address) => !emailAddress.safeParse(address).success);
  if (wrong !== undefined) return { kind: 'invalid', problem: 'address', address: wrong };
  if (addresses.length > mostReceivers) return { kind: 'invalid', problem: 'too_many' };
  if (!language) return { kind: 'invalid', problem: 'language' };
  await inTransaction(app.db, async (tx) => {
    // One after another: what is saved at last is what is there.
    await tx.$queryRaw`select 1 from owner where id = ${ownerId}::uuid for update`;
    await tx.alarmReceiver.deleteMany({ where: { ownerId, address: { notIn: addresses } } });
    await tx.alarmReceiver.updateMany({ where: { ownerId }, data: { language } });
    const createdAt = app.clock.now();
    await tx.alarmReceiver.createMany({
      data: addresses.map((address) => ({ id: app.ids.uuid(), ownerId, address, language, createdAt })),
      skipDuplicates: true,
    });
    await recordAct(tx, app, staff, {
      act: 'alarm_receivers_saved',
      subject: 'owner',
      subjectId: ownerId,
      detail: { addresses: addresses.length, language },
    });
  });
  return { kind: 'saved' };
}

/** Each address once, in small letters: every mail server that matters reads them so. */
function addressesIn(written: string): string[] {
  const parts = written.split(/[\s,;]+/).map((part) => part.toLowerCase());
  return [...new Set(parts.filter(Boolean))];
}
