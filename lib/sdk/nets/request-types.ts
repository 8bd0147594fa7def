/** An integer in minor units (øre): kr 600,00 is `60000`. Must be a safe integer. */
export type MinorAmount = number;

export interface OrderItem {
  /** Max 128; `< > ' " & \` are not supported, see `sanitizeText`. */
  reference: string;
  /** Max 128, same characters. */
  name: string;
  /** ≥ 0, decimals allowed. */
  quantity: number;
  /** E.g. `stk`; max 128. */
  unit: string;
  /** Without VAT; may be negative (a discount). */
  unitPrice: MinorAmount;
  /** Percent × 100: 25 % is `2500`. */
  taxRate?: number;
  taxAmount?: MinorAmount;
  /** Without VAT: `unitPrice × quantity`. */
  netTotalAmount: MinorAmount;
  /** `netTotalAmount + taxAmount`. */
  grossTotalAmount: MinorAmount;
}

export interface Order {
  items: readonly OrderItem[];
  /** Must equal Σ `grossTotalAmount`, else the provider answers 1005; checked before sending. */
  amount: MinorAmount;
  /** ISO 4217, e.g. `NOK`. */
  currency: string;
  /** Max 128. Travels to third parties and receipts: no personal data. */
  reference?: string;
}

export interface PhoneNumber {
  /** With plus: `+47`. */
  prefix: string;
  number: string;
}

export interface Address {
  addressLine1?: string;
  addressLine2?: string;
  postalCode?: string;
  city?: string;
  /** ISO 3166-1 alpha-3, e.g. `NOR`. */
  country?: string;
}

export interface Consumer {
  reference?: string;
  email?: string;
  shippingAddress?: Address;
  billingAddress?: Address;
  phoneNumber?: PhoneNumber;
  /** Either a person or a company. */
  privatePerson?: { firstName: string; lastName: string };
  company?: { name: string; contact?: { firstName?: string; lastName?: string } };
}

export type ConsumerKind = 'B2C' | 'B2B';

interface CheckoutCommon {
  termsUrl: string;
  merchantTermsUrl?: string;
  /** True: the page does not ask for name and address. */
  merchantHandlesConsumerData?: boolean;
  consumer?: Consumer;
  consumerType?: { default: ConsumerKind; supportedTypes: readonly ConsumerKind[] };
  /** True: charged straight after the reservation, the usual choice for public fees. */
  charge?: boolean;
  publicDevice?: boolean;
  /** ISO 3166-1 alpha-3; required for Klarna. */
  countryCode?: string;
  appearance?: {
    displayOptions?: { showMerchantName?: boolean; showOrderSummary?: boolean };
    textOptions?: {
      completePaymentButtonText?: 'pay' | 'purchase' | 'order' | 'book' | 'reserve' | (string & {});
    };
  };
}

export interface HostedCheckout extends CheckoutCommon {
  integrationType: 'HostedPaymentPage';
  /** The page appends `paymentid=<id>`; do not need it: the browser's return proves nothing. */
  returnUrl: string;
  cancelUrl: string;
}

export interface EmbeddedCheckout extends CheckoutCommon {
  integrationType?: 'EmbeddedCheckout';
  /** The page that embeds checkout.js. */
  url: string;
}

export type WebhookEventName =
  | 'payment.created'
  | 'payment.reservation.created'
  | 'payment.reservation.created.v2'
  | 'payment.reservation.failed'
  | 'payment.checkout.completed'
  | 'payment.charge.created.v2'
  | 'payment.charge.failed'
  | 'payment.refund.initiated.v2'
  | 'payment.refund.failed'
  | 'payment.refund.completed'
  | 'payment.cancel.created'
  | 'payment.cancel.failed';

export interface WebhookRegistration {
  eventName: WebhookEventName;
  /** https, max 256. */
  url: string;
  /** 8 to 32 letters and digits; comes back as the `Authorization` header. A fresh random one per payment. */
  authorization: string;
  headers?: readonly Readonly<Record<string, string>>[];
}

export type PaymentMethodName =
  | 'Visa'
  | 'MasterCard'
  | 'Dankort'
  | 'AmericanExpress'
  | 'PayPal'
  | 'Vipps'
  | 'MobilePay'
  | 'Swish'
  | 'Arvato'
  | 'EasyInvoice'
  | 'EasyInstallment'
  | 'EasyCampaign'
  | 'RatePayInvoice'
  | 'RatePayInstallment'
  | 'RatePaySepa'
  | 'Sofort'
  | 'Trustly';

export type PaymentTypeName = 'Card' | 'Invoice' | 'Installment' | 'A2A' | 'Wallet';

export interface CreatePaymentRequest<
  C extends HostedCheckout | EmbeddedCheckout = HostedCheckout | EmbeddedCheckout,
> {
  order: Order;
  checkout: C;
  /** Your own reference; max 36 (one dashed uuid). */
  myReference?: string;
  /** Partners only. */
  merchantNumber?: number;
  /** At most 32. Note the capital H. */
  notifications?: { webHooks: readonly WebhookRegistration[] };
  /** Naming anything disables everything that is not named; do not mix a type with a method of that type. */
  paymentMethodsConfiguration?: readonly { name: PaymentMethodName | PaymentTypeName; enabled: boolean }[];
  /** `interval` in days, 0 for no minimum; `endDate` ISO 8601. */
  subscription?: { subscriptionId?: string; endDate?: string; interval?: number };
  unscheduledSubscription?: { create?: boolean; unscheduledSubscriptionId?: string };
}

export interface UpdateOrderItemsRequest {
  amount: MinorAmount;
  items: readonly OrderItem[];
  shipping?: { costSpecified: boolean };
  paymentMethods?: readonly { name: PaymentMethodName; fee: OrderItem }[];
}

export interface UpdateReferenceInformationRequest {
  /** Where the checkout page is; both members are required. */
  checkoutUrl: string;
  reference: string;
}

export interface CancelRequest {
  /** The whole reservation: a part is refused with 1007. */
  amount: MinorAmount;
  orderItems?: readonly OrderItem[];
}

export interface ChargeRequest {
  amount: MinorAmount;
  /** When given, Σ `grossTotalAmount` must equal `amount`. */
  orderItems?: readonly OrderItem[];
  shipping?: { trackingNumber: string; provider: string };
  /** Max 36. */
  myReference?: string;
  paymentMethodReference?: string;
}

export interface RefundChargeRequest {
  amount: MinorAmount;
  orderItems?: readonly OrderItem[];
}

export interface RefundPaymentRequest extends RefundChargeRequest {
  /** Max 36. */
  myReference?: string;
}

export interface ListPaymentMethodsQuery {
  merchantNumber?: number | string;
  /** ISO 4217. */
  currency?: string;
  enabled?: boolean;
}

export interface CallOptions {
  /** Stops the call, its waiting and its retries; gives NetsAbortedError. */
  signal?: AbortSignal;
  /** For each try of this call; the client's own otherwise. */
  timeoutMs?: number;
}

export interface IdempotentCallOptions extends CallOptions {
  /**
   * 1 to 64 printable ASCII characters. Make it when the intent is written and reuse it for each repeat of that
   * intent; with it, and only with it, the client repeats the call by itself. Lifetime: not documented.
   */
  idempotencyKey?: string;
}
