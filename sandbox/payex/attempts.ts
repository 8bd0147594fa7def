import { referencesOf, takeFault } from './faults.ts';
import { findInstrument, type InstrumentName } from './instruments.ts';
import type { OrderRecord, Paid, UsedCard } from './model.ts';
import { newNumber, newUuid, type Payex, record } from './payex.ts';
import { newProblem, type Problem } from './replies.ts';

/** One try to pay, while it lasts. */
export interface Try {
  instrument: InstrumentName;
  number: number;
  card?: UsedCard;
  msisdn?: string;
}

/** `location` absent: the fault `return=never`. Call `returned` when the browser has its answer. */
export interface Ended {
  location?: string;
  returned: () => void;
}

/** Writes down that the payer has begun; gives the payment order and the number of the try. */
export function startTry(
  payex: Payex,
  order: OrderRecord,
  instrument: InstrumentName,
): { order: OrderRecord; number: number } {
  const number = newNumber(payex);
  const amount = order.request.amount;
  const event = { name: 'PaymentAttemptStarted', instrument, number, amount, initiatedBy: 'Payer' as const };
  return { order: record(payex, order, {}, `forsøk med ${instrument}`, event), number };
}

/** The try failed, or the payer gave it up at the issuer's: the payment order stays open for another one. */
export function failTry(
  payex: Payex,
  order: OrderRecord,
  { instrument, number }: Try,
  problem: Problem,
  status: 'Failed' | 'Aborted' = 'Failed',
): OrderRecord {
  const name = status === 'Failed' ? 'PaymentAttemptFailed' : 'PaymentAttemptAborted';
  const created = payex.context.now().toISOString();
  const next = record(
    payex,
    order,
    {
      attempt: undefined,
      failedAttempts: [...order.failedAttempts, { created, instrument, number, status, problem }],
    },
    `forsøk feilet: ${problem.type.split('/errordetail/')[1]}`,
    { name, instrument, number, amount: order.request.amount, initiatedBy: 'Payer' },
  );
  payex.courier.send(next, name, number);
  return next;
}

/** The try went well: paid, unless a fault wants it told as failed first. Ends where the payer is sent back. */
export async function succeed(payex: Payex, order: OrderRecord, done: Try): Promise<Ended> {
  const references = referencesOf(order);
  const paid = newPaid(payex, order, done);
  const isLate = (value: string) => value.startsWith('paid-after-failed');
  const fault = takeFault(payex.context, 'outcome', references, isLate);
  const next = fault ? failFirst(payex, order, paid, fault) : settle(payex, order, paid, 'betalt');
  const returnFault = takeFault(payex.context, 'return', references);
  const gate = newGate();
  const sent = payex.courier.send(
    next,
    next.status === 'Paid' ? 'PaymentPaid' : 'PaymentFailed',
    paid.number,
    {
      suppressed: returnFault === 'without-webhook',
      returned: gate.opened,
    },
  );
  if (sent.holdsReturn) await sent.firstAttempt;
  // The complete address only says that it has ended: it is used for a failure too.
  const location = returnFault === 'never' ? undefined : order.request.urls.completeUrl;
  return { location, returned: gate.open };
}

/** The payer's cancel with the fault `paid-after-aborted`: money that comes although it has been told as aborted. */
export function payLateByCard(payex: Payex, order: OrderRecord): OrderRecord {
  const card: UsedCard = {
    brand: 'Visa',
    cardType: 'Credit',
    maskedPan: '492500******0004',
    bin: '492500',
    expiryDate: '12/2039',
  };
  const paid = newPaid(payex, order, { instrument: 'CreditCard', number: newNumber(payex), card });
  return keepForLater(payex, order, paid, 3_000);
}

/** Pays what was told as failed or aborted; undefined when there is no such thing. */
export function settleLate(payex: Payex, orderId: string): OrderRecord | undefined {
  const order = payex.orders.get(orderId);
  if (!order?.late || order.status === 'Paid') return undefined;
  const next = settle(payex, { ...order, failed: undefined }, order.late.paid, 'betalt likevel');
  payex.courier.send(next, 'PaymentPaid', order.late.paid.number);
  return next;
}

/** Takes up the late payments that were waiting when the sandbox was last stopped. */
export function resumeLate(payex: Payex): void {
  for (const { id, late, status } of payex.orders.values()) {
    if (late?.dueAt && status !== 'Paid') schedule(payex, id, late.dueAt);
  }
}

function failFirst(payex: Payex, order: OrderRecord, paid: Paid, fault: string): OrderRecord {
  const failed = newProblem(
    'creditcard/acquirergatewaytimeout',
    504,
    'Operation failed',
    'Unable to complete Authorization transaction, look at problem node!',
  );
  const { instrument, number, amount } = paid;
  const told = record(payex, order, { status: 'Failed', failed, attempt: undefined }, 'sies å ha feilet', {
    name: 'PaymentFailed',
    instrument,
    number,
    amount,
    initiatedBy: 'PaymentGateway',
  });
  const when = fault.split(':')[1];
  return keepForLater(payex, told, paid, when === 'manual' ? undefined : Number(when ?? 3_000));
}

function keepForLater(payex: Payex, order: OrderRecord, paid: Paid, ms: number | undefined): OrderRecord {
  const dueAt = ms === undefined ? undefined : new Date(payex.context.now().getTime() + ms).toISOString();
  const next = record(payex, order, { late: { paid, dueAt } }, 'blir betalt senere');
  if (dueAt !== undefined) schedule(payex, order.id, dueAt);
  return next;
}

function schedule(payex: Payex, orderId: string, dueAt: string): void {
  const ms = Math.max(0, Date.parse(dueAt) - payex.context.now().getTime());
  payex.courier.later(ms, () => void settleLate(payex, orderId));
}

function newPaid(payex: Payex, order: OrderRecord, { instrument, number, card, msisdn }: Try): Paid {
  return {
    instrument,
    number,
    transactionType: findInstrument(instrument)?.transactionType ?? 'Authorization',
    amount: order.request.amount,
    at: payex.context.now().toISOString(),
    card,
    msisdn,
  };
}

function settle(payex: Payex, order: OrderRecord, paid: Paid, what: string): OrderRecord {
  const { request } = order;
  const { instrument, number, amount, transactionType } = paid;
  const transaction = {
    id: newUuid(payex),
    created: paid.at,
    type: transactionType,
    number,
    amount,
    vatAmount: request.vatAmount,
    description: request.description,
    payeeReference: request.payeeInfo.payeeReference,
  };
  return record(
    payex,
    order,
    {
      status: 'Paid',
      paid,
      attempt: undefined,
      late: undefined,
      abortReason: undefined,
      transactions: [...order.transactions, transaction],
    },
    `${what} med ${instrument} (${transactionType} ${amount})`,
    { name: 'PaymentPaid', instrument, number, amount, initiatedBy: 'Payer' },
  );
}

function newGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
