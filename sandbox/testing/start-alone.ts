import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import type { Fault, Party, SandboxContext } from '../context.ts';
import { createFaultBook } from '../faults.ts';
import { listen, originOf, stop } from '../nets/testing/listen.ts';
import { createStore } from '../store.ts';

export const today = new Date('2026-01-05T10:00:00.000Z');

/** One party alone on a port of its own, for its tests. Its clock stands still at `clock.now`. */
export async function startAlone(party: Party, { dataFile }: { dataFile?: string } = {}) {
  const app = express();
  const server = await listen(createServer(app));
  const origin = originOf(server);
  const faults = createFaultBook();
  const closers: (() => void | Promise<void>)[] = [];
  const clock = { now: today };
  const context: SandboxContext = {
    url: (path = '') => `${origin}/${party.id}${path}`,
    portalUrl: 'http://localhost:3000',
    sandboxUrl: origin,
    now: () => clock.now,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    store: createStore(dataFile),
    faults,
    log: () => {},
    onClose: (close) => void closers.push(close),
  };
  app.use(`/${party.id}`, await party.create(context));
  return {
    url: context.url,
    clock,
    fault: (name: string, value: string, more: Partial<Fault> = {}) =>
      faults.set({ party: party.id, name, value, ...more }),
    clearFaults: () => faults.clear(),
    async close() {
      faults.clear();
      for (const close of closers) await close();
      await stop(server);
    },
  };
}

// Tests read replies by name; what is not there shows as undefined.
// biome-ignore lint/suspicious/noExplicitAny: the wire's shape is what the tests assert.
export function parse(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
