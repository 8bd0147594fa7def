import { createServer } from 'node:http';
import { listen, originOf, stop } from '../../nets/testing/listen.ts';

export interface Received {
  /** Path and query that it came to. */
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: the wire's shape is what the tests assert.
  body: any;
}

/** A merchant's receiver of callbacks: keeps what comes, answers with `statuses` in turn and then 200. */
export async function startReceiver() {
  const received: Received[] = [];
  const waiters = new Set<() => void>();
  const statuses: number[] = [];
  const server = await listen(
    createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      received.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) });
      response.writeHead(statuses.shift() ?? 200).end();
      for (const waiter of [...waiters]) waiter();
    }),
  );
  return {
    url: `${originOf(server)}/hooks/payex`,
    received,
    statuses,
    /** Resolves when so many have come. */
    until: (count: number) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (received.length < count) return;
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
