import type pg from 'pg';
import { untilDelivered } from '../delivered.ts';
import { load } from '../load.ts';
import { chargesOf, payUntold, type Telling } from '../payers/payer.ts';
import { payers } from '../payers/registry.ts';
import { agreements, clearFaults, newCases, openPages, provide, templateFor } from '../provider-cases.ts';
import { deliver } from '../tell.ts';
import type { Visitor } from '../visitor.ts';
import { payableCase, startPayment, untilCompleted } from './providers.ts';

/** Many payments, each told of many times at once. */
export interface Duplicated {
  payments: number;
  providers: string[];
  /** Of each payment, all at once. */
  copies: number;
  concurrency: number;
  messages: number;
  seconds: number;
  perSecond: number;
  /** How the messages were answered; what was not taken is sent again, as the provider would. */
  statuses: Record<string, number>;
  /** What is to be exactly as many as there are payments: in Kvitt's books, at the provider, and in the message box. */
  captured: number;
  charges: number;
  receipts: number;
  receiptMessages: number;
  /** Cases with another number than one of any of these. */
  wrong: number;
}

interface Paid {
  submissionId: string;
  provider: string;
  telling: Telling;
  bookPath: string;
}

/** As many payments, evenly among the providers, each told of by so many copies of its message at the same time. */
export async function measureDuplicates(
  visitor: Visitor,
  client: pg.Client,
  { payments, copies, concurrency }: { payments: number; copies: number; concurrency: number },
): Promise<Duplicated> {
  const paid = await payAll(visitor, client, payments);
  const cases = paid.map(({ submissionId }) => submissionId);
  // Copies of one payment stand beside each other: so many of them are under way at once.
  const queue = paid.flatMap((one) => Array.from({ length: copies }, () => one.telling));
  const statuses: Record<string, number> = {};
  const again: Telling[] = [];
  let next = 0;
  const once = async () => {
    const message = queue[next++] ?? again.pop();
    if (!message) return;
    const status = await deliver(message);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status !== 200) again.push(message);
  };
  const messages = queue.length;
  const sample = await load({ name: 'duplicates', once }, { concurrency, count: messages });
  for (let rounds = 0; again.length > 0 && rounds < 10; rounds += 1)
    await load({ name: 'once more', once }, { concurrency, count: again.length });
  await untilCompleted(client, cases);
  await untilDelivered(client);
  return {
    payments,
    providers: [...new Set(paid.map(({ provider }) => provider))],
    copies,
    concurrency,
    messages,
    seconds: messages / sample.perSecond,
    perSecond: sample.perSecond,
    statuses,
    ...(await count(client, paid)),
  };
}

/** Opens and pays; nobody tells. */
async function payAll(visitor: Visitor, client: pg.Client, payments: number): Promise<Paid[]> {
  const submissionId = await payableCase(visitor);
  const all = await agreements(client);
  const paid: Paid[] = [];
  for (const [index, agreement] of all.entries()) {
    const { provider } = agreement;
    const payer = payers[provider];
    if (!payer) continue;
    const share = Math.floor(payments / all.length) + (index < payments % all.length ? 1 : 0);
    const template = await templateFor(client, submissionId, agreement);
    await provide(provider, { webhook: 'never' });
    for (const id of await newCases(client, template, share)) {
      await startPayment(visitor, id);
      const [page] = await openPages(client, [id]);
      if (!page) throw new Error(`No payment of ${id} is open`);
      paid.push({ submissionId: id, provider, ...(await payUntold(payer, page)) });
    }
  }
  await clearFaults();
  return paid;
}

async function count(
  client: pg.Client,
  paid: readonly Paid[],
): Promise<Pick<Duplicated, 'captured' | 'charges' | 'receipts' | 'receiptMessages' | 'wrong'>> {
  const { rows } = await client.query<{ id: string; captured: number; receipts: number; messages: number }>(
    `select s.id,
            (select count(*) from payment_attempt a join payment_order o on o.id = a.order_id
              where o.submission_id = s.id and a.captured_minor > 0)::int as captured,
            (select count(*) from receipt r where r.submission_id = s.id)::int as receipts,
            (select count(*) from message m where m.submission_id = s.id and m.kind = 'receipt')::int as messages
       from submission s where s.id = any($1::uuid[])`,
    [paid.map(({ submissionId }) => submissionId)],
  );
  const ours = new Map(rows.map((row) => [row.id, row]));
  const sum = { captured: 0, charges: 0, receipts: 0, receiptMessages: 0, wrong: 0 };
  for (const { submissionId, provider, bookPath } of paid) {
    const payer = payers[provider];
    const { captured = 0, receipts = 0, messages = 0 } = ours.get(submissionId) ?? {};
    const charges = payer ? await chargesOf(payer, bookPath) : 0;
    sum.captured += captured;
    sum.charges += charges;
    sum.receipts += receipts;
    sum.receiptMessages += messages;
    if ([captured, charges, receipts, messages].some((each) => each !== 1)) sum.wrong += 1;
  }
  return sum;
}
