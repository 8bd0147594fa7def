import { createServer, type Server } from 'node:http';
import { judgeReply, judgeRequest } from '../../../../sandbox/vipps/testing/openapi.ts';
import { startSandbox as startProcess } from '../../../identity/testing/sandbox.ts';
import { createVippsClient, type VippsClient, type VippsClientOptions } from '../index.ts';
import { wireProblems } from './wire.ts';

export interface Incoming {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** The project's simulated parties in a process of their own, and a receiver of webhooks. */
export async function startSandbox() {
  const { url: origin, stop } = await startProcess('http://localhost:3000');
  const received: Incoming[] = [];
  const receiver = createServer((incoming, reply) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
      received.push({
        url: `http://${incoming.headers.host}${incoming.url}`,
        headers: Object.fromEntries(headers),
        body: Buffer.concat(chunks).toString(),
      });
      reply.writeHead(200).end();
    });
  });
  const port = await listen(receiver);
  return {
    received,
    receiverUrl: `http://127.0.0.1:${port}/hook/t0ken?x=1`,
    newClient: (options: Partial<VippsClientOptions> = {}) => newClient(`${origin}/vipps`, options),
    /** A call of the books, the pages or the faults: below the sandbox's origin. */
    async ask(method: string, path: string, body: object = {}): Promise<unknown> {
      const reply = await fetch(`${origin}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: method === 'GET' ? undefined : JSON.stringify(body),
      });
      if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
      return reply.status === 204 ? undefined : reply.json();
    },
    close() {
      stop();
      receiver.close();
    },
  };
}

export function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}

/** Everything that it sends and everything that comes back is held against the OpenAPI files; see `wireProblems`. */
function newClient(baseUrl: string, options: Partial<VippsClientOptions>): VippsClient {
  return createVippsClient({
    clientId: 'sandbox-vipps-client-id',
    clientSecret: 'sandbox-vipps-client-secret',
    subscriptionKey: 'sandbox-vipps-subscription-key',
    merchantSerialNumber: '100001',
    baseUrl,
    timeoutMs: 10_000,
    retryDelay: async () => undefined,
    system: { name: 'kvitt', version: '1.0' },
    fetch: async (url, init) => {
      const method = init.method ?? 'GET';
      const path = url.slice(baseUrl.length);
      const body = typeof init.body === 'string' ? init.body : '';
      wireProblems.push(...judgeRequest({ method, path, headers: new Headers(init.headers), body }));
      const reply = await fetch(url, init);
      const { status, headers } = reply;
      const text = await reply.clone().text();
      wireProblems.push(...judgeReply({ method, path }, { status, headers, body: text }));
      return reply;
    },
    ...options,
  });
}
