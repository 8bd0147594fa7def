import { createServer, type Server } from 'node:http';
import { expect } from 'vitest';
import { startSandbox } from '../../identity/testing/sandbox.ts';

/** What a provider has told us. */
export interface Incoming {
  url: URL;
  headers: Record<string, string>;
  body: string;
}

/** The project's simulated parties in a process of their own, and a receiver of what they tell, both over real HTTP. */
export interface ContractSandbox {
  origin: string;
  receiverUrl: string;
  /** Oldest first; answered with 200. */
  received: Incoming[];
  /** A call of the books, the pages or the faults: below the sandbox's origin. @throws on any answer but a good one. */
  ask<T = unknown>(method: string, path: string, body?: object): Promise<T>;
  close(): void;
}

export async function startContractSandbox(): Promise<ContractSandbox> {
  const sandbox = await startSandbox('http://localhost:3000');
  const received: Incoming[] = [];
  const receiver = createServer(async (incoming, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
    received.push({
      url: new URL(incoming.url ?? '', `http://${incoming.headers.host}`),
      headers: Object.fromEntries(headers),
      body: Buffer.concat(chunks).toString(),
    });
    reply.writeHead(200).end();
  });
  const port = await listen(receiver);
  return {
    origin: sandbox.url,
    receiverUrl: `http://127.0.0.1:${port}/hook`,
    received,
    async ask<T>(method: string, path: string, body?: object) {
      const reply = await fetch(`${sandbox.url}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
      return (text ? JSON.parse(text) : undefined) as T;
    },
    close() {
      sandbox.stop();
      receiver.close();
    },
  };
}

/** Gives the port. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}

/** Where nobody listens. */
export async function deadOrigin(): Promise<string> {
  const closed = createServer();
  const port = await listen(closed);
  await new Promise((resolve) => closed.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** A test of the errors of one client: a call fails with one of its class that has these properties. */
export function expectErrorOf(kind: new (...some: never[]) => Error) {
  return async (call: Promise<unknown>, expected: object): Promise<void> => {
    const error = await call.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject(expected);
  };
}
