import { createServer, type IncomingMessage as HttpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage } from '@/lib/payments/provider.ts';
import type { App } from '../../app.ts';
import { type Received, receiveMessage } from '../../paying/receive-message.ts';

type Take = (use: (app: App) => Promise<Received>) => Promise<Received | 'stopped'>;

export interface TakeOptions {
  /** The next messages are not the provider's: whoever sent them does not know its secrets. */
  forged?: boolean;
  /** Whatever came of it, the provider hears that all is well and never tells again. */
  thanks?: boolean;
}

/** Answers the sandbox's webhooks over HTTP as the portal's route does, in whatever process is put behind it. */
export interface WebhookDoor {
  url: string;
  /** What takes the next messages; `stopped` when its process did not come to an answer. */
  behind(take: Take, options?: TakeOptions): void;
  /** @throws what taking a message has thrown by mistake since the last time: the provider only sees a 502. */
  assertSound(): void;
  close(): Promise<void>;
}

const statuses = { handled: 200, rejected: 404, malformed: 400, retry: 503, stopped: 502 } as const;

export async function openWebhookDoor(): Promise<WebhookDoor> {
  let take: Take = async () => 'stopped';
  let options: TakeOptions = {};
  const mistakes: unknown[] = [];
  const server = createServer(async (request, response) => {
    const { forged, thanks } = options;
    const answer = await take(await readMessage(request, forged)).catch((mistake: unknown) => {
      mistakes.push(mistake);
      return 'stopped' as const;
    });
    if (forged && (answer === 'handled' || answer === 'retry'))
      mistakes.push(new Error(`A forged message was believed: ${request.url}`));
    response.writeHead(thanks ? 200 : statuses[answer]).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // By name: not every provider sends a browser back to a number.
    url: `http://localhost:${port}`,
    behind(next, how = {}) {
      take = next;
      options = how;
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

async function readMessage(
  request: HttpRequest,
  forged: boolean | undefined,
): Promise<(app: App) => Promise<Received>> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const message = { headers, body, url: url.href };
  const [, , , provider = '', token = ''] = url.pathname.split('/');
  const attemptId = url.searchParams.get('attempt');
  return (app) => receiveMessage(app, provider, token, attemptId, forged ? forge(message) : message);
}

/** As somebody would write it who has seen such messages and knows no secret: one is in the header, the address or the body. */
function forge({ headers, body, url = '' }: IncomingMessage): IncomingMessage {
  const spoilt = new Headers(headers);
  const authorization = headers.get('authorization');
  if (authorization) spoilt.set('authorization', spoil(authorization));
  const address = new URL(url);
  for (const [name, value] of address.searchParams)
    if (name !== 'attempt') address.searchParams.set(name, spoil(value));
  return {
    headers: spoilt,
    url: address.href,
    body: body.replace(/(?<=\b(?:MAC|authkey)=)[0-9A-Fa-f]+/, spoil),
  };
}

function spoil(secret: string): string {
  return `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`;
}
