import { type HttpConfig, send } from './http.ts';
import { apiUrl, resourceUrl } from './hypermedia.ts';
import { readNode, readPaymentOrder } from './replies.ts';
import type { PaymentOrder } from './reply-types.ts';
import type { CallOptions, ExpandName } from './request-types.ts';
import { hasPaid } from './status.ts';

/** What every read brings along: enough to compare amount, currency and reference, and to sum the money. */
export const EVIDENCE: readonly ExpandName[] = [
  'paid',
  'cancelled',
  'reversed',
  'failed',
  'aborted',
  'financialTransactions',
  'payeeInfo',
];

export interface ReadInput extends CallOptions {
  operation: string;
  expand?: readonly ExpandName[];
  /** See HttpRequest. */
  outcome?: Parameters<typeof send>[1]['outcome'];
}

/**
 * GET of a payment order with its parts expanded. A part that matters for this status and still came as a mere link
 * is fetched by that link.
 */
export async function readOrder(config: HttpConfig, id: string, input: ReadInput): Promise<PaymentOrder> {
  const { operation, signal, timeoutMs, outcome } = input;
  const wanted = [...new Set([...EVIDENCE, ...(input.expand ?? [])])];
  const call = { operation, method: 'GET', signal, timeoutMs, outcome } as const;
  // The provider's own examples write the names in lower case.
  const query = `$expand=${wanted.join(',').toLowerCase()}`;
  let order = await send(config, {
    ...call,
    url: `${resourceUrl(config, id, operation)}?${query}`,
    parse: (json) => readPaymentOrder(json, id),
  });
  for (const name of wanted) {
    const node = order[name];
    if (node === undefined || Object.keys(node).length > 1 || !matters(order, name, input.expand)) continue;
    const part = await send(config, {
      ...call,
      url: apiUrl(config, node.id, operation),
      parse: (json) => readNode(json, name),
    });
    order = { ...order, [name]: part };
  }
  return order;
}

/** Parts that exist only in some states are not fetched in others; what the caller asked for always is. */
function matters(order: PaymentOrder, name: ExpandName, asked: readonly ExpandName[] = []): boolean {
  if (asked.includes(name)) return true;
  const status = order.status.toLowerCase();
  switch (name) {
    case 'paid':
      return status === 'paid';
    case 'financialTransactions':
      return hasPaid(order);
    case 'payeeInfo':
      return true;
    default:
      return status === name.toLowerCase();
  }
}
