import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../../app.ts';
import { type Received, receiveMessage } from '../../paying/receive-message.ts';

/** Answers the sandbox's webhooks over HTTP as the portal's route does, in whatever process is put behind it. */
export interface WebhookDoor {
  url: string;
  /** What takes the next message; `stopped` when its process did not come to an answer. */
  behind(take: (use: (app: App) => Promise<Received>) => Promise<Received | 'stopped'>): void;
  /** @throws what taking a message has thrown by mistake since the last time: the provider only sees a 502. */
  assertSound(): void;
  close(): Promise<void>;
}

const statuses = { handled: 200, rejected: 404, malformed: 400, retry: 503, stopped: 502 } as const;

export async function openWebhookDoor(): Promise<WebhookDoor> {
  let take: Parameters<WebhookDoor['behind']>[0] = async () => 'stopped';
  const mistakes: unknown[] = [];
  const server = createServer(async (request, response) => {
    const use = await readMessage(request);
    const answer = await take(use).catch((mistake: unknown) => {
      mistakes.push(mistake);
      return 'stopped' as const;
    });
    response.writeHead(statuses[answer]).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // A provider may insist on a host with a name.
    url: `http://localhost:${port}`,
    behind(next) {
      take = next;
    },
    assertSound() {
      for (const mistake of mistakes.splice(0)) throw mistake;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readMessage(request: IncomingMessage): Promise<(app: App) => Promise<Received>> {
  const url = new URL(request.url ?? '/', 'http://door');
  const [, , , provider = '', token = ''] = url.pathname.split('/');
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const headers = new Headers(request.headers as Record<string, string>);
  return (app) =>
    receiveMessage(app, provider, token, url.searchParams.get('attempt'), { headers, body, url: url.href });
}
