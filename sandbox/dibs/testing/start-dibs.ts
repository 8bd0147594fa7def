import { createHmac } from 'node:crypto';
import { dibs } from '../index.ts';
import { merchants } from '../merchants.ts';
import { startParty } from './start-party.ts';

const merchant = { id: '90100001', key: merchants[0]?.macKey ?? '' };

/** The Payment Window alone on a port of its own, with a stub merchant that receives callbacks. For tests. */
export async function startDibs(options: { dataFile?: string } = {}) {
  const party = await startParty(dibs, options);
  const { post, receiver } = party;
  const enter = (fields: Record<string, string>) => post('/dpw/entrypoint', signed(fields));
  return {
    ...party,
    enter,
    /** Opens a window and gives its id. */
    async open(more: Record<string, string> = {}): Promise<string> {
      const { location, text } = await enter({ ...formFields(receiver.url), ...more });
      const id = location && new URL(location).searchParams.get('id');
      if (!id) throw new Error(`no window was opened: ${text}`);
      return id;
    },
    /** A call of the JSON API, signed. */
    async api(name: string, members: Record<string, string | number | boolean>, field = 'request') {
      const all = { merchantId: merchant.id, ...members };
      const MAC = mac(Object.entries(all).map(([key, value]) => [key, String(value)]));
      const request = JSON.stringify({ ...all, MAC });
      return post(`/merchant/v1/JSON/Transaction/${name}`, { [field]: request });
    },
  };
}

/** The form of a merchant; 600 kroner. */
export function formFields(callbackUrl: string): Record<string, string> {
  return {
    merchant: merchant.id,
    orderId: 'instans-8c1e',
    amount: '60000',
    currency: 'NOK',
    acceptReturnUrl: 'http://localhost:3000/pay/return?x=1',
    cancelReturnUrl: 'http://localhost:3000/pay/cancel',
    callbackUrl,
    language: 'nb_NO',
    s_attempt: 'åtte',
  };
}

export function signed(fields: Record<string, string>): Record<string, string> {
  return { ...fields, MAC: mac(Object.entries(fields)) };
}

/** Written apart from the sandbox's own, on purpose: names here are ASCII, so plain sorting is byte order. */
export function mac(fields: [string, string][]): string {
  const text = fields
    .filter(([name]) => name !== 'MAC')
    .map(([name, value]) => `${name}=${value}`)
    .sort((a, b) => ((a.split('=')[0] ?? '') < (b.split('=')[0] ?? '') ? -1 : 1))
    .join('&');
  return createHmac('sha256', Buffer.from(merchant.key, 'hex')).update(text).digest('hex');
}
