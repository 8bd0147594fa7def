import { availableInstruments } from './create-order.ts';
import { referencesOf, takeFault } from './faults.ts';
import { findMerchantById } from './merchants.ts';
import { type OrderRecord, orderPath, sumsOf } from './model.ts';
import { operationsOf } from './operations.ts';
import type { Payex } from './payex.ts';
import { type PartName, partNames, presentPart } from './present-parts.ts';

/**
 * The body of `GET /psp/paymentorders/{id}` and of every answer to a change: `{paymentOrder, operations}`.
 * Parts are links until they are expanded. Remaining amounts are absent where they say nothing.
 */
export function presentOrder(payex: Payex, order: OrderRecord, expand: ReadonlySet<string> = new Set()) {
  const path = orderPath(order);
  const { request } = order;
  const parts = Object.fromEntries(
    partNames.map((name) => [
      name,
      {
        id: `${path}/${linkOf(name)}`,
        ...(expand.has(name.toLowerCase()) && presentPart(payex, order, name)),
      },
    ]),
  );
  return {
    paymentOrder: {
      id: path,
      created: timestamp(order.createdAt),
      updated: timestamp(order.updatedAt),
      operation: request.operation,
      status: order.status as string,
      currency: request.currency as string,
      amount: request.amount,
      vatAmount: request.vatAmount,
      ...remainingAmounts(order),
      description: request.description,
      initiatingSystemUserAgent: order.initiatingSystemUserAgent,
      language: request.language,
      availableInstruments: availableInstruments(findMerchantById(order.payeeId), order).map(
        ({ name }) => name,
      ),
      implementation: 'PaymentsOnly',
      integration: order.integration,
      ...(order.instrument && { instrument: order.instrument }),
      instrumentMode: order.instrument !== undefined,
      guestMode: request.payer?.payerReference === undefined,
      ...parts,
    },
    operations: operationsOf(payex, order),
  };
}

/** What `GET` answers: as it is, or as the faults want it to lie. */
export function presentForGet(payex: Payex, order: OrderRecord, expand: ReadonlySet<string>) {
  const references = referencesOf(order);
  const lies = (name: string) => takeFault(payex.context, name, references) !== undefined;
  const expanded = lies('expand') ? new Set<string>() : expand;
  const told = lies('method') ? withOtherBrand(order) : order;
  const presented = presentOrder(payex, lies('amount') ? withOtherAmounts(told) : told, expanded);
  const { paymentOrder } = presented;
  if (lies('currency')) paymentOrder.currency = order.request.currency === 'NOK' ? 'EUR' : 'NOK';
  if (lies('reference')) renameReference(paymentOrder);
  if (!lies('status')) return presented;
  return { paymentOrder: { ...paymentOrder, status: 'SomethingNew', phase: 7 }, operations: [] };
}

function withOtherBrand(order: OrderRecord): OrderRecord {
  const { paid } = order;
  return paid?.card ? { ...order, paid: { ...paid, card: { ...paid.card, brand: 'UnionPay' } } } : order;
}

/** One krone less everywhere. */
function withOtherAmounts(order: OrderRecord): OrderRecord {
  const other = (amount: number) => Math.abs(amount - 100) || 1;
  return {
    ...order,
    request: { ...order.request, amount: other(order.request.amount) },
    paid: order.paid && { ...order.paid, amount: other(order.paid.amount) },
    transactions: order.transactions.map((one) => ({ ...one, amount: other(one.amount) })),
  };
}

function renameReference(paymentOrder: Record<string, unknown>): void {
  for (const name of ['payeeInfo', 'paid', 'cancelled', 'reversed']) {
    const part = paymentOrder[name];
    if (typeof part === 'object' && part !== null && 'orderReference' in part)
      part.orderReference = 'en-annen';
  }
}

function remainingAmounts(order: OrderRecord) {
  const { remainingCapture, remainingReversal } = sumsOf(order);
  const sale = order.paid?.transactionType === 'Sale';
  switch (order.status) {
    case 'Paid':
      if (sale) return { remainingReversalAmount: remainingReversal };
      return {
        remainingCaptureAmount: remainingCapture,
        remainingCancellationAmount: remainingCapture,
        remainingReversalAmount: remainingReversal,
      };
    case 'Reversed':
      return { remainingCaptureAmount: 0, remainingReversalAmount: 0 };
    case 'Initialized':
    case 'Aborted':
    case 'Failed':
    case 'Cancelled':
      return {};
  }
}

/** The provider writes the links in lower case, and `payer` in the plural. */
function linkOf(name: PartName): string {
  return name === 'payer' ? 'payers' : name.toLowerCase();
}

/** Seven decimals, as the provider's. */
export function timestamp(at: string): string {
  return at.replace('Z', '0000Z');
}
