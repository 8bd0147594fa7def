import { type Incoming, startReceiverAt } from '../../testing/receiver.ts';

/** A merchant's receiver of webhooks. */
export async function startReceiver() {
  const receiver = await startReceiverAt('/hooks/nexi', ({ text, headers }: Incoming) => {
    // biome-ignore lint/suspicious/noExplicitAny: the wire's shape is what the tests assert.
    const body: any = JSON.parse(text);
    return { event: String(body.event), body, headers };
  });
  return { ...receiver, names: () => receiver.received.map(({ event }) => event) };
}
