import { KvittError } from '@/lib/core/errors.ts';
import type { Database, Transaction } from '@/lib/db/client.ts';
import type { OpenProvider } from '@/lib/payments/provider.ts';
import type { App } from '../../app.ts';

/**
 * What becomes of a process while it works: it lives; it dies; or it stands still, and goes on when the others have done
 * something. `at` counts the boundaries it passes: before and after each call to a provider or mail server, before and
 * after each commit. Nothing of a transaction that was not committed remains, as when a machine loses its power. One that
 * `holds` stands still before one of its commits, with all the locks that it has.
 */
export type Fate = { kind: 'lives' } | { kind: 'dies' | 'stalls' | 'holds'; at: number };

/** One process of the portal, with its own fate. */
export interface MortalProcess {
  /** Runs one use case until it is over, or the process has stopped. @throws what the use case throws by mistake. */
  run(use: (app: App) => Promise<unknown>): Promise<'done' | 'stopped'>;
  /** Lets a process that stands still go on, to its end; nothing to one that died. */
  resume(): Promise<void>;
}

type Boundary = 'before_call' | 'after_call' | 'before_commit' | 'after_commit';

const powerLoss = new Error('The process has died');
/** Each its own: one for all would hold on to whatever has ever waited for it. */
const never = () => new Promise<never>(() => undefined);

export function mortalProcess(app: App, fate: Fate): MortalProcess {
  let passed = 0;
  let hasStopped = false;
  let work: Promise<void> = Promise.resolve();
  const stopped = gate();
  const goOn = gate();

  /** Whether the process stops here. */
  const stopsAt = (boundary: Boundary): boolean => {
    if (fate.kind === 'holds' && boundary !== 'before_commit') return false;
    passed += 1;
    if (fate.kind === 'lives' || hasStopped || passed <= fate.at) return false;
    hasStopped = fate.kind !== 'stalls' || boundary !== 'before_commit';
    return hasStopped;
  };
  const stop = (): Promise<void> => {
    stopped.open();
    return fate.kind === 'dies' ? never() : goOn.opened;
  };
  const pass = async (boundary: Boundary) => {
    if (stopsAt(boundary)) await stop();
  };
  const around = async <T>(call: () => Promise<T>): Promise<T> => {
    await pass('before_call');
    const result = await call();
    await pass('after_call');
    return result;
  };
  const mortal: App = {
    ...app,
    db: mortalDatabase(app.db, fate, stopsAt, stop),
    mail: { send: (mail) => around(() => app.mail.send(mail)) },
    openProvider: (agreement) => mortalProvider(app.openProvider(agreement), around),
  };
  return {
    async run(use) {
      work = use(mortal).then(() => undefined, forgiveLostRace);
      return Promise.race([work.then(() => 'done' as const), stopped.opened.then(() => 'stopped' as const)]);
    },
    async resume() {
      if (!hasStopped || fate.kind === 'dies') return;
      goOn.open();
      await work;
    },
  };
}

function mortalDatabase(
  db: Database,
  fate: Fate,
  stopsAt: (boundary: Boundary) => boolean,
  stop: () => Promise<void>,
): Database {
  const transact = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    try {
      const result = await db.$transaction(async (tx) => {
        const done = await work(tx);
        if (!stopsAt('before_commit')) return done;
        if (fate.kind === 'dies') throw powerLoss;
        await stop();
        return done;
      });
      if (stopsAt('after_commit')) await stop();
      return result;
    } catch (error) {
      if (error !== powerLoss) throw error;
      await stop();
      return never();
    }
  };
  return new Proxy(db, {
    get: (target, name) => (name === '$transaction' ? transact : Reflect.get(target, name)),
  });
}

const calls = new Set(['create', 'fetch', 'capture', 'cancel', 'refund']);

function mortalProvider(
  provider: OpenProvider,
  around: <T>(call: () => Promise<T>) => Promise<T>,
): OpenProvider {
  return new Proxy(provider, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || !calls.has(String(name))) return member;
      return (request: unknown) => around(() => Reflect.apply(member, target, [request]) as Promise<unknown>);
    },
  });
}

/** To lose a race is normal and ends read-only; everything else is a mistake. */
function forgiveLostRace(error: unknown): void {
  if (error instanceof KvittError && error.code === 'conflict') return;
  throw error;
}

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
