import { chooseEvents } from './provider-sandbox.ts';
import { sandboxCall } from './sandbox-call.ts';

/** The provider's own books and the payer's hand, as the sandbox offers them to tests over HTTP. */
export interface NetsBooks {
  all(): Promise<BookedPayment[]>;
  /** The provider's payment with one of our references. */
  byReference(reference: string): Promise<BookedPayment>;
  /** Does what a payer does on the payment page. */
  pay(
    paymentId: string,
    how?: { card?: string; threeDS?: 'approve' | 'reject' },
  ): Promise<{ outcome: string; location?: string }>;
  /**
   * The provider sends a payment's messages now, once more if it did before; `which` chooses one of them, or all, in the
   * order they happened or backwards. Gives how many were sent.
   */
  replay(paymentId: string, which?: number): Promise<number>;
  fault(name: string, value: string, options?: { reference?: string; times?: number }): Promise<void>;
  clearFaults(): Promise<void>;
}

export interface BookedPayment {
  paymentId: string;
  reference: string;
  amount: number;
  currency: string;
  reserved: number;
  charged: number;
  refunded: number;
  cancelled: number;
  terminated?: boolean;
  creates: number;
  deliveries: { id: string; event: string }[];
}

export const cards = {
  good: '4925000000000004',
  declined: '4925000000000087',
  chargeFails: '4925000000000079',
  threeDS: '4268270087374847',
} as const;

export function netsBooks(sandboxUrl: string): NetsBooks {
  const call = sandboxCall(sandboxUrl);
  const all = () => call<BookedPayment[]>('/nets/books');
  return {
    all,
    async byReference(reference) {
      const found = (await all()).find((payment) => payment.reference === reference);
      if (!found) throw new Error(`The provider has no payment ${reference}`);
      return found;
    },
    pay: (paymentId, how = {}) => call(`/nets/books/${paymentId}/pay`, 'POST', { card: cards.good, ...how }),
    async replay(paymentId, which = 0) {
      const { deliveries } = await call<BookedPayment>(`/nets/books/${paymentId}`);
      const chosen = chooseEvents(deliveries, which);
      for (const event of chosen) await call(`/nets/books/${paymentId}/replay-webhook`, 'POST', { event });
      return chosen.length;
    },
    fault: (name, value, options = {}) =>
      call('/faults/api', 'PUT', { party: 'nets', name, value, ...options }),
    clearFaults: () => call('/faults/api', 'DELETE'),
  };
}
