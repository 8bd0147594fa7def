import { createHash } from 'node:crypto';
import { startParty } from '../../dibs/testing/start-party.ts';
import { flexwin } from '../index.ts';
import { merchants } from '../merchants.ts';

export const merchant = {
  id: '90200001',
  key1: merchants[0]?.key1 ?? '',
  key2: merchants[0]?.key2 ?? '',
  login: { authorization: `Basic ${btoa(`${merchants[0]?.user}:${merchants[0]?.password}`)}` },
};

/** FlexWin alone on a port of its own, with a stub merchant that receives callbacks. For tests. */
export async function startFlexWin(options: { dataFile?: string } = {}) {
  const party = await startParty(flexwin, options);
  const { post, receiver } = party;
  const enter = (fields: Record<string, string>) => post('/paymentweb/start.action', signed(fields));
  const open = async (more: Record<string, string> = {}): Promise<string> => {
    const { location, text } = await enter({ ...formFields(receiver.url), ...more });
    const id = location && new URL(location).searchParams.get('id');
    if (!id) throw new Error(`no window was opened: ${text}`);
    return id;
  };
  /** One of the functions; gives the fields of its answer. */
  const cgi = async (path: string, fields: Record<string, string>, login: Record<string, string> = {}) => {
    const { status, text } = await post(path, fields, login);
    return { status, text, fields: Object.fromEntries(new URLSearchParams(text)) };
  };
  return {
    ...party,
    enter,
    open,
    cgi,
    /** Pays an order and gives the number of its transaction. */
    async paid(orderId: string, more: Record<string, string> = {}, body: object = {}): Promise<string> {
      const { back } = await party.pay(await open({ orderid: orderId, ...more }), body);
      return back.fields.transact;
    },
    /** capture, cancel or refund, signed. */
    move: async (
      name: string,
      of: { orderid: string; transact: string; amount?: number; force?: string },
    ) => {
      const { force, amount, ...rest } = of;
      const fields = { merchant: merchant.id, ...rest, ...(amount && { amount: String(amount) }) };
      const md5key = md5(fields, name === 'cancel' ? calls.cancel : calls.move);
      const path = `/cgi-${name === 'capture' ? 'bin' : 'adm'}/${name}.cgi`;
      const all = { ...fields, md5key, textreply: 'yes', currency: '578', ...(force && { force }) };
      return (await cgi(path, all, merchant.login)).fields;
    },
    info: async (transact: string) =>
      (await cgi('/cgi-adm/payinfo.cgi', { transact }, merchant.login)).fields,
  };
}

/** The form of a merchant; 600 kroner. */
export function formFields(callbackUrl: string): Record<string, string> {
  return {
    merchant: merchant.id,
    orderid: 'instans-8c1e',
    amount: '60000',
    currency: '578',
    accepturl: 'http://localhost:3000/pay/return?x=1',
    cancelurl: 'http://localhost:3000/pay/cancel',
    callbackurl: callbackUrl,
    lang: 'no',
  };
}

export const calls = {
  form: ['merchant', 'orderid', 'currency', 'amount'],
  move: ['merchant', 'orderid', 'transact', 'amount'],
  cancel: ['merchant', 'orderid', 'transact'],
  auth: ['transact', 'amount', 'currency'],
};

export function signed(fields: Record<string, string>): Record<string, string> {
  return { ...fields, md5key: md5(fields, calls.form) };
}

/** Written apart from the sandbox's own, on purpose. */
export function md5(fields: Record<string, string>, names: string[]): string {
  const text = names.map((name) => `${name}=${fields[name]}`).join('&');
  const inner = createHash('md5').update(`${merchant.key1}${text}`).digest('hex');
  return createHash('md5').update(`${merchant.key2}${inner}`).digest('hex');
}
