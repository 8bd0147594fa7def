import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';
import { newStatementNames } from './statement-names.ts';

/** The process's database client. Queries are functions that take it, or a transaction, first. */
export type Database = PrismaClient;
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>;
/** Where a plain read may run: inside a transaction or outside. */
export type Reader = Database | Transaction;

/** @param url postgresql://…; @param poolSize most connections of this process. */
export function newDatabase(url: string, poolSize = 10): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: 10_000,
      // Instants are UTC (rule 15): the adapter writes them without their zone.
      options: '-c TimeZone=UTC',
    },
    { statementNameGenerator: newStatementNames() },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}
