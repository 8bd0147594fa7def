import { createVippsClient, type VippsClientOptions } from '@/lib/sdk/vipps/index.ts';
import { driverOf } from '../provider-driver.ts';
import { sandboxCall } from '../sandbox-call.ts';
import type { World } from '../world.ts';

/** Takes back what a world has registered for messages: its merchants are shared with the worlds that come after it. */
export async function forgetRegistration(world: World): Promise<void> {
  await sandboxCall(world.sandboxUrl)('/faults/api', 'DELETE');
  const { endpointToken } = await world.app.db.paymentAgreement.findFirstOrThrow({
    where: { provider: 'vipps' },
  });
  const { credentials } = await driverOf('vipps');
  const { webhooks } = createVippsClient({
    ...(credentials as unknown as VippsClientOptions),
    baseUrl: `${world.sandboxUrl}/vipps`,
  });
  for (const { id, url } of await webhooks.list()) if (url.endsWith(endpointToken)) await webhooks.delete(id);
}
