import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import type { IncomingMessage } from '@/lib/payments/provider.ts';
import { type SandboxCall, sandboxCall } from './sandbox-call.ts';

/** What a payer does at a provider. */
export type Act =
  | 'pay'
  /** With a card, or an account, that is declined. */
  | 'decline'
  /** And says no, or fails, where the issuer asks who it is. */
  | 'refuse-3ds'
  /** Leaves without having paid. */
  | 'cancel'
  /** Does not answer in time. */
  | 'expire'
  /** By `method.other`. */
  | 'pay-otherwise'
  /** With what can be reserved, and then not be taken. */
  | 'pay-untakable'
  /** Is in an app, and has not answered: nobody else can end it. */
  | 'wait'
  /** Comes out of it without an answer. */
  | 'leave';

/** Calls of ours; a provider may lack some of them. */
export type Call = 'create' | 'ask' | 'capture' | 'cancel' | 'refund';

/** What it can be made to say wrongly of a payment, in messages or when it is asked. */
export type Lie = 'amount' | 'currency' | 'status';

/** The payment page that an attempt was given. */
export type Page = Pick<
  PaymentAttempt,
  'reference' | 'providerPaymentId' | 'redirectUrl' | 'formFields' | 'amountMinor'
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
}

/** One payment as the provider has it; minor units. */
export interface Booked {
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

/** The payer's hand at a provider, and a look into its own books; over HTTP. */
export interface ProviderHand {
  /** Every payment that it has under one of our references. */
  books(reference: string): Promise<Booked[]>;
  visit(page: Page, act: Act): Promise<Visit>;
  /** It sends all that it has to tell of these payments, once more if it did before, at once; gives what it was answered. */
  tell(reference: string): Promise<number[]>;
  /** The payer does something, and it is told as failed; absent where no such thing happens. */
  failAtFirst?(page: Page): Promise<Visit>;
  /** A payment that was told as failed, or closed by us, is paid after all. */
  comeAlive(page: Page): Promise<void>;
}

/** What the shared tests must know of a provider's sandbox: one file per provider in `drivers/`, named as the provider. */
export interface ProviderDriver {
  /** Of the sandbox's merchant, as an agreement has them. */
  readonly credentials: object;
  /** How one pays with `pay`, in the provider's name for it, and another way. */
  readonly method: { usual: string; other?: string };
  readonly acts: readonly Act[];
  /** What must be owed for something to happen there, where the sum decides; minor units. */
  readonly amounts?: Partial<Record<Act, number>>;
  /** Its faults of each call; none where there is no such call. */
  readonly faults: Readonly<Record<Call, readonly string[]>>;
  /** Its fault `webhook` by which a message is not its own. */
  readonly forged: string;
  hand(call: SandboxCall): ProviderHand;
}

/** A provider's driver, found by its id. @throws when a registered provider has none. */
export async function driverOf(id: string): Promise<ProviderDriver> {
  const { driver } = (await import(`./drivers/${id}.ts`)) as { driver: ProviderDriver };
  return driver;
}

/** A provider's sandbox in the hands of a test. */
export interface Sandbox extends ProviderHand {
  /** Something goes wrong with a call of ours, until it is cleared. */
  break(call: Call, value: string): Promise<void>;
  /** Its API is gone. */
  kill(): Promise<void>;
  lie(what: Lie): Promise<void>;
  /** The faults of any name that it has. */
  fault(name: string, value: string, times?: number): Promise<void>;
  /** Nothing is wrong any more; messages come when they are asked for, and only then. */
  calm(): Promise<void>;
}

export function openSandbox(id: string, driver: ProviderDriver, sandboxUrl: string): Sandbox {
  const call = sandboxCall(sandboxUrl);
  const fault = (name: string, value: string, times?: number) =>
    call<void>('/faults/api', 'PUT', { party: id, name, value, ...(times !== undefined && { times }) });
  return {
    ...driver.hand(call),
    fault,
    break: async (what, value) => {
      for (const name of driver.faults[what]) await fault(name, value);
    },
    kill: () => fault('api', 'dead'),
    lie: (what) => fault(what, what === 'status' ? 'unknown' : 'wrong'),
    calm: async () => {
      await call('/faults/api', 'DELETE');
      await fault('webhook', 'never');
    },
  };
}
