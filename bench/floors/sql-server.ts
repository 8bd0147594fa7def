import { createServer } from 'node:http';
import { doSql, prepareRows } from './sql-work.mjs';

/* The floor of our routes without any framework: a bare JSON route on Node's own http. GET /?reads=R&writes=W&transactions=T */
await prepareRows();

createServer(async (request, response) => {
  try {
    const found = await doSql(new URL(request.url ?? '/', 'http://floor').searchParams);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, found }));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('floor ready'));
