import type { HandOver, IncomingMessage } from '@/lib/payments/provider.ts';

/** One payment as its provider has it: sums in minor units. */
export interface Booked {
  /** What the provider calls it, as our attempt knows it; undefined while nobody has paid, where it gets its name then. */
  paymentId?: string;
  amount: number;
  currency: string;
  reserved: number;
  charged: number;
  refunded: number;
  cancelled: number;
  /** Whoever has its page can pay on it. */
  isOpen: boolean;
  /** Messages of it: what they tell, and whether they were acknowledged. */
  told: { event: string; acknowledged: boolean }[];
}

/** A way to a payment page that a payer has been shown. */
export interface Page {
  attemptId: string;
  reference: string;
  /** As far as it is known when the page is shown. */
  paymentId?: string;
  handOver: HandOver;
}

export const payerActs = [
  'pays',
  'pays another way',
  'is declined',
  'is refused by the bank',
  'leaves',
  'answers too late',
  'stays in the middle',
  'pays with what cannot be taken',
] as const;
export type PayerAct = (typeof payerActs)[number];

export interface Manner {
  /** Its messages arrive before the payer is sent back; else they wait to be sent. */
  tellsAtOnce?: boolean;
  /** What comes to nothing is paid after all, once it is told to. */
  comesAlive?: boolean;
}

/** A fault that the sandbox can be asked for. */
export interface Fault {
  name: string;
  value: string;
}

/**
 * A provider's own side, for tests: its books, what its payers do at its pages, its messages and its faults, over the
 * sandbox's HTTP. One file per provider and a line in the registry.
 */
export interface Counter {
  readonly id: string;
  /** Whether it can be asked how a payment stands: else its messages are all there is, and a person sees to what they leave open. */
  readonly canBeAsked: boolean;
  /** Everything that it has for one of our references. */
  books(reference: string): Promise<Booked[]>;
  /** @returns what the payer's browser brings back, of a provider that sends it back with a message. */
  act(page: Page, act: PayerAct, manner?: Manner): Promise<IncomingMessage | undefined>;
  /** What came to nothing is paid after all, where that was asked for. */
  revive(reference: string): Promise<void>;
  /** Ends what is under way by itself: payers who stand in the middle go, and what waits in a queue is carried out. */
  settle(reference: string): Promise<void>;
  /**
   * Sends messages now, once more if they were sent before; `which` chooses one of them, or all, in the order they happened or
   * backwards. Gives how many.
   */
  replay(reference: string, which?: number): Promise<number>;
  readonly faults: readonly Fault[];
  fault(fault: Fault, options?: { reference?: string; times?: number }): Promise<void>;
}
