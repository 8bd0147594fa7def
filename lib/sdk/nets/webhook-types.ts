import type { MinorAmount, OrderItem, PhoneNumber, WebhookEventName } from './request-types.ts';

/** Amounts in webhooks are objects, unlike everywhere else in this API. */
export interface WebhookAmount {
  amount: MinorAmount;
  currency: string;
}

/** Note `postcode`, where the rest of the API says `postalCode`. */
export interface WebhookAddress {
  addressLine1?: string;
  addressLine2?: string;
  city?: string;
  country?: string;
  postcode?: string;
  receiverLine?: string;
}

export interface WebhookConsumer {
  firstName?: string;
  lastName?: string;
  billingAddress?: WebhookAddress;
  shippingAddress?: WebhookAddress;
  country?: string;
  email?: string;
  ip?: string;
  merchantReference?: string;
  phoneNumber?: PhoneNumber;
}

export interface WebhookOrder {
  amount?: WebhookAmount;
  reference?: string;
  orderItems?: OrderItem[];
}

export interface WebhookInvoiceDetails {
  accountNumber?: string;
  distributionType?: string;
  invoiceDueDate?: string;
  invoiceNumber?: string;
  ocrOrkid?: string;
  ourReference?: string;
  yourReference?: string;
}

export interface WebhookFailure {
  code?: string;
  message?: string;
  source?: string;
}

/** What every event's data may hold. As delivered, not checked: optional here, and never a ground to move money. */
interface Common {
  paymentId: string;
  amount?: WebhookAmount;
  myReference?: string;
  reconciliationReference?: string;
}

interface Method {
  paymentMethod?: string;
  paymentType?: string;
}

interface Failed {
  error?: WebhookFailure;
}

/** `data` of each event. Members beyond these may come and are kept. */
export interface WebhookData {
  'payment.created': Common & { order?: WebhookOrder };
  'payment.reservation.created': Common &
    Method & {
      cardDetails?: {
        creditDebitIndicator?: string;
        expiryMonth?: string;
        expiryYear?: string;
        issuerCountry?: string;
        truncatedPan?: string;
        threeDSecure?: {
          acsUrl?: string;
          authenticationEnrollmentStatus?: string;
          authenticationStatus?: string;
          eci?: string;
        };
      };
      consumer?: WebhookConsumer;
      reservationReference?: string;
      reserveId?: string;
    };
  'payment.reservation.created.v2': Common & Method & { subscriptionId?: string };
  'payment.reservation.failed': Common & Method & Failed;
  'payment.checkout.completed': Common & { order?: WebhookOrder; consumer?: WebhookConsumer };
  'payment.charge.created.v2': Common &
    Method & { chargeId?: string; orderItems?: OrderItem[]; subscriptionId?: string };
  'payment.charge.failed': Common &
    Failed & { chargeId?: string; orderItems?: OrderItem[]; invoiceDetails?: WebhookInvoiceDetails };
  'payment.refund.initiated.v2': Common & {
    refundId?: string;
    chargeId?: string;
    executed?: string;
    paymentActionId?: string;
    orderItems?: OrderItem[];
  };
  'payment.refund.failed': Common & Failed & { refundId?: string; invoiceDetails?: WebhookInvoiceDetails };
  'payment.refund.completed': Common & { refundId?: string; invoiceDetails?: WebhookInvoiceDetails };
  'payment.cancel.created': Common & { cancelId?: string; orderItems?: OrderItem[] };
  'payment.cancel.failed': Common & Failed & { cancelId?: string; orderItems?: OrderItem[] };
}

interface Envelope {
  /** 32 hex, unique per event: the key against duplicates. */
  id: string;
  /** ISO 8601 with zone, as delivered. */
  timestamp: string | null;
  /** From `merchantNumber` or `merchantId`, whichever the event carries. */
  merchantNumber: string | null;
  /** The whole body, unchanged. */
  raw: Readonly<Record<string, unknown>>;
}

export type KnownWebhookEvent = {
  [E in WebhookEventName]: Envelope & { event: E; paymentId: string; data: WebhookData[E] };
}[WebhookEventName];

/** An event of a name this client does not know: acknowledge it, and retrieve the payment when there is one. */
export interface UnknownWebhookEvent extends Envelope {
  event: 'unknown';
  eventName: string;
  paymentId: string | null;
  data: Readonly<Record<string, unknown>>;
}

export type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;
