import type { Clock } from '@/lib/core/clock.ts';
import type { Ids } from '@/lib/core/ids.ts';
import type { Database, Transaction } from '@/lib/db/client.ts';
import type { Environment } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { ServiceDefinition } from './definition.ts';

export interface ImportDeps {
  db: Database;
  clock: Clock;
  ids: Ids;
}

/** Where the draft was put. */
export interface StoredDraft {
  serviceId: string;
  slug: string;
  version: number;
  /** `added`: a new version of a service that the owner has by this name; `replaced`: its draft was written over. */
  kind: 'new' | 'added' | 'replaced';
}

/** Stands as who saved the draft last: an import is begun by no employee. */
export const importedBy = 'import:altinn';

/** Most services by the same name before somebody should choose another. */
const maxSlugs = 100;

/**
 * Stores a definition as a draft of the owner's service of that slug: nobody but the owner sees it until it is published. A
 * service of another owner's keeps its slug, and the new one gets a number.
 */
export function storeImportedDraft(
  { db, clock, ids }: ImportDeps,
  owner: { ownerId: string; environment: Environment },
  definition: ServiceDefinition,
): Promise<StoredDraft> {
  return inTransaction(db, async (tx) => {
    const { slug, serviceId } = await findPlace(tx, owner, definition.slug);
    const content = {
      definition: { ...definition, slug } as unknown as object,
      updatedAt: clock.now(),
      updatedBy: importedBy,
    };
    if (serviceId === undefined) {
      const id = ids.uuid();
      await tx.service.create({ data: { id, ...owner, slug } });
      await createVersion(id, 1);
      return { serviceId: id, slug, version: 1, kind: 'new' };
    }
    await tx.$queryRaw`select id from service where id = ${serviceId}::uuid for update`;
    const newest = await tx.serviceVersion.findFirst({ where: { serviceId }, orderBy: { version: 'desc' } });
    if (newest?.publishedAt === null) {
      // A save like any other: whoever looked at the draft before publishes something else, and is told so.
      await tx.serviceVersion.update({
        where: { id: newest.id },
        data: { ...content, revision: { increment: 1 } },
      });
      return { serviceId, slug, version: newest.version, kind: 'replaced' };
    }
    const version = (newest?.version ?? 0) + 1;
    await createVersion(serviceId, version);
    return { serviceId, slug, version, kind: 'added' };

    async function createVersion(service: string, number: number): Promise<void> {
      await tx.serviceVersion.create({
        data: {
          id: ids.uuid(),
          serviceId: service,
          ...owner,
          version: number,
          ...content,
          createdAt: clock.now(),
        },
      });
    }
  });
}

async function findPlace(
  tx: Transaction,
  { ownerId, environment }: { ownerId: string; environment: Environment },
  wanted: string,
): Promise<{ slug: string; serviceId?: string }> {
  for (let n = 1; n <= maxSlugs; n += 1) {
    const slug = n === 1 ? wanted : `${wanted.slice(0, 56)}-${n}`;
    const found = await tx.service.findUnique({ where: { environment_slug: { environment, slug } } });
    if (!found) return { slug };
    if (found.ownerId === ownerId) return { slug, serviceId: found.id };
  }
  throw new Error(`More than ${maxSlugs} services are called ${wanted}`);
}
