import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listen, originOf, stop } from './listen.ts';

export interface Received {
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the wire's shape is what the tests assert.
  body: any;
  text: string;
  path: string;
  headers: IncomingHttpHeaders;
}

/** A merchant's webhook receiver: keeps what comes, answers with `statuses` in turn and then 200. */
export async function startReceiver() {
  const received: Received[] = [];
  const waiters = new Set<() => void>();
  const statuses: number[] = [];
  const server = await listen(
    createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      const body = JSON.parse(text);
      received.push({ name: body.name, body, text, path: request.url ?? '', headers: request.headers });
      response.writeHead(statuses.shift() ?? 200).end();
      for (const waiter of [...waiters]) waiter();
    }),
  );
  return {
    url: `${originOf(server)}/hooks/vipps?token=a%20b`,
    received,
    statuses,
    names: () => received.map(({ name }) => name),
    /** Resolves when the condition holds, tried after each webhook. */
    until: (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (!holds()) return;
          waiters.delete(check);
          resolve();
        };
        waiters.add(check);
        check();
      }),
    clear: () => received.splice(0),
    close: () => stop(server),
  };
}
