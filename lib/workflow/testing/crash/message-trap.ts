import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawMessage } from './deed.ts';

/** Stands where the portal would, and keeps the providers' messages instead of answering them. */
export interface MessageTrap {
  url: string;
  /** What comes while `sends` runs. */
  during(sends: () => Promise<unknown>): Promise<RawMessage[]>;
  close(): void;
}

export async function openMessageTrap(): Promise<MessageTrap> {
  let caught: RawMessage[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    caught.push({ url: `http://${request.headers.host}${request.url}`, headers, body });
    response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // By name: not every provider sends a browser back to a number.
    url: `http://localhost:${port}`,
    async during(sends) {
      caught = [];
      await sends();
      return caught;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
