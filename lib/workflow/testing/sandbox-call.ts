/** Asks the sandbox's own doors for tests. @throws on any answer but a good one. */
export type SandboxCall = <T>(path: string, method?: string, body?: unknown) => Promise<T>;

export function sandboxCall(sandboxUrl: string): SandboxCall {
  return async <T>(path: string, method = 'GET', body?: unknown) => {
    const reply = await fetch(`${sandboxUrl}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    const text = await reply.text();
    return (text ? JSON.parse(text) : undefined) as T;
  };
}

interface Replayed {
  deliveries: { attempts: { status?: number }[] }[];
}

/** Sends a payment's messages, and gives the status that each was answered; none when it has no messages. */
export async function replay(call: SandboxCall, paymentPath: string): Promise<number[]> {
  const deliveries = await call<unknown[]>(`${paymentPath}/deliveries`);
  if (deliveries.length === 0) return [];
  const replayed = await call<Replayed>(`${paymentPath}/replay-webhook`, 'POST', {});
  return replayed.deliveries.map(({ attempts }) => attempts.at(-1)?.status ?? 0);
}
