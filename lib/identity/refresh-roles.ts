import type { Transaction } from '@/lib/db/client.ts';
import type { PartyRole } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { IdentityDeps } from './deps.ts';
import { pidOf } from './people.ts';
import type { RegisterRole } from './register.ts';

/** Role that a person has in themselves: its row tells when the register was last asked about them. */
export const selfRole = 'self';

/**
 * Asks the register which organisations the person has roles in, and stores the answer in place of the former one.
 * @throws RegisterUnavailable when no clear answer came; what was stored stays as it was.
 */
export async function refreshRoles(deps: IdentityDeps, personId: string): Promise<PartyRole[]> {
  const person = await deps.db.person.findUniqueOrThrow({
    where: { id: personId },
    include: { party: true },
  });
  const held = await deps.register.rolesOf(pidOf(deps, person));
  const checkedAt = deps.clock.now();

  return inTransaction(deps.db, async (tx) => {
    // One refresh of a person at a time: the rows are replaced as a whole.
    await tx.$queryRaw`select id from person where id = ${personId}::uuid for update`;
    const partyIds = await storeOrganisations(tx, deps, held);
    const rows = held.flatMap(({ orgNumber, roles }) => {
      const partyId = partyIds.get(orgNumber);
      return partyId ? [{ personId, partyId, roles, checkedAt }] : [];
    });
    if (person.party) rows.push({ personId, partyId: person.party.id, roles: [selfRole], checkedAt });
    await tx.partyRole.deleteMany({ where: { personId } });
    await tx.partyRole.createMany({ data: rows, skipDuplicates: true });
    return rows;
  });
}

/** Makes parties of organisations that are new here and renames those that changed name; ids by organisation number. */
async function storeOrganisations(
  tx: Transaction,
  { ids }: IdentityDeps,
  held: RegisterRole[],
): Promise<Map<string, string>> {
  await tx.party.createMany({
    data: held.map(({ orgNumber, name }) => ({ id: ids.uuid(), kind: 'organisation', orgNumber, name })),
    skipDuplicates: true,
  });
  const parties = await tx.party.findMany({
    where: { orgNumber: { in: held.map(({ orgNumber }) => orgNumber) } },
  });
  const names = new Map(held.map(({ orgNumber, name }) => [orgNumber, name]));
  for (const party of parties) {
    const name = names.get(party.orgNumber ?? '');
    if (name && name !== party.name) await tx.party.update({ where: { id: party.id }, data: { name } });
  }
  return new Map(parties.map((party) => [party.orgNumber ?? '', party.id]));
}
