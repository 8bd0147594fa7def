import { openSandboxes } from '../provider-sandbox.ts';
import { sandboxCall } from '../sandbox-call.ts';
import type { World } from '../world.ts';

/** Takes back what a world has registered for messages: its merchants are shared with the worlds that come after it. */
export async function forgetRegistrations({ app, sandboxUrl }: World): Promise<void> {
  await sandboxCall(sandboxUrl)('/faults/api', 'DELETE');
  const sandboxes = openSandboxes(sandboxUrl);
  for (const { provider, endpointToken } of await app.db.paymentAgreement.findMany())
    await sandboxes.get(provider)?.forget?.(endpointToken);
}
