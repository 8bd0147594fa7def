import type { Reader } from '@/lib/db/client.ts';
import type { Owner, Service } from '@/lib/db/generated/client.ts';
import type { ServiceDefinition } from './definition.ts';
import { readDefinition } from './published-definition.ts';

/** A service that is open to everybody, with the version that new cases begin with. */
export interface PublishedService {
  service: Service;
  version: { id: string; version: number };
  /** Of `version`; it was checked when it was published. */
  definition: ServiceDefinition;
  owner: Owner;
}

/** Every service that can be used now, by slug. */
export async function listPublishedServices(reader: Reader): Promise<PublishedService[]> {
  const services = await reader.service.findMany({
    where: open,
    include: withVersion,
    orderBy: { slug: 'asc' },
  });
  const all = await Promise.all(services.map((row) => published(reader, row)));
  return all.filter((one) => one !== undefined);
}

/** One service by its slug; undefined when there is none, when it is closed, or when nothing of it is published. */
export async function findPublishedService(
  reader: Reader,
  slug: string,
): Promise<PublishedService | undefined> {
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) return undefined;
  const row = await reader.service.findFirst({ where: { ...open, slug }, include: withVersion });
  return row ? published(reader, row) : undefined;
}

// Services in the test environment are for their owners only.
const open = { environment: 'live', closedAt: null } as const;

const withVersion = {
  owner: true,
  versions: {
    where: { publishedAt: { not: null } },
    orderBy: { version: 'desc' },
    take: 1,
    select: { id: true, version: true },
  },
} as const;

async function published(
  reader: Reader,
  { owner, versions, ...service }: Service & { owner: Owner; versions: PublishedService['version'][] },
): Promise<PublishedService | undefined> {
  const version = versions[0];
  return version && { service, version, definition: await readDefinition(reader, version.id), owner };
}
