import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { Answer } from './http.ts';
import { inputsOf, location, type Visitor } from './visitor.ts';

/** The demo's trademark application (variant `submit_and_pay`): page → a simple application's answers. */
export const pages: readonly [page: string, fields: Record<string, string>][] = [
  ['applicant', { contactName: 'Kari Testesen', contactEmail: 'kari@example.test', hasRepresentative: 'no' }],
  ['mark', { markType: 'word', markText: 'Testmerket', foreignWords: 'no' }],
  ['goods', { classes: '25', goodsDescription: 'Klasse 25: arbeidsklær' }],
  ['priority', { claimPriority: 'no' }],
  ['handling', { handling: 'ordinary', declaration: 'confirmed' }],
];
/** What the check page told that it showed: the same for every such application of a visitor, so read once where nobody looks. */
const shown = new WeakMap<Visitor, { seenAnswers: string; seenPrice: string }>();
export const gzip = { 'accept-encoding': 'gzip' };

/** Begins a draft; gives `/submissions/<id>`. */
export async function begin(visitor: Visitor): Promise<string> {
  const first = location(await visitor.post('/services/varemerke/start', {}));
  const at = /^\/submissions\/[0-9a-f-]{36}/.exec(first)?.[0];
  if (!at) throw new Error(`No draft was begun: ${first}`);
  return at;
}

/** Posts one page as its own form does without JavaScript. `version`: how often the answers were changed before. */
export async function savePage(
  visitor: Visitor,
  at: string,
  page: string,
  fields: Record<string, string>,
  version: number,
): Promise<void> {
  const next = location(
    await visitor.post(`${at}/${page}/save`, {
      _version: String(version),
      _mark: '',
      action: 'next',
      ...fields,
    }),
  );
  if (next === `${at}/${page}` || next.includes('errors=')) throw new Error(`${page} was not taken: ${next}`);
}

/** Fills in every page; `look` opens each page before its post, as a person's browser does. */
export async function fillIn(visitor: Visitor, at: string, look: boolean): Promise<void> {
  for (const [version, [page, fields]] of pages.entries()) {
    if (look) await open(visitor, `${at}/${page}`);
    await savePage(visitor, at, page, fields, version);
  }
}

/** «Send inn og betal»: gives the address of the provider's page. */
export async function confirm(visitor: Visitor, at: string, look: boolean): Promise<string> {
  if (look || !shown.has(visitor)) {
    const { seenAnswers = '', seenPrice = '' } = inputsOf(textOf(await open(visitor, `${at}/check`)));
    shown.set(visitor, { seenAnswers, seenPrice });
  }
  const target = location(await visitor.post(`${at}/check/save`, { ...shown.get(visitor) }));
  if (!target.includes('/hostedpaymentpage/')) throw new Error(`No payment page: ${target}`);
  return target;
}

/** Presses «Betal» on the payment step of a case like the one that was confirmed; gives where that leads. */
export async function pressPay(visitor: Visitor, at: string): Promise<string> {
  const seenPrice = shown.get(visitor)?.seenPrice ?? '';
  return location(await visitor.post(`${at}/pay/save`, { action: 'pay', seenPrice }));
}

/** Pays with the good test card on the provider's page and comes back; gives the way that the portal then sends the payer. */
export async function pay(visitor: Visitor, paymentPage: string, look: boolean): Promise<string> {
  const url = new URL(paymentPage);
  if (look) await open(visitor, paymentPage);
  const paid = await visitor.post(new URL('pay', url).href, [
    ...url.searchParams,
    ['cardNumber', '4925000000000004'],
    ['expiry', '12/30'],
    ['cvc', '123'],
  ]);
  return location(await visitor.get(location(paid)));
}

/** Goes where the portal leads after payment, and looks again while it waits, until that is the receipt. */
export async function seeReceipt(visitor: Visitor, at: string, first: string): Promise<string> {
  let next = first;
  for (let tries = 0; tries < 200; tries += 1) {
    if (next.startsWith('/receipts/')) return next;
    const { location: further } = (await visitor.get(next)).headers;
    if (!further) await delay(50);
    next = further ?? at;
  }
  throw new Error(`No receipt, but ${next}`);
}

/** A page as a browser asks for it. @throws when it is not shown. */
export async function open(visitor: Visitor, path: string): Promise<Answer> {
  const answer = await visitor.get(path, gzip);
  if (answer.status !== 200)
    throw new Error(`${path} answered ${answer.status} ${answer.headers.location ?? ''}`);
  return answer;
}

export function textOf({ headers, body }: Answer): string {
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
}
