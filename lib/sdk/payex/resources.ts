import type { CreatedPaymentOrder, PaymentOrder, TransactionResult } from './reply-types.ts';
import type {
  CallOptions,
  CancellationRequest,
  CaptureRequest,
  CreatePaymentOrderRequest,
  InstrumentName,
  RetrieveOptions,
  ReversalRequest,
  UpdateOrderRequest,
} from './request-types.ts';

/**
 * All amounts in minor units; `id` is the payment order's path. Every call rejects with a PayexError; look at its
 * `outcome`. Everything but `create` and `retrieve` reads the payment order first and goes by the operations that it
 * offers: PayexUnavailableError when the one asked for is not among them.
 */
export interface PaymentOrdersResource {
  /**
   * POST /psp/paymentorders. An `unknown` outcome is not repeated: the payment order cannot be found without its id, and
   * no payer comes to it; what becomes of it there is not written down. Make a new one with a new payee reference.
   */
  create(request: CreatePaymentOrderRequest, options?: CallOptions): Promise<CreatedPaymentOrder>;
  /** GET with the evidence expanded. The only proof of anything; see `deriveStatus` and `readSums`. */
  retrieve(id: string, options?: RetrieveOptions): Promise<PaymentOrder>;
  /** `capture`: all or a part of what is authorised. A sale (Swish, Trustly) has none. Once per payee reference. */
  capture(id: string, body: CaptureRequest, options?: CallOptions): Promise<TransactionResult>;
  /** `cancel`: releases all that is not captured. Once per payee reference. */
  cancel(id: string, body: CancellationRequest, options?: CallOptions): Promise<TransactionResult>;
  /** `reversal`: pays all or a part of what is captured or sold back. Once per payee reference. */
  reverse(id: string, body: ReversalRequest, options?: CallOptions): Promise<TransactionResult>;
  /** `abort`: ends it before it is paid; aborting twice changes nothing. Not offered while the payer is in an app. */
  abort(id: string, reason?: string, options?: CallOptions): Promise<PaymentOrder>;
  /** `abort-paymentattempt`: the payer may start anew with another instrument. */
  abortAttempt(id: string, options?: CallOptions): Promise<PaymentOrder>;
  /** `update-order`: another amount, before it is paid. */
  updateOrder(id: string, body: UpdateOrderRequest, options?: CallOptions): Promise<PaymentOrder>;
  /** `set-instrument`: in instrument mode, another instrument. */
  setInstrument(
    id: string,
    instrument: InstrumentName | (string & {}),
    options?: CallOptions,
  ): Promise<PaymentOrder>;
}
