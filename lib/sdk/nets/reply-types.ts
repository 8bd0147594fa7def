import type { MinorAmount, OrderItem, PhoneNumber } from './request-types.ts';

export interface CreatedPayment {
  /** 32 lower-case hex characters. Store it before sending the payer anywhere. */
  paymentId: string;
}

export interface CreatedHostedPayment extends CreatedPayment {
  /** Where to send the payer; see `withLanguage`. */
  hostedPaymentPageUrl: string;
}

/** Every member is absent when zero; `readSummary` fills them in. */
export interface PaymentSummary {
  reservedAmount?: MinorAmount;
  chargedAmount?: MinorAmount;
  refundedAmount?: MinorAmount;
  cancelledAmount?: MinorAmount;
  reservedSurchargeAmount?: MinorAmount;
  chargedSurchargeAmount?: MinorAmount;
  refundedSurchargeAmount?: MinorAmount;
  cancelledSurchargeAmount?: MinorAmount;
}

export interface PaymentAddress {
  addressLine1?: string;
  addressLine2?: string;
  receiverLine?: string;
  postalCode?: string;
  city?: string;
  country?: string;
}

export interface PaymentConsumer {
  shippingAddress?: PaymentAddress;
  billingAddress?: PaymentAddress;
  privatePerson?: {
    merchantReference?: string;
    dateOfBirth?: string;
    firstName?: string;
    lastName?: string;
    email?: string;
    phoneNumber?: PhoneNumber;
  };
  company?: {
    merchantReference?: string;
    name?: string;
    registrationNumber?: string;
    contactDetails?: { firstName?: string; lastName?: string; email?: string; phoneNumber?: PhoneNumber };
  };
}

export interface PaymentDetails {
  /** CARD, INVOICE, A2A, INSTALLMENT, WALLET, PREPAID-INVOICE. */
  paymentType?: string;
  /** E.g. `Visa`. */
  paymentMethod?: string;
  invoiceDetails?: { invoiceNumber?: string };
  /** `maskedPan` e.g. `492500******0004`; `expiryDate` is MMYY. */
  cardDetails?: { maskedPan?: string; expiryDate?: string };
}

export interface PaymentCharge {
  chargeId: string;
  amount: MinorAmount;
  /** ISO 8601. */
  created?: string;
  orderItems?: OrderItem[];
}

export type RefundState = 'Pending' | 'Cancelled' | 'Failed' | 'Completed' | 'Expired';

export interface PaymentRefund {
  refundId: string;
  amount: MinorAmount;
  /** One of RefundState; any other word is kept as it came. */
  state?: RefundState | (string & {});
  lastUpdated?: string;
  orderItems?: OrderItem[];
}

/** A payment as the provider tells it. There is no status field: see `deriveStatus`. */
export interface Payment {
  paymentId: string;
  summary: PaymentSummary;
  consumer?: PaymentConsumer;
  paymentDetails?: PaymentDetails;
  orderDetails: { amount: MinorAmount; currency: string; reference?: string | null };
  checkout?: { url?: string | null; cancelUrl?: string | null };
  /** ISO 8601, with zone. */
  created?: string;
  /** When it was terminated; absent otherwise. */
  terminated?: string | null;
  /** Empty when the provider sends none. */
  charges: PaymentCharge[];
  refunds: PaymentRefund[];
  subscription?: { id?: string };
  unscheduledSubscription?: { unscheduledSubscriptionId?: string };
  myReference?: string | null;
}

export interface CreatedCharge {
  chargeId: string;
  invoice?: { invoiceNumber?: string };
}

export interface CreatedRefund {
  refundId: string;
}

export interface PaymentMethod {
  name: string;
  paymentType?: string;
  currency?: string;
  enabled?: boolean;
}
