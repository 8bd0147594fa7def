import { drivers } from '../drivers/registry.ts';

/** The wire to the providers: a call can be held on the way, and is carried out long after Kvitt has given up waiting for it. */
export interface Network {
  fetch: typeof fetch;
  /** So many of the next calls that change something are held: nobody answers them in time. */
  hold(times: number): void;
  /** What is on the way arrives, in the order it was sent; nobody waits for the answers. */
  arrive(): Promise<void>;
  /** Nothing is held any more, and what was arrives. */
  clear(): Promise<void>;
}

export function newNetwork(): Network {
  let holds = 0;
  const onTheWay: (() => Promise<unknown>)[] = [];
  const arrive = async () => {
    for (const send of onTheWay.splice(0)) await send();
  };
  return {
    async fetch(input, init) {
      if (holds === 0 || !changesAPayment(input, init)) return fetch(input, init);
      holds -= 1;
      const { signal: _, ...rest } = init ?? {};
      onTheWay.push(() =>
        fetch(input, rest).then(
          (reply) => reply.body?.cancel(),
          // It meets another fault there.
          () => undefined,
        ),
      );
      throw new DOMException('Nobody answered in time', 'TimeoutError');
    },
    hold(times) {
      holds = times;
    },
    arrive,
    async clear() {
      holds = 0;
      await arrive();
    },
  };
}

/** A call to a provider: the registers are reached by the same wire. */
function changesAPayment(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): boolean {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  return drivers.has(pathname.split('/')[1] ?? '') && (init?.method ?? 'GET') !== 'GET';
}
