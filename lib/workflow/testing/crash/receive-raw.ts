import type { App } from '../../app.ts';
import { type Received, receiveMessage } from '../../paying/receive-message.ts';
import type { RawMessage } from './deed.ts';

/** Takes a message as the portal's route does. */
export function receiveRaw(app: App, { url, headers, body }: RawMessage): Promise<Received> {
  const address = new URL(url);
  const [, , , provider = '', token = ''] = address.pathname.split('/');
  const message = { url, headers: new Headers(headers), body };
  return receiveMessage(app, provider, token, address.searchParams.get('attempt'), message);
}
