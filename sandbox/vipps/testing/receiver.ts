import { type Incoming, startReceiverAt } from '../../testing/receiver.ts';

/** A merchant's receiver of webhooks. */
export async function startReceiver() {
  const receiver = await startReceiverAt('/hooks/vipps?token=a%20b', (incoming: Incoming) => {
    // biome-ignore lint/suspicious/noExplicitAny: the wire's shape is what the tests assert.
    const body: any = JSON.parse(incoming.text);
    return { ...incoming, name: String(body.name), body };
  });
  return { ...receiver, names: () => receiver.received.map(({ name }) => name) };
}
