import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

/*
 * The floor of our routes: a bare JSON route on Node's own http that makes the same number of round trips to the same
 * PostgreSQL with raw `pg`: single-row reads and updates by primary key, and as many transactions.
 * GET /?reads=R&writes=W&transactions=T
 */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  application_name: 'kvitt-bench-floor',
});
const rows = 10_000;
const mostWrites = 100;

await pool.query('create schema if not exists bench');
await pool.query('create table if not exists bench.subject (id int primary key, answers jsonb, seq int)');
await pool.query(
  `insert into bench.subject select n, jsonb_build_object('text', repeat('x', 500)), 0
     from generate_series(1, ${rows}) n on conflict do nothing`,
);

const anyId = () => 1 + Math.floor(Math.random() * (rows - mostWrites));
const read = (db: pg.Pool | pg.PoolClient) =>
  db.query('select id, answers, seq from bench.subject where id = $1', [anyId()]);
const write = (db: pg.Pool | pg.PoolClient, id: number) =>
  db.query('update bench.subject set seq = seq + 1, answers = $2 where id = $1', [
    id,
    { text: randomUUID().repeat(14) },
  ]);

async function answer(reads: number, writes: number, transactions: number): Promise<unknown> {
  let last: unknown;
  for (let n = 0; n < reads; n += 1) last = (await read(pool)).rows[0];
  const each = transactions > 0 ? Math.ceil(writes / transactions) : 0;
  let left = writes;
  for (let n = 0; n < transactions; n += 1) {
    const client = await pool.connect();
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
  for (; left > 0; left -= 1) await write(pool, anyId());
  return last;
}

createServer(async (request, response) => {
  const query = new URL(request.url ?? '/', 'http://floor').searchParams;
  const number = (name: string) => Number(query.get(name) ?? 0);
  try {
    const found = await answer(number('reads'), number('writes'), number('transactions'));
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, found }));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('floor ready'));
