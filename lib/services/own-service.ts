import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { Owner, Service, ServiceVersion } from '@/lib/db/generated/client.ts';
import type { ServiceDefinition } from './definition.ts';

/** One version of an owner's own service, with its document read. */
export interface OwnVersion {
  row: Omit<ServiceVersion, 'definition'>;
  definition: ServiceDefinition;
}

/** A service as its owner's employees see it: what is published, and what is being prepared. */
export interface OwnService {
  service: Service;
  owner: Owner;
  /** What new cases begin with; absent while nothing is published. */
  published?: OwnVersion;
  /** Saved, not published; a service has one at most. */
  draft?: OwnVersion;
  /** Of all versions. */
  highestVersion: number;
}

/** The services of the employee's owner, by slug. */
export async function listOwnServices(reader: Reader, staff: StaffActor): Promise<OwnService[]> {
  const rows = await reader.service.findMany({
    where: { ownerId: staff.ownerId },
    include: withVersions,
    orderBy: { slug: 'asc' },
  });
  return rows.map(toOwnService);
}

/** @throws KvittError `not_found` for unknown and for foreign ids alike. */
export async function findOwnService(
  reader: Reader,
  staff: StaffActor,
  serviceId: string,
): Promise<OwnService> {
  if (!isUuid(serviceId)) throw notFound('Service');
  const row = await reader.service.findFirst({
    where: { id: serviceId, ownerId: staff.ownerId },
    include: withVersions,
  });
  if (!row) throw notFound('Service');
  return toOwnService(row);
}

/** The same under the service's lock: versions are made and published one at a time. */
export async function lockOwnService(
  tx: Transaction,
  staff: StaffActor,
  serviceId: string,
): Promise<OwnService> {
  if (!isUuid(serviceId)) throw notFound('Service');
  await tx.$queryRaw`select id from service where id = ${serviceId}::uuid and owner_id = ${staff.ownerId}::uuid for update`;
  return findOwnService(tx, staff, serviceId);
}

// The draft and the newest published version are among the two newest, as there is one draft at most.
const withVersions = { owner: true, versions: { orderBy: { version: 'desc' }, take: 2 } } as const;

function toOwnService({
  owner,
  versions,
  ...service
}: Service & { owner: Owner; versions: ServiceVersion[] }): OwnService {
  const published = versions.find((version) => version.publishedAt !== null);
  const draft = versions.find((version) => version.publishedAt === null);
  return {
    service,
    owner,
    highestVersion: versions[0]?.version ?? 0,
    ...(published && { published: read(published) }),
    ...(draft && { draft: read(draft) }),
  };
}

function read({ definition, ...row }: ServiceVersion): OwnVersion {
  return { row, definition: definition as unknown as ServiceDefinition };
}
