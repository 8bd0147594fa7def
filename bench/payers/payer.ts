import { type Sending, send } from '../http.ts';
import { sandboxUrl } from '../paths.ts';

/** A payment page as the portal has it. */
export interface PaymentPage {
  reference: string;
  providerPaymentId: string | null;
  redirectUrl: string;
  /** Where the payer posts a form instead of following a link. */
  formFields: Record<string, string> | null;
}

/** What a provider tells of a payment, as it comes over the wire. */
export interface Telling {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Absent for a message, which is posted. */
  method?: 'GET' | 'POST';
  /** What it is answered when it is taken; 200 where absent. */
  answered?: number;
}

/** The payer's hand at one provider, by the sandbox's own doors for tests; and what the provider would tell of it. */
export interface Payer {
  /** Pays, in the usual way. Gives where the sandbox keeps its books of this payment. */
  pay(page: PaymentPage): Promise<string>;
  /** The message that tells of the money, out of all that the sandbox wrote down. */
  telling(deliveries: readonly Delivery[]): Telling | undefined;
  /** How often the money of a payment was taken, by the books. */
  charges(book: Book): number;
}

/** Each sandbox writes its deliveries in its provider's own way. */
export type Delivery = Readonly<Record<string, unknown>> & { url: string; event: string };
export type Book = Readonly<Record<string, unknown>>;

/** Pays, while the provider tells nobody; gives its message and the address of its books. */
export async function payUntold(
  payer: Payer,
  page: PaymentPage,
): Promise<{ telling: Telling; bookPath: string }> {
  const bookPath = await payer.pay(page);
  const telling = payer.telling((await ask(`${bookPath}/deliveries`)) as Delivery[]);
  if (!telling) throw new Error(`The sandbox wrote no message of ${page.reference}`);
  return { telling, bookPath };
}

export async function chargesOf(payer: Payer, bookPath: string): Promise<number> {
  return payer.charges((await ask(bookPath)) as Book);
}

/** One of the sandbox's own doors. @throws on any answer but a good one. */
export async function ask(path: string, method: Sending['method'] = 'GET', body?: unknown): Promise<unknown> {
  const answer = await send(`${sandboxUrl}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}`);
  return answer.body.length > 0 ? JSON.parse(answer.body.toString('utf8')) : undefined;
}

/** Does what a payer does there. @throws when it does not end with the money. */
export async function payAt(bookPath: string, how: object = {}): Promise<string> {
  const done = (await ask(`${bookPath}/pay`, 'POST', how)) as { outcome: string };
  if (done.outcome !== 'paid') throw new Error(`${bookPath}: ${done.outcome}`);
  return bookPath;
}

/** A JSON message as it was written down. */
export function jsonTelling({ url, body }: Delivery, headers: Record<string, string> = {}): Telling {
  return {
    url,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

export function countOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
