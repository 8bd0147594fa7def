import { randomUUID } from 'node:crypto';
import pg from 'pg';

/*
 * What the floors of our routes do: as many round trips as the measured route, to the same PostgreSQL, with raw `pg`:
 * single-row reads and updates by primary key, and as many transactions. Plain JavaScript, as the bare Next application is.
 */
const rows = 10_000;
const mostWrites = 100;

/** @type {pg.Pool | undefined} */
let pool;

function open() {
  pool ??= new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 10,
    application_name: 'kvitt-bench-floor',
  });
  return pool;
}

/** Makes the table that is read and written, once. */
export async function prepareRows() {
  await open().query('create schema if not exists bench');
  await open().query('create table if not exists bench.subject (id int primary key, answers jsonb, seq int)');
  await open().query(
    `insert into bench.subject select n, jsonb_build_object('text', repeat('x', 500)), 0
       from generate_series(1, ${rows}) n on conflict do nothing`,
  );
}

const anyId = () => 1 + Math.floor(Math.random() * (rows - mostWrites));

/** @param {pg.Pool | pg.PoolClient} db */
const read = (db) => db.query('select id, answers, seq from bench.subject where id = $1', [anyId()]);

/** @param {pg.Pool | pg.PoolClient} db @param {number} id */
const write = (db, id) =>
  db.query('update bench.subject set seq = seq + 1, answers = $2 where id = $1', [
    id,
    { text: randomUUID().repeat(14) },
  ]);

/**
 * Does what `?reads=R&writes=W&transactions=T` asks for.
 * @param {URLSearchParams} query
 * @returns {Promise<unknown>} the last row read.
 */
export async function doSql(query) {
  const number = (/** @type {string} */ name) => Number(query.get(name) ?? 0);
  const [reads, writes, transactions] = [number('reads'), number('writes'), number('transactions')];
  let last;
  for (let n = 0; n < reads; n += 1) last = (await read(open())).rows[0];
  const each = transactions > 0 ? Math.ceil(writes / transactions) : 0;
  let left = writes;
  for (let n = 0; n < transactions; n += 1) {
    const client = await open().connect();
    try {
      await client.query('begin');
      // In rising order: transactions that meet wait for each other, and never in a ring.
      const first = anyId();
      for (let w = 0; w < each && left > 0; w += 1, left -= 1) await write(client, first + w);
      await client.query('commit');
    } finally {
      client.release();
    }
  }
  for (; left > 0; left -= 1) await write(open(), anyId());
  return last;
}
