import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * The database of the Kvitt under test, for what only time or damage brings about. Wants `KVITT_DATA_DIR`, the data folder
 * of one with the embedded PostgreSQL.
 */
export class Database {
  private constructor(private readonly client: pg.Client) {}

  static async open(): Promise<Database> {
    const folder = join(process.env.KVITT_DATA_DIR ?? '.data', 'postgres');
    const password = readFileSync(join(folder, 'kvitt.password'), 'utf8').trim();
    const port = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]);
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'kvitt', password, database: 'kvitt' });
    await client.connect();
    return new Database(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** The first column of the first row. */
  async value(sql: string, values: readonly unknown[] = []): Promise<string> {
    const { rows } = await this.client.query<unknown[]>({ text: sql, values: [...values], rowMode: 'array' });
    return String(rows[0]?.[0]);
  }

  async run(sql: string, values: readonly unknown[] = []): Promise<void> {
    await this.client.query(sql, [...values]);
  }

  /**
   * Sets columns of the rows that `where` finds while `work` runs, then puts back what stood there; past the triggers that
   * keep history from being changed, as damage would be.
   */
  async during(
    table: string,
    where: { [column: string]: string },
    set: { [column: string]: unknown },
    work: () => Promise<void>,
  ): Promise<void> {
    const names = Object.keys(set);
    const finds = Object.keys(where).map((column, index) => `${column} = $${index + 1}`);
    const { rows } = await this.client.query<Record<string, unknown>>(
      `select ${names.join(', ')} from ${table} where ${finds.join(' and ')}`,
      Object.values(where),
    );
    if (rows.length !== 1) throw new Error(`${rows.length} rows of ${table} instead of one`);
    await this.write(table, where, set);
    // What the work has changed of the conditions themselves would not be found again.
    const there = {
      ...where,
      ...Object.fromEntries(names.filter((n) => n in where).map((n) => [n, set[n]])),
    };
    const before = Object.fromEntries(names.map((name) => [name, rows[0]?.[name]]));
    try {
      await work();
    } finally {
      await this.write(table, there, before);
    }
  }

  private async write(
    table: string,
    where: { [column: string]: unknown },
    set: { [column: string]: unknown },
  ): Promise<void> {
    const values = [...Object.values(set), ...Object.values(where)];
    const sets = Object.keys(set).map((column, index) => `${column} = $${index + 1}`);
    const finds = Object.keys(where).map((column, index) => `${column} = $${sets.length + index + 1}`);
    await this.client.query('set session_replication_role = replica');
    await this.client.query(`update ${table} set ${sets.join(', ')} where ${finds.join(' and ')}`, values);
    await this.client.query('set session_replication_role = origin');
  }
}
