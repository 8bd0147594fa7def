import type { Reader } from '@/lib/db/client.ts';
import type { ServiceDefinition } from './definition.ts';

/** Enough for every version that is in use at once; a definition is some tens of kilobytes. */
const mostKept = 200;
const kept = new Map<string, ServiceDefinition>();

/**
 * The definition of a service version. A published one never changes, so a process reads and parses it once and gives the
 * same frozen object to all who ask; one that is not published yet is read anew.
 * @throws when there is no such version.
 */
export async function readDefinition(reader: Reader, versionId: string): Promise<ServiceDefinition> {
  const known = kept.get(versionId);
  if (known) return known;
  const version = await reader.serviceVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { definition: true, publishedAt: true },
  });
  const definition = frozen(version.definition as unknown as ServiceDefinition);
  if (version.publishedAt) keep(versionId, definition);
  return definition;
}

function keep(versionId: string, definition: ServiceDefinition): void {
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(versionId, definition);
}

/** It is shared by all requests: none may leave anything in it. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
