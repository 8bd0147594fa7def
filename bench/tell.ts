import { send } from './http.ts';
import { portalUrl } from './paths.ts';
import type { Telling } from './payers/payer.ts';

/** Sends a provider's message to the portal as the provider would; gives 200 when it was taken, else the status that it was answered. */
export async function deliver({
  url,
  headers,
  body,
  method = 'POST',
  answered = 200,
}: Telling): Promise<number> {
  const { pathname, search } = new URL(url);
  const content = method === 'POST' ? { body } : {};
  const { status } = await send(`${portalUrl}${pathname}${search}`, { method, headers, ...content });
  return status === answered ? 200 : status;
}

/** The same. @throws when it is not taken. */
export async function tell(message: Telling | undefined): Promise<void> {
  if (!message) throw new Error('No message is left to deliver');
  const status = await deliver(message);
  if (status !== 200) throw new Error(`A message was answered ${status}`);
}
