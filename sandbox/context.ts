import type { Router } from 'express';

/** What every simulated party gets: where it is reached, the clock, random ids, its books and the faults asked for. */
export interface SandboxContext {
  /** Absolute public URL below this party, e.g. `url('/v1/payments')` → `http://127.0.0.1:4010/nets/v1/payments`. */
  url(path?: string): string;
  /** The portal's own origin, e.g. `http://localhost:3000`. */
  portalUrl: string;
  /** The sandbox's origin, for links between parties. */
  sandboxUrl: string;
  now(): Date;
  /** `bytes` random bytes as lower-case hex. */
  randomHex(bytes: number): string;
  store: SandboxStore;
  faults: FaultBook;
  log(line: string): void;
  /** Runs when this sandbox stops: clear timers, close servers. Safe with several sandboxes in one process. */
  onClose(close: () => void | Promise<void>): void;
}

/** A small named JSON document store; when a data file is configured it survives a restart of the sandbox. */
export interface SandboxStore {
  collection<T>(name: string): Collection<T>;
}

export interface Collection<T> {
  get(id: string): T | undefined;
  set(id: string, value: T): void;
  delete(id: string): void;
  values(): T[];
  clear(): void;
}

/**
 * Faults asked for, globally per party or for one reference (a payment id, or our own reference).
 * `take` consumes a counted fault; a fault without a count stays until it is removed.
 */
export interface FaultBook {
  /** Name of the fault's value when active, e.g. `webhook` → `never`; undefined when none. */
  take(party: string, name: string, reference?: string): string | undefined;
  peek(party: string, name: string, reference?: string): string | undefined;
  set(fault: Fault): void;
  remove(party: string, name: string, reference?: string): void;
  list(): Fault[];
  clear(): void;
  /** Waits until a named gate is opened or the delay is over: for `slow` and `dead`. */
  sleep(ms: number): Promise<void>;
}

export interface Fault {
  party: string;
  name: string;
  value: string;
  /** A payment id or reference; absent means every one. */
  reference?: string;
  /** How many times it strikes; absent means until removed. */
  times?: number;
}

/** One simulated party: a line in `parties.ts`. */
export interface Party {
  /** First path segment, e.g. `nets`. */
  id: string;
  title: string;
  /** Faults it knows, for the faults page: name → allowed values with a word of explanation. */
  faults: Record<string, Record<string, string>>;
  create(context: SandboxContext): Router | Promise<Router>;
  /** The mail party alone: the SMTP port it listens on once created. */
  smtpPort?(): number;
  /** Links on the front page: path below the party → text. */
  links?: Record<string, string>;
}
