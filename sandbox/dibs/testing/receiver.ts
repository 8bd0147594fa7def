import { createServer } from 'node:http';
import { listen, originOf, stop } from '../../nets/testing/listen.ts';

/** A merchant's callback receiver: keeps the forms that come, answers with `statuses` in turn and then 200. */
export async function startReceiver() {
  const received: [string, string][][] = [];
  const waiters = new Set<() => void>();
  const statuses: number[] = [];
  const of = (orderId: string) =>
    received.filter((fields) =>
      fields.some(([name, value]) => name.toLowerCase() === 'orderid' && value === orderId),
    );
  const server = await listen(
    createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      received.push([...new URLSearchParams(Buffer.concat(chunks).toString())]);
      response.writeHead(statuses.shift() ?? 200).end();
      for (const waiter of [...waiters]) waiter();
    }),
  );
  return {
    url: `${originOf(server)}/callback`,
    of,
    statuses,
    /** The statuses told of an order, in the order they came. */
    told: (orderId: string) => of(orderId).map((fields) => Object.fromEntries(fields).status),
    /** The newest callback of an order. */
    last: (orderId: string): Record<string, string> => Object.fromEntries(of(orderId).at(-1) ?? []),
    /** Resolves when so many of an order have come. */
    until: (orderId: string, count: number) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (of(orderId).length < count) return;
          waiters.delete(check);
          resolve();
        };
        waiters.add(check);
        check();
      }),
    close: () => stop(server),
  };
}
