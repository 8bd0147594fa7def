import type { z } from 'zod';
import type { Currency } from '@/lib/core/money.ts';
import type { CardType, PageLimits, PaymentMethod, Ways } from './payment-method.ts';

/** What a provider can do; optional powers exist on the provider exactly when this says so. */
export interface Capabilities {
  /** Can be asked for a payment's state. Where it can't, its authentic messages and its replies are the evidence (rule 1). */
  fetch: boolean;
  /** Can be asked, and does not show then what came of these calls: they are known by their own answers alone. */
  blindTo?: readonly ('capture' | 'cancel' | 'refund')[];
  capture: boolean;
  cancel: boolean;
  refund: boolean;
  partialRefund: boolean;
  /** Whether a payer can be charged in the same step as the reservation. */
  chargeAtOnce: boolean;
  /** Days a reservation is sure to live, as configured for the agreement; 0 when there are no reservations. */
  reservationDays: number;
  /** Whether a call that may have been carried out can be sent again and is carried out once. */
  safeRepeats: boolean;
  /** Without safe repeats: calls that may be sent again all the same. A yes settles all of them, a no tells nothing. */
  asksAgain?: readonly ('capture' | 'cancel' | 'refund')[];
  /** Sends no messages: what the browser brings back and the timer are all that there is to hear. */
  silent?: boolean;
}

/** What a provider takes as a payment's description; lengths in UTF-16 units. */
export interface DescriptionRules {
  minLength: number;
  maxLength: number;
  /** Characters that it does not take, or changes. */
  refuses: string;
}

/** How the payer's browser gets to the payment page. */
export type HandOver =
  | { kind: 'redirect'; url: string }
  /** A form that the payer posts there; names and values are signed by us and hold nothing personal. */
  | { kind: 'form'; url: string; fields: Record<string, string> };

/** What `create` tells; some providers name their payment only once somebody has paid. */
export interface Created {
  providerPaymentId?: string;
  handOver: HandOver;
}

/** What an order line must tell a provider; amounts in minor units. */
export interface ProviderLine {
  reference: string;
  name: string;
  quantity: string;
  netMinor: number;
  vatRateBasisPoints: number;
  vatMinor: number;
  grossMinor: number;
}

export interface CreateRequest {
  reference: string;
  /** Shorter reference of the attempt, a uuid. */
  attemptId: string;
  amountMinor: number;
  currency: Currency;
  lines: ProviderLine[];
  description: string;
  capture: 'now' | 'reserve';
  language: string;
  /** Where the browser comes back to; carries nothing worth stealing. */
  returnUrl: string;
  cancelUrl: string;
  termsUrl: string;
  messageUrl: string;
  /** Echoed or used by the provider in its messages; where it signs nothing, put into the address that it sends them to. */
  messageSecret: string;
  /** Provider's names of the methods that the page is to offer; absent means all. */
  methods?: string[];
  /** Kinds of cards that are allowed; absent means all. */
  cardTypes?: CardType[];
  idempotencyKey: string;
}

/** What a provider says of a payment right now: sums in minor units; never a judgement of ours. */
export interface Evidence {
  state: 'open' | 'authorized' | 'captured' | 'refunded' | 'cancelled' | 'failed' | 'expired' | 'unknown';
  /** What the payment is for according to the provider. */
  amountMinor: number;
  currency: string;
  reference: string;
  authorizedMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  /** All that the payer's bank has taken back after disputes, of a provider that tells of them. */
  chargedBackMinor?: number;
  method?: string;
  /** The provider's ids of refunds that it had accepted and that came to nothing. */
  failedRefunds?: readonly string[];
  /** A {@link CardType}, or `other` for a kind that is told and is none of them. */
  cardType?: string;
  maskedCard?: string;
  /** Tells of a visit to the payment page that came to nothing; of money that is held already it tells nothing. */
  ofVisit?: boolean;
  /**
   * Somebody may pay it all the same once it is over for us, and nobody would tell: it is asked about for a while after it was
   * closed.
   */
  stillPayable?: boolean;
}

/** What the browser has in its query when it comes back from the payment page: anybody may have written it. */
export type ReturnQuery = Readonly<Record<string, string>>;

/** How a call ended, when it did not end well; `code` is the provider's own, or its client's. */
export type CallFailure = { code: string; detail: string } & (
  | { outcome: 'refused' }
  /** Refused, but only for now: it is asked again, as a call of its own, for a key may keep its refusal. */
  | { outcome: 'not_now' }
  /** Certainly not carried out, and no answer either: it is sent again. */
  | { outcome: 'not_sent' }
  /**
   * It may have been carried out: ask before trying again. `queued`: it will be, so it is never sent again. `saidNo`: sent
   * again, it was refused, perhaps because it had been carried out before; nothing more can be learnt by sending it.
   */
  | { outcome: 'unknown'; queued?: boolean; saidNo?: boolean }
);

/** How a call ended. */
export type CallResult<T = object> = ({ outcome: 'done' } & T) | CallFailure;

/** A message as it came in. */
export interface IncomingMessage {
  headers: Headers;
  body: string;
  /** The address that it came to. It may carry a secret: it is neither stored nor logged. */
  url?: string;
}

/** What an authentic message is held against. */
export interface Expected {
  /** The secret of the attempt that it is about. */
  secret: string;
  /** The address that the provider was to send it to, as `create` or `register` got it. */
  url: string;
}

/** What a message says of itself; it is a reason to ask the provider, not a proof. */
export interface ParsedMessage {
  /** The provider's event id, or a hash of the body: the same message twice is one message. */
  dedupeKey: string;
  /** Messages with the same key may be about two things: each of them is a reason to ask. */
  mayRepeat?: boolean;
  event: string;
  /** Absent in what some providers tell of a payment that came to nothing. */
  providerPaymentId?: string;
  /** Our own reference of the attempt, where the message tells it. */
  reference?: string;
  /** A stable code of ours when the message tells of a declined try. */
  failure?: 'declined';
  /** Of a provider that cannot be asked: the payment that the message is about, also where it says nothing clear of it. */
  about?: string;
  /** Of a provider that cannot be asked: what the message says of what was promised; a proof when it is authentic. */
  evidence?(promised: Omit<PaymentRef, 'providerPaymentId'>): Evidence;
}

/** One payment as a provider's call needs it. */
export interface PaymentRef {
  providerPaymentId: string;
  reference: string;
  amountMinor: number;
  currency: Currency;
}

export interface OperationRequest extends PaymentRef {
  /** Of this operation. */
  operationMinor: number;
  /** The VAT in that, where it is known; absent means in proportion. */
  operationVatMinor?: number;
  idempotencyKey: string;
  /** What our books say of the payment so far. */
  capturedMinor: number;
  refundedMinor: number;
  /** The same call may have been carried out before; never set where the provider can be asked about it. */
  repeats: boolean;
}

/** A call that was carried out; `evidence` is how the payment stands after it, of a provider that cannot be asked. */
export interface Carried {
  operationId?: string;
  evidence?: Evidence;
}

/** A provider opened with the credentials of one agreement. */
export interface OpenProvider {
  readonly id: string;
  readonly capabilities: Capabilities;
  /** How far its payment page can be held to these ways to pay. */
  limits(ways: Ways, currency: Currency): PageLimits;
  /** Asks the provider something harmless with the credentials, to know whether it accepts them; absent where nothing can be asked. */
  check?(): Promise<CallResult>;
  create(request: CreateRequest): Promise<CallResult<Created>>;
  /** Undefined when the message cannot be understood. */
  parseMessage(message: IncomingMessage): ParsedMessage | undefined;
  /**
   * Whether the message is the provider's own: it carries the attempt's secret, or the address that it came to does, or it is
   * signed with the agreement's; compared in constant time.
   */
  isAuthentic(message: IncomingMessage, expected: Expected): boolean;
  /**
   * @param returned a hint, where the browser has just come back: it may tell of a visit that came to nothing, never of money.
   * @throws on anything but a clear answer, which then changes nothing.
   */
  fetch?(payment: PaymentRef, returned?: ReturnQuery): Promise<Evidence>;
  /**
   * Of a provider that can be asked and names a payment only once somebody has paid: what it calls the one that has our
   * reference and holds money; undefined while there is none. What its messages call it is a guess until this has agreed.
   * @param told such a guess.
   * @throws on anything but a clear answer.
   */
  find?(promised: Omit<PaymentRef, 'providerPaymentId'>, told?: string): Promise<string | undefined>;
  capture?(request: OperationRequest): Promise<CallResult<Carried>>;
  cancel?(request: OperationRequest): Promise<CallResult<Carried>>;
  refund?(request: OperationRequest): Promise<CallResult<Carried>>;
  /**
   * Of a provider that must be told once per agreement where its messages go: tells it, and gives what is to be kept, with
   * the secret that it signs them with.
   * @param repeats it may have been told before, and its answer was lost: that is taken back first.
   */
  register?(url: string, repeats: boolean): Promise<CallResult<{ registration: object }>>;
  /** Takes back what `register` gave, where it was not kept: nobody else knows of it. */
  unregister?(registration: object): Promise<CallResult>;
}

export interface ProviderOptions {
  /** The agreement's. */
  environment: 'live' | 'test';
  baseUrl: string;
  fetch: typeof globalThis.fetch;
  timeoutMs: number;
  /** What `register` gave, once it has. */
  registration?: unknown;
  /** Waits between repeats of a call; absent means really waiting. */
  pause?: (ms: number) => Promise<void>;
}

/** One provider: a file in `providers/` and a line in its registry. */
export interface ProviderDefinition<C = unknown> {
  readonly id: string;
  readonly title: string;
  /** Everything that it may be paid with; agreements and services are limited to some of it. */
  readonly methods: readonly PaymentMethod[];
  /** Kinds of cards that its evidence tells apart, so that a service may be limited to them; empty where it tells nothing. */
  readonly cardTypes: readonly CardType[];
  readonly currencies: readonly Currency[];
  readonly description: DescriptionRules;
  /** Where it is reached: its API, and the sites of its payment pages, which a form may lead to. */
  readonly hosts: Record<'live' | 'test', { api: string; pages: readonly string[] }>;
  /** Whether it must be told once per agreement where its messages go: then `register` exists. */
  readonly registers?: boolean;
  /** The credentials and settings of an agreement: an object whose members are described by `agreementField`. */
  readonly config: z.ZodType<C>;
  open(config: C, options: ProviderOptions): OpenProvider;
}

/** Binds the configuration's type and checks it when a provider is opened. */
export function defineProvider<C>(definition: ProviderDefinition<C>): ProviderDefinition {
  return {
    ...definition,
    config: definition.config as z.ZodType<unknown>,
    open: (config, options) => definition.open(definition.config.parse(config), options),
  };
}
