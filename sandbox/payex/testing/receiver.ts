import { type Incoming, startReceiverAt } from '../../testing/receiver.ts';

/** A merchant's receiver of callbacks. */
export async function startReceiver() {
  const receiver = await startReceiverAt('/hooks/payex', ({ text, path }: Incoming) => {
    // biome-ignore lint/suspicious/noExplicitAny: the wire's shape is what the tests assert.
    const body: any = JSON.parse(text);
    return { path, body };
  });
  return {
    ...receiver,
    /** Resolves when so many have come. */
    until: (count: number) => receiver.until(() => receiver.received.length >= count),
  };
}
