import { z } from 'zod';
import {
  PAYMENT_EVENT_NAMES,
  type VippsClient,
  VippsError,
  type WebhookEventType,
} from '@/lib/sdk/vipps/index.ts';

const registered = z.object({
  id: z.string(),
  secret: z.string().min(1),
  /** Secrets of the registration before this one: messages on their way are signed with them. */
  before: z.array(z.string().min(1)).optional(),
});

const events = PAYMENT_EVENT_NAMES.map(
  (name) => `epayments.payment.${name.toLowerCase()}.v1` as WebhookEventType,
);

/** The secrets that messages may be signed with, the one in use first; none before it is registered. */
export function secretsOf(registration: unknown): string[] {
  const { data } = registered.safeParse(registration);
  return data ? [data.secret, ...(data.before ?? [])] : [];
}

/** Tells where messages go, in place of what was told before. */
export async function registerAgain(
  { webhooks }: Pick<VippsClient, 'webhooks'>,
  url: string,
  { earlier, repeats }: { earlier: unknown; repeats: boolean },
): Promise<{ registration: object }> {
  const { data } = registered.safeParse(earlier);
  // One of the same address, that we know nothing of: its secret was shown once, to nobody.
  if (repeats && !data)
    for (const webhook of await webhooks.list()) if (webhook.url === url) await webhooks.delete(webhook.id);
  const { id, secret } = await webhooks.register({ url, events });
  // Else each message would come twice. One that is gone already, or stays, does no harm.
  if (data) await webhooks.delete(data.id).catch(ignoreTheirs);
  return { registration: { id, secret, ...(data && { before: [data.secret] }) } };
}

/** Ends one that was not kept. */
export async function takeBack(
  { webhooks }: Pick<VippsClient, 'webhooks'>,
  registration: unknown,
): Promise<object> {
  await webhooks.delete(registered.parse(registration).id);
  return {};
}

function ignoreTheirs(error: unknown): void {
  if (!(error instanceof VippsError)) throw error;
}
