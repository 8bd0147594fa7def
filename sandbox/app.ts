import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { SandboxContext } from './context.ts';
import { createFaultBook } from './faults.ts';
import { createFaultsRouter } from './faults-page.ts';
import type { ExtraClient } from './idporten/clients.ts';
import { renderIndex } from './index-page.ts';
import { createParties } from './parties.ts';
import { createStore } from './store.ts';

export interface SandboxOptions {
  /** HTTP port; 0 lets the OS choose. */
  port: number;
  /** SMTP port of the mail sink; 0 lets the OS choose. */
  smtpPort: number;
  /** Address to listen on, default 127.0.0.1. */
  host?: string;
  /** The portal's origin, for the OIDC client's registered addresses. */
  portalUrl: string;
  /** File where the books are kept between restarts; absent keeps them in memory only. */
  dataFile?: string;
  /** OIDC clients besides `kvitt-portal`. */
  oidcClients?: ExtraClient[];
  /** The sandbox's clock. */
  now?: () => Date;
  log?: (line: string) => void;
}

export interface Sandbox {
  /** Origin, e.g. `http://127.0.0.1:4010`. */
  url: string;
  smtpPort: number;
  close(): Promise<void>;
}

/**
 * Starts every simulated party in one HTTP server (and the SMTP sink beside it).
 * Rejects when a port is taken (`EADDRINUSE`).
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  // Issuer and links hold the port, so the server listens before the parties are made.
  let app: Express | undefined;
  const server = createServer((request, response) => {
    if (app) app(request, response);
    else response.writeHead(503).end();
  });
  const url = `http://${host}:${await listen(server, options.port, host)}`;

  const closers: (() => void | Promise<void>)[] = [];
  const close = async () => {
    faults.clear();
    for (const closer of closers.reverse()) await closer();
    await stop(server);
  };
  const faults = createFaultBook();
  const store = createStore(options.dataFile);
  const parties = createParties(options);

  try {
    const next = express();
    next.disable('x-powered-by');
    next.use('/faults', createFaultsRouter(faults, parties));
    for (const party of parties) {
      const context: SandboxContext = {
        url: (path = '') => `${url}/${party.id}${path}`,
        portalUrl: options.portalUrl,
        sandboxUrl: url,
        now: options.now ?? (() => new Date()),
        randomHex: (bytes) => randomBytes(bytes).toString('hex'),
        store,
        faults,
        log: options.log ?? (() => {}),
        onClose: (closer) => closers.push(closer),
      };
      next.use(`/${party.id}`, await party.create(context));
    }
    next.get('/', (_request, response) => {
      response.type('html').send(renderIndex(parties, options.portalUrl));
    });
    next.use(answerError(options.log));
    app = next;
    const mail = parties.find((party) => party.smtpPort !== undefined);
    return { url, smtpPort: mail?.smtpPort?.() ?? 0, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Malformed bodies and our own mistakes: a short JSON answer instead of a stack trace. */
function answerError(log?: (line: string) => void): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error?.status === 'number' ? error.status : 500;
    if (status >= 500) log?.(`${request.method} ${request.path}: ${error?.stack ?? error}`);
    response.status(status).json({ error: status >= 500 ? 'internal_error' : 'invalid_request' });
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Kept-alive connections and calls that a fault holds open would otherwise keep the process up.
    server.closeAllConnections();
  });
}
