import { PrismaPg } from '@prisma/adapter-pg';
import type { SecretBox } from '@/lib/core/secret-box.ts';
import { PrismaClient } from './generated/client.ts';
import { sealedColumns } from './sealed-columns.ts';
import { newStatementNames } from './statement-names.ts';

/** The process's database client. Queries are functions that take it, or a transaction, first. */
export type Database = PrismaClient;
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>;
/** Where a plain read may run: inside a transaction or outside. */
export type Reader = Database | Transaction;

/** Longest wait for a row that somebody else holds; on the connection, so that it costs no transaction a round trip. */
export const lockTimeoutMs = 5000;

/**
 * @param url postgresql://…
 * @param box seals what people write, where it may hold a fødselsnummer: see `sealedColumns`.
 * @param poolSize most connections of this process.
 */
export function newDatabase(url: string, box: SecretBox, poolSize = 10): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: 10_000,
      // Instants are UTC (rule 15): the adapter writes them without their zone.
      options: `-c TimeZone=UTC -c lock_timeout=${lockTimeoutMs}`,
    },
    { statementNameGenerator: newStatementNames() },
  );
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
  // The extension changes no column's type, only what is stored: the rooms above need not know of it.
  return client.$extends(sealedColumns(box)) as unknown as Database;
}
