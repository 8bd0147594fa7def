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
