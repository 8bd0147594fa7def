import type { SecretBox } from '@/lib/core/secret-box.ts';
import type { Reader } from '@/lib/db/client.ts';
import { Prisma } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';
import { type SealedPlace, sealedPlaces } from './sealed-places.ts';

export interface Resealed {
  /** `table.column` */
  place: string;
  /** Values that lay under another key, and lie under the key in use now. */
  resealed: number;
  /** Values that no key that was given opens. */
  unopened: number;
}

/**
 * Seals anew, with the key in use, whatever another key has sealed; afterwards the other key is not needed any more. Kvitt
 * may run meanwhile, in any number of processes: a value that changes under it is left to the next round. Safe to repeat and
 * to stop at any time.
 */
export async function reseal(app: Pick<App, 'db' | 'box'>): Promise<Resealed[]> {
  const all: Resealed[] = [];
  for (const place of sealedPlaces) all.push(await resealPlace(app, place));
  return all;
}

async function resealPlace({ db, box }: Pick<App, 'db' | 'box'>, place: SealedPlace): Promise<Resealed> {
  const result = { place: `${place.table}.${place.column}`, resealed: 0, unopened: 0 };
  for (const key of await keysUnderOthers(db, box, place)) {
    const sealed = await read(db, place, key);
    if (sealed === undefined || sealed.startsWith(box.prefix)) continue;
    const context = place.context(...key);
    const bytes = opened(box, sealed, context);
    if (!bytes) result.unopened += 1;
    else if (await write({ db }, place, key, sealed, box.seal(bytes, context))) result.resealed += 1;
  }
  return result;
}

function opened(box: SecretBox, sealed: string, context: string): Uint8Array | undefined {
  try {
    return box.openBytes(sealed, context);
  } catch {
    return undefined;
  }
}

async function keysUnderOthers(reader: Reader, box: SecretBox, place: SealedPlace): Promise<string[][]> {
  const start = begins(place, box.prefix.length);
  const rows = await reader.$queryRaw<{ key: string[] }[]>`
    select array[${Prisma.raw(place.key.map((column) => `${column}::text`).join(', '))}] as key
      from ${Prisma.raw(place.table)}
     where ${start} like 'v1.%' and ${start} <> ${box.prefix}`;
  return rows.map(({ key }) => key);
}

async function read(reader: Reader, place: SealedPlace, key: string[]): Promise<string | undefined> {
  const rows = await reader.$queryRaw<{ sealed: string | null }[]>`
    select ${textOf(place)} as sealed from ${Prisma.raw(place.table)} where ${named(place, key)}`;
  return rows[0]?.sealed ?? undefined;
}

/** Compare and set: what was written meanwhile stays as it is. */
function write(
  { db }: Pick<App, 'db'>,
  place: SealedPlace,
  key: string[],
  before: string,
  after: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await tx.$executeRaw`select set_config('kvitt.resealing', 'on', true)`;
    const changed = await tx.$executeRaw`
      update ${Prisma.raw(place.table)} set ${Prisma.raw(place.column)} = ${asStored(place, after)}
       where ${named(place, key)} and ${textOf(place)} = ${before}`;
    return changed === 1;
  });
}

function named(place: SealedPlace, key: string[]): Prisma.Sql {
  return Prisma.join(
    place.key.map((column, index) => Prisma.sql`${Prisma.raw(column)}::text = ${key[index]}`),
    ' and ',
  );
}

/** The first characters of the column's text, without reading a large value whole. */
function begins({ column, form }: SealedPlace, length: number): Prisma.Sql {
  const first = {
    text: `left(${column}, ${length})`,
    json: `left(case when jsonb_typeof(${column}) = 'string' then ${column} #>> '{}' end, ${length})`,
    bytes: `case when sealed then convert_from(substring(${column} from 1 for ${length}), 'UTF8') end`,
  };
  return Prisma.raw(first[form]);
}

function textOf({ column, form }: SealedPlace): Prisma.Sql {
  const text = { text: column, json: `${column} #>> '{}'`, bytes: `convert_from(${column}, 'UTF8')` };
  return Prisma.raw(text[form]);
}

function asStored({ form }: SealedPlace, text: string): Prisma.Sql {
  switch (form) {
    case 'text':
      return Prisma.sql`${text}`;
    case 'json':
      return Prisma.sql`to_jsonb(${text}::text)`;
    case 'bytes':
      return Prisma.sql`convert_to(${text}, 'UTF8')`;
  }
}
