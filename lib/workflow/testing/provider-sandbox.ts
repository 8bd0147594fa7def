import type { Capabilities } from '@/lib/payments/provider.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { drivers } from './drivers/registry.ts';
import { newBooks, type Row } from './provider-books.ts';
import type { Call, Lie, ProviderDriver, ProviderHand } from './provider-driver.ts';
import { type SandboxCall, sandboxCall } from './sandbox-call.ts';

/** A provider's sandbox in the hands of a test. */
export interface Sandbox extends ProviderHand {
  readonly driver: ProviderDriver;
  /** What the provider promises. */
  readonly can: Capabilities;
  /**
   * It sends all that it has to tell of these payments, once more if it did before, at once.
   * @returns what each was answered; nothing where it has nothing to tell.
   */
  tell(reference: string): Promise<number[]>;
  /**
   * The same one after another: `which` chooses one of them, or all, in the order they happened or backwards.
   * @returns how many were sent.
   */
  replay(reference: string, which?: number): Promise<number>;
  /** What happens meanwhile to these payments is told before the payer is sent back. */
  tellingAtOnce<T>(reference: string, act: () => Promise<T>): Promise<T>;
  /** Something goes wrong with a call of ours, until it is cleared. */
  break(call: Call, value: string): Promise<void>;
  /** Its API is gone. */
  kill(): Promise<void>;
  lie(what: Lie): Promise<void>;
  /** The faults of any name that it has; one for a payment of ours goes before one for all. */
  fault(name: string, value: string, times?: number, reference?: string): Promise<void>;
  /** Messages come when they are asked for, and only then. */
  silence(): Promise<void>;
  /** Nothing is wrong any more at any provider, and this one is silent. */
  calm(): Promise<void>;
}

/** What a provider promises, by its sandbox's merchant. */
export function capabilitiesOf(id: string): Capabilities {
  const options = { environment: 'live' as const, baseUrl: 'https://provider.example', fetch, timeoutMs: 1 };
  return providers.get(id).open(drivers.get(id).credentials, options).capabilities;
}

export function openSandbox(id: string, sandboxUrl: string): Sandbox {
  const call = sandboxCall(sandboxUrl);
  const driver = drivers.get(id);
  const hand = driver.hand(call, sandboxUrl);
  const fault = (name: string, value: string, times?: number, reference?: string) =>
    call<void>('/faults/api', 'PUT', { party: id, name, value, times, reference });
  const silence = () => fault('webhook', 'never');
  const can = capabilitiesOf(id);
  return {
    ...hand,
    ...teller(id, call),
    driver,
    can,
    async visit(page, act) {
      if (!driver.acts.includes(act)) throw new Error(`No ${act} at ${id}`);
      return hand.visit(page, act);
    },
    async tellingAtOnce(reference, act) {
      if (can.silent) return act();
      await fault('webhook', 'before-return', undefined, reference);
      const result = await act();
      const which = new URLSearchParams({ party: id, name: 'webhook', reference });
      await call(`/faults/api?${which}`, 'DELETE');
      return result;
    },
    fault,
    break: async (what, value) => {
      for (const name of driver.faults[what]) await fault(name, value);
    },
    kill: () => fault('api', 'dead'),
    lie: (what) => fault(what, what === 'status' ? 'unknown' : 'wrong'),
    silence,
    calm: async () => {
      await call('/faults/api', 'DELETE');
      await silence();
    },
  };
}

/** What sends a provider's messages. */
function teller(id: string, call: SandboxCall): Pick<Sandbox, 'tell' | 'replay'> {
  const { rows, at } = newBooks<Row>(id, call);
  return {
    async tell(reference) {
      const told = (await rows(reference))
        .filter(({ deliveries }) => deliveries.length > 0)
        .map(({ paymentId }) => call<Replayed>(at(paymentId, 'replay-webhook'), 'POST', {}));
      return (await Promise.all(told)).flatMap(statuses);
    },
    async replay(reference, which = 0) {
      let sent = 0;
      for (const { paymentId, deliveries } of await rows(reference)) {
        const chosen = chooseEvents(deliveries, which);
        for (const event of chosen) await call(at(paymentId, 'replay-webhook'), 'POST', { event });
        sent += chosen.length;
      }
      return sent;
    },
  };
}

/** Those of all registered providers, by id. */
export function openSandboxes(sandboxUrl: string): Map<string, Sandbox> {
  return new Map(drivers.ids().map((id) => [id, openSandbox(id, sandboxUrl)]));
}

/** @throws when no such provider is registered. */
export function ofProvider(sandboxes: Map<string, Sandbox>, id: string): Sandbox {
  const sandbox = sandboxes.get(id);
  if (!sandbox) throw new Error(`No sandbox of ${id}`);
  return sandbox;
}

/** One of a payment's events, or all of them, in the order they happened or backwards. */
export function chooseEvents(deliveries: readonly { event: string }[], which: number): string[] {
  const events = [...new Set(deliveries.map(({ event }) => event))];
  const all = which % 2 === 0 ? events : [...events].reverse();
  return which % 5 === 0 ? all : all.slice(0, 1);
}

interface Replayed {
  deliveries: { attempts: { status?: number }[] }[];
}

function statuses({ deliveries }: Replayed): number[] {
  return deliveries.map(({ attempts }) => attempts.at(-1)?.status ?? 0);
}
