import { Prisma } from './generated/client.ts';

/**
 * The columns of a row under the names that its model has for them, for the statements that Prisma cannot make (a lock, one
 * that joins): `a.owner_id as "ownerId", …`.
 * @param fields the generated list of the model's fields, without those that only the client may open (`sealedColumns`).
 * @param alias of the table in the statement; never anything that came in from outside.
 */
export function columnsOf(fields: Readonly<Record<string, string>>, alias: string): Prisma.Sql {
  return Prisma.raw(
    Object.values(fields)
      .map((field) => `${alias}.${columnName(field)} as "${field}"`)
      .join(', '),
  );
}

/** The same row as one JSON object, of a model without instants, big numbers and bytes: these would come back as texts. */
export function jsonOf(fields: Readonly<Record<string, string>>, alias: string): Prisma.Sql {
  const pairs = Object.values(fields).map((field) => `'${field}', ${alias}.${columnName(field)}`);
  return Prisma.raw(`json_build_object(${pairs.join(', ')})`);
}

/** Every column of the schema has its field's name in snake case. */
function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
