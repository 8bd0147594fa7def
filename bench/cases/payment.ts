import { untilDelivered } from '../delivered.ts';
import { againstRoutes } from '../floors/floors.ts';
import { type Sending, send } from '../http.ts';
import { portalUrl, sandboxUrl } from '../paths.ts';
import type { Comparison } from '../rounds.ts';
import { copyCase } from '../seed.ts';
import type { Setting } from '../setting.ts';
import { begin, confirm, fillIn, pressPay } from '../trademark.ts';

const provider =
  'the provider is asked once meanwhile, over HTTP, on the same two cores; the floor asks nobody';

/** Opening a payment, and the provider's message that completes a case. Each case can do so once: rounds are by number. */
export async function paymentCases(setting: Setting): Promise<Comparison[]> {
  const { visitor, client, countSql, perRound } = setting;
  const original = await begin(visitor);
  await fillIn(visitor, original, false);
  await confirm(visitor, original, false);
  const id = original.split('/')[2] ?? '';
  let cases: string[] = [];
  let messages: Message[] = [];

  const start = {
    name: 'start payment',
    once: async () => {
      const at = cases.pop();
      if (!at) throw new Error('No case is left to pay for');
      const target = await pressPay(visitor, at);
      if (!target.includes('/hostedpaymentpage/')) throw new Error(`No payment was opened: ${target}`);
    },
  };
  const webhook = { name: 'webhook', once: () => deliver(messages.pop()) };
  const freshCases = async () => {
    cases = await copyCase(client, id, perRound);
  };
  const paidUntold = async () => {
    await untilDelivered(client);
    messages = await paidMessages(setting, await copyCase(client, id, perRound));
  };
  await freshCases();
  const startShape = await countSql('start-payment', start.once);
  await paidUntold();
  const webhookShape = await countSql('webhook', webhook.once);
  const once = { count: perRound, note: provider };
  return [
    ...againstRoutes(
      { id: 'start-payment', title: 'Start a payment', measured: start, prepare: freshCases, ...once },
      startShape,
    ),
    ...againstRoutes(
      {
        id: 'webhook',
        title: 'Webhook that completes a case',
        measured: webhook,
        prepare: paidUntold,
        ...once,
      },
      webhookShape,
    ),
  ];
}

interface Message {
  url: string;
  authorization: string;
  body: unknown;
}

/** Opens and pays a payment of each case at the sandbox, which tells nobody; gives the message of each that it would have sent. */
async function paidMessages({ visitor }: Setting, cases: readonly string[]): Promise<Message[]> {
  await json(`${sandboxUrl}/faults/api`, {
    method: 'PUT',
    body: JSON.stringify({ party: 'nets', name: 'webhook', value: 'never' }),
  });
  const messages: Message[] = [];
  for (const at of cases) {
    const page = new URL(await pressPay(visitor, at));
    const books = `${sandboxUrl}/nets/books/${page.searchParams.get('paymentId')}`;
    await json(`${books}/pay`, { method: 'POST', body: '{}' });
    const all = (await json(`${books}/deliveries`)) as (Message & { event: string })[];
    const charged = all.find(({ event }) => event === 'payment.charge.created.v2');
    if (!charged) throw new Error('The sandbox wrote no charge message');
    messages.push(charged);
  }
  await json(`${sandboxUrl}/faults/api`, { method: 'DELETE' });
  return messages;
}

async function deliver(message: Message | undefined): Promise<void> {
  if (!message) throw new Error('No message is left to deliver');
  const { pathname, search } = new URL(message.url);
  const { status } = await send(`${portalUrl}${pathname}${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: message.authorization },
    body: JSON.stringify(message.body),
  });
  if (status !== 200) throw new Error(`The webhook was answered ${status}`);
}

async function json(url: string, sending: Sending = {}): Promise<unknown> {
  const answer = await send(url, { ...sending, headers: { 'content-type': 'application/json' } });
  if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}`);
  return answer.body.length > 0 ? JSON.parse(answer.body.toString('utf8')) : undefined;
}
