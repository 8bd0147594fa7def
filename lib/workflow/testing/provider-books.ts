import type { Booked, Fault, Page } from './provider-driver.ts';
import type { SandboxCall } from './sandbox-call.ts';

/** What the books of all providers have in common. */
export interface Row {
  paymentId: string;
  amount: number;
  currency: string;
  reserved: number;
  refunded: number;
  cancelled: number;
  refunds: { amount: number }[];
  deliveries: { event: string }[];
}

interface Sums extends Omit<Row, 'paymentId' | 'deliveries'> {
  paymentId?: string;
  charged: number;
  charges: { amount: number }[];
}

/** The sandbox's books of one provider, and the doors of one payment in them. */
export function newBooks<R extends Row>(party: string, call: SandboxCall) {
  const rows = (reference: string) => call<R[]>(`/${party}/books?reference=${encodeURIComponent(reference)}`);
  const at = (paymentId: string, door: string) => `/${party}/books/${encodeURIComponent(paymentId)}/${door}`;
  return {
    rows,
    at,
    /** A door of the payment that a page is for; its create may have been lost to us. */
    async atPage({ reference, providerPaymentId }: Page, door: string): Promise<string> {
      const paymentId = providerPaymentId ?? (await rows(reference))[0]?.paymentId;
      if (!paymentId) throw new Error(`${party} has no payment ${reference}`);
      return at(paymentId, door);
    },
    /** For one payment, once. Takes every value, also such as no page offers. */
    faultOf: (paymentId: string, name: string, value: string) =>
      call<void>(at(paymentId, 'faults'), 'PUT', { name, value, times: 1 }),
  };
}

/** A row as the shared tests read it. */
export function booked(row: Sums, isOver: boolean): Booked {
  const { paymentId, amount, currency, reserved, charged, refunded, cancelled } = row;
  return {
    ...{ paymentId, amount, currency, reserved, charged, refunded, cancelled, isOver },
    charges: row.charges.map((charge) => charge.amount),
    refunds: row.refunds.map((refund) => refund.amount),
  };
}

const wire = ['lost-after-commit', 'lost-before-commit', 'dead', '500', '429'];

/** Every fault of the wire for each of the calls. */
export function wireFaults(calls: readonly string[], more: readonly string[] = []): Fault[] {
  return faultsOf(calls, [...wire, ...more]);
}

/** Each value of each name. */
export function faultsOf(names: readonly string[], values: readonly string[]): Fault[] {
  return names.flatMap((name) => values.map((value) => ({ name, value })));
}

/** What a provider says of a payment is wrong, or nothing that anybody knows. */
export const untruths: readonly Fault[] = [
  { name: 'amount', value: 'wrong' },
  { name: 'currency', value: 'wrong' },
  { name: 'status', value: 'unknown' },
];
