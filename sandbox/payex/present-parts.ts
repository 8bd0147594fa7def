import { findInstrument } from './instruments.ts';
import type { FailedAttempt, OrderRecord, Paid } from './model.ts';
import { orderPath } from './model.ts';
import type { Payex } from './payex.ts';
import { timestamp } from './present-order.ts';

/** The parts of a payment order, in the order of the provider's examples. */
export const partNames = [
  'orderItems',
  'urls',
  'payeeInfo',
  'payer',
  'history',
  'failed',
  'aborted',
  'paid',
  'cancelled',
  'reversed',
  'financialTransactions',
  'failedAttempts',
  'postPurchaseFailedAttempts',
  'metadata',
] as const;
export type PartName = (typeof partNames)[number];

/** The part whose link ends in `segment`; undefined for another word. */
export function findPart(segment: string): PartName | undefined {
  if (segment === 'payers') return 'payer';
  return partNames.find((name) => name.toLowerCase() === segment.toLowerCase());
}

/** What the part says besides its `id`; nothing in a state where it does not apply. */
export function presentPart(payex: Payex, order: OrderRecord, name: PartName): object {
  const { request, status, paid } = order;
  switch (name) {
    case 'orderItems':
      return request.orderItems ? { orderItemList: request.orderItems } : {};
    case 'urls':
      return request.urls;
    case 'payeeInfo':
      return request.payeeInfo;
    case 'payer':
      return request.payer ?? {};
    case 'metadata':
      return request.metadata ?? {};
    case 'paid':
      return status === 'Paid' && paid ? presentPaid(order, paid) : {};
    case 'cancelled':
      return status === 'Cancelled' && paid ? presentPaid(order, paid) : {};
    case 'reversed':
      return status === 'Reversed' && paid ? presentPaid(order, paid) : {};
    case 'failed':
      return status === 'Failed' && order.failed ? { problem: order.failed } : {};
    case 'aborted':
      return status === 'Aborted' ? { abortReason: order.abortReason } : {};
    case 'history':
      return { historyList: order.events.map((event) => ({ ...event, created: timestamp(event.created) })) };
    case 'financialTransactions':
      return { financialTransactionsList: presentTransactions(payex, order) };
    case 'failedAttempts':
      return { failedAttemptList: order.failedAttempts.map(presentAttempt) };
    case 'postPurchaseFailedAttempts':
      return { postpurchaseFailedAttemptList: order.failedPostPurchase.map(presentAttempt) };
  }
}

function presentPaid({ request, status }: OrderRecord, paid: Paid): object {
  const { payeeReference, orderReference } = request.payeeInfo;
  return {
    instrument: findInstrument(paid.instrument)?.paidName ?? paid.instrument,
    number: paid.number,
    payeeReference,
    ...(orderReference !== undefined && { orderReference }),
    transactionType: paid.transactionType,
    amount: paid.amount,
    submittedAmount: paid.amount,
    feeAmount: 0,
    discountAmount: 0,
    ...(status === 'Paid' && { paymentTokenGenerated: false }),
    details: presentDetails(paid),
  };
}

function presentDetails({ instrument, card, msisdn, at, number }: Paid): object {
  const acquirer = {
    acquirerTerminalId: String(number),
    acquirerTransactionTime: at,
    transactionInitiator: 'CARDHOLDER',
  };
  switch (instrument) {
    case 'CreditCard':
      if (!card) return {};
      return {
        nonPaymentToken: '12345678-1234-1234-1234-1234567890ab',
        cardBrand: card.brand,
        cardType: card.cardType,
        issuingBank: 'Testbanken',
        maskedPan: card.maskedPan,
        expiryDate: card.expiryDate,
        issuerAuthorizationApprovalCode: 'L00302',
        acquirerTransactionType: 'STANDARD',
        acquirerStan: '302',
        ...acquirer,
        bin: card.bin,
      };
    case 'Vipps':
      return {
        cardBrand: 'Visa',
        issuingBank: 'Testbanken',
        maskedDPan: '************0004',
        acquirerTransactionType: 'WALLET',
        ...acquirer,
        bin: '489537',
      };
    case 'Swish':
      // The provider's own spelling.
      return { misidn: msisdn };
    case 'Invoice-PayExFinancingNo':
    case 'Invoice-PayExFinancingSe':
      return {};
  }
}

/** `receiptReference` falls back to the payee reference. */
function presentTransactions(_payex: Payex, order: OrderRecord): object[] {
  const path = `${orderPath(order)}/financialtransactions`;
  return order.transactions.map(({ id, created, receiptReference, orderItems: _, ...rest }) => ({
    id: `${path}/${id}`,
    created: timestamp(created),
    updated: timestamp(created),
    ...rest,
    receiptReference: receiptReference ?? rest.payeeReference,
    orderItems: { id: `${path}/${id}/orderitems` },
  }));
}

function presentAttempt({ created, ...rest }: FailedAttempt): object {
  return { created: timestamp(created), ...rest };
}
