import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from './postgres.ts';
import { root } from './runtime/paths.ts';
import { findFreePort } from './runtime/ports.ts';
import { noFilters, openSchemaEngine } from './runtime/schema-engine.ts';
import { makeScratchFolder } from './runtime/scratch.ts';

/*
 * npm run db:diff -- <name>   writes prisma/migrations/<timestamp>_<name>/migration.sql with what it takes to go from
 * the schema as of the last migration (kept in prisma/migrations/schema.snapshot.prisma) to prisma/schema.prisma.
 * What Prisma's schema cannot say (partial indexes, checks, triggers) is added to the file by hand; the comparison is
 * between schemas, so a later diff leaves it alone. --print only shows the SQL.
 */
const folder = join(root, 'prisma/migrations');
const snapshot = join(folder, 'schema.snapshot.prisma');
const name = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const printOnly = process.argv.includes('--print');

if (!printOnly && !/^[a-z0-9_-]+$/.test(name ?? '')) {
  console.error('Give the migration a name: npm run db:diff -- add_receipts   (small letters, digits, _)');
  process.exit(1);
}
const before = existsSync(snapshot) ? readFileSync(snapshot, 'utf8') : undefined;
const after = readFileSync(join(root, 'prisma/schema.prisma'), 'utf8');
const sql = await difference(before, after);

if (/^\s*(-- This is an empty migration\.?)?\s*$/.test(sql)) {
  console.log('No difference: prisma/schema.prisma is as the last migration left it.');
} else if (printOnly) {
  console.log(sql);
} else {
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const target = join(folder, `${timestamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'migration.sql'), sql);
  writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(snapshot, after);
  console.log(`Wrote prisma/migrations/${timestamp}_${name}/migration.sql`);
}

/** The engine wants a live database even to compare two schemas: a throw-away one serves. */
async function difference(from: string | undefined, to: string): Promise<string> {
  const scratch = makeScratchFolder('kvitt-diff-');
  const server = await startPostgres({
    dataDir: join(scratch, 'postgres'),
    port: await findFreePort(),
    durable: false,
  });
  try {
    const engine = await openSchemaEngine(server.url, to);
    const result = await engine.diff({
      from: from === undefined ? { tag: 'empty' } : schemaTarget(from),
      to: schemaTarget(to),
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    engine.free();
    return result.stdout ?? '';
  } finally {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function schemaTarget(content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] };
}
