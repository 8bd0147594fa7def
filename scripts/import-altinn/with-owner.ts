import { systemClock } from '@/lib/core/clock.ts';
import { isUuid, systemIds } from '@/lib/core/ids.ts';
import { closedBox } from '@/lib/core/secret-box.ts';
import { type Database, newDatabase } from '@/lib/db/client.ts';
import type { Owner } from '@/lib/db/generated/client.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { KnownAgreement } from '@/lib/services/import-altinn/choose-agreement.ts';
import { type StoredDraft, storeImportedDraft } from '@/lib/services/store-imported-draft.ts';
import { owners } from '@/prisma/seed/owners.ts';
import { migrate } from '../migrate.ts';
import { StopMessage } from '../runtime/stop-message.ts';
import { databaseForTools } from '../runtime/tool-database.ts';

/** An owner in the database, open for as long as an import takes. */
export interface OpenOwner {
  owner: Owner;
  /** Its payment agreements, by name. */
  agreements: KnownAgreement[];
  store(definition: ServiceDefinition): Promise<StoredDraft>;
}

/** Opens the database (ours, started when it does not run, or DATABASE_URL's). @throws StopMessage when there is no such owner. */
export async function withOwner<T>(
  wanted: string | undefined,
  use: (open: OpenOwner) => Promise<T>,
): Promise<T> {
  const server = await databaseForTools();
  try {
    await migrate(server.url);
    const db = newDatabase(server.url, closedBox);
    try {
      return await use(await openOwner(db, wanted));
    } finally {
      await db.$disconnect();
    }
  } finally {
    await server.stop();
  }
}

/** @throws StopMessage when there is no such owner. */
export async function openOwner(db: Database, wanted: string | undefined): Promise<OpenOwner> {
  const name = wanted ?? owners[0]?.slug ?? '';
  const owner = await db.owner.findFirst({
    where: { OR: [{ orgNumber: name }, { slug: name }, ...(isUuid(name) ? [{ id: name }] : [])] },
  });
  if (!owner)
    throw new StopMessage(
      wanted === undefined
        ? 'Databasen har ingen av demoens eiere. Start Kvitt én gang (npm start), eller oppgi --owner.'
        : `Fant ingen eier «${wanted}».`,
    );
  const keys = { ownerId: owner.id, environment: 'live' as const };
  return {
    owner,
    agreements: await db.paymentAgreement.findMany({
      where: keys,
      orderBy: { name: 'asc' },
      select: { name: true, displayName: true, provider: true, methods: true },
    }),
    store: (definition) => storeImportedDraft({ db, clock: systemClock, ids: systemIds }, keys, definition),
  };
}
