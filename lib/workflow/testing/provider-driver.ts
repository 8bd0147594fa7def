import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import type { IncomingMessage, ReturnQuery } from '@/lib/payments/provider.ts';
import type { SandboxCall } from './sandbox-call.ts';

/** What a payer does at a provider. */
export type Act =
  | 'pay'
  /** By `method.other`. */
  | 'pay-otherwise'
  /** And is asked on the way, by the issuer or in an app. */
  | 'pay-challenged'
  /** With what can be reserved, and then not be taken. */
  | 'pay-untakable'
  /** And the provider does not know yet, until it settles it. */
  | 'pay-pending'
  /** With a card, or an account, that is declined. */
  | 'decline'
  /** And says no, or fails, where the issuer asks who it is. */
  | 'refuse-3ds'
  /** Leaves without having paid. */
  | 'cancel'
  /** Does not answer in time. */
  | 'expire'
  /** Is in an app, and has not answered: nobody else can end it. */
  | 'wait'
  /** Comes out of it without an answer. */
  | 'leave'
  /** Goes no further than to the middle of the page, where it can be closed all the same. */
  | 'stall';

/** Calls of ours; a provider may lack some of them. */
export type Call = 'create' | 'ask' | 'capture' | 'cancel' | 'refund';

/** What it can be made to say wrongly of a payment, in messages or when it is asked. */
export type Lie = 'amount' | 'currency' | 'status';

/** The payment page that an attempt was given. */
export type Page = Pick<
  PaymentAttempt,
  'id' | 'reference' | 'providerPaymentId' | 'redirectUrl' | 'formFields' | 'amountMinor'
>;

/** What came of a visit, and what the browser brings back with it, where it brings anything. */
export interface Visit {
  /** `unavailable`: the page does not let it be done. `closed`: there is nothing to pay any more. */
  outcome:
    | 'paid'
    | 'declined'
    | 'cancelled'
    | 'expired'
    | 'waiting'
    | 'unavailable'
    | 'closed'
    | 'told-as-failed';
  back?: IncomingMessage;
  /** What the address says that it comes back to. */
  query?: ReturnQuery;
}

/** One payment as the provider has it; minor units. */
export interface Booked {
  /** What the provider calls it, as our attempt knows it; undefined while nobody has paid, where it gets its name then. */
  paymentId?: string;
  amount: number;
  currency: string;
  reserved: number;
  charged: number;
  refunded: number;
  cancelled: number;
  /** Nobody can pay it any more, and nobody has. */
  isOver: boolean;
  charges: number[];
  refunds: number[];
}

/** Something that goes wrong at a provider, as its sandbox can be asked for it. */
export interface Fault {
  name: string;
  value: string;
}

/** The payer's hand at a provider, and a look into its own books; over HTTP. */
export interface ProviderHand {
  /** Every payment that it has under one of our references. */
  books(reference: string): Promise<Booked[]>;
  /** The payer does one of the driver's acts. */
  visit(page: Page, act: Act): Promise<Visit>;
  /** The payer does something, and it is told as failed; absent where no such thing happens. */
  failAtFirst?(page: Page): Promise<Visit>;
  /** A payment that was told as failed, or closed by us, is paid after all; nothing happens to another. */
  comeAlive(page: Page): Promise<void>;
  /** Ends what is under way there by itself: payers in an app go, and what waits in a queue is carried out. */
  settle?(reference: string): Promise<void>;
  /** Takes back what an agreement has registered there for its messages, where messages are registered for. */
  forget?(endpointToken: string): Promise<void>;
}

/** What the shared tests must know of a provider's sandbox: one file per provider in `drivers/`, and a line in its registry. */
export interface ProviderDriver {
  readonly id: string;
  /** Of the sandbox's merchant, as an agreement has them. */
  readonly credentials: object;
  /** How one pays with `pay`, in the provider's name for it, and another way. */
  readonly method: { usual: string; other?: string };
  readonly acts: readonly Act[];
  /** What must be owed for something to happen there, where the sum decides; minor units. */
  readonly amounts?: Partial<Record<Act, number>>;
  /** Its faults of each call; none where there is no such call. */
  readonly faults: Readonly<Record<Call, readonly string[]>>;
  /** A page that nobody has paid on is closed by a call of ours; else whoever has it can pay on it for ever. */
  readonly closesPages: boolean;
  /** Everything that may go wrong with it in a journey that must come to a good end all the same. */
  readonly troubles: readonly Fault[];
  /** Its fault `webhook` by which a message is not its own; absent where there are no messages. */
  readonly forged?: string;
  hand(call: SandboxCall, sandboxUrl: string): ProviderHand;
}

/** Whoever has the payment's page can pay on it. */
export function isOpen({ isOver, reserved, charged }: Booked): boolean {
  return !isOver && reserved + charged === 0;
}
