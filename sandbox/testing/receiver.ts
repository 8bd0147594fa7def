import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listen, originOf, stop } from '../nets/testing/listen.ts';

/** A message as it came over the wire. */
export interface Incoming {
  text: string;
  /** Path and query that it came to. */
  path: string;
  headers: IncomingHttpHeaders;
}

/** A merchant's receiver at a path: keeps what comes, as `read` has it; answers with `statuses` in turn and then 200. */
export async function startReceiverAt<T>(path: string, read: (incoming: Incoming) => T) {
  const received: T[] = [];
  const waiters = new Set<() => void>();
  const statuses: number[] = [];
  const server = await listen(
    createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      received.push(read({ text, path: request.url ?? '', headers: request.headers }));
      response.writeHead(statuses.shift() ?? 200).end();
      for (const waiter of [...waiters]) waiter();
    }),
  );
  return {
    url: `${originOf(server)}${path}`,
    received,
    statuses,
    /** Resolves when the condition holds, tried after each message. */
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
