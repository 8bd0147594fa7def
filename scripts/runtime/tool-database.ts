import { join } from 'node:path';
import { startPostgres } from '../postgres.ts';
import { dataDir, logsDir } from './paths.ts';

/** The database a command-line tool works on: DATABASE_URL, or ours, running or started for as long as it takes. */
export async function databaseForTools(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  return startPostgres({
    dataDir: join(dataDir, 'postgres'),
    port: Number(process.env.PGPORT || 5439),
    durable: true,
    logFile: join(logsDir, 'postgres.log'),
    borrow: true,
  });
}
