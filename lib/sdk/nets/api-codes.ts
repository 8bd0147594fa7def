/** The provider's error codes by number. Source: the enumeration in the provider's own SDK. */
export const NETS_API_CODES = {
  '1000': 'Unknown',
  '1001': 'OverCharge',
  '1002': 'ZeroCharge',
  '1003': 'NotReserved',
  '1004': 'AlreadyReserved',
  '1005': 'AmountDiffersFromOrderItems',
  '1006': 'ConsumerNotAdded',
  '1007': 'PartialCancelNotAllowed',
  '1008': 'AlreadyCharged',
  '1009': 'InvalidRefundAmount',
  '1010': 'ReservationExpired',
  '1011': 'ChargeNotFound',
  '1012': 'RefundCancelled',
  '1013': 'RefundExpired',
  '1014': 'RefundFailed',
  '1015': 'OrderItemsMissing',
  '1016': 'OrderReferenceWasPreviouslySet',
  '1017': 'ChangingCheckoutDomainNotAllowed',
  '1018': 'PaymentMissingOrderReference',
  '1019': 'AlreadyCancelled',
  '1020': 'PaymentMethodChargeFailed',
  '1021': 'ShippingCostHasNotBeenSpecified',
  '1022': 'PaymentReserveMethodFailed',
  '1023': 'PaymentAlreadyRefunded',
  '1024': 'PartialChargeNotAllowed',
  '1025': 'RefundCancelFailed',
  '1026': 'ChargeTriedWithDifferentAmount',
  '1027': 'RefundTriedWithDifferentAmount',
  '1028': 'UpdateOrderAtAfterPayFailed',
  '1029': 'HardDecline',
  '1030': 'ExpiredSubscription',
  '1031': 'InvalidSubscription',
  '1032': 'NotGenuineSubscriptionTraceId',
} as const;

export type NetsApiCode = keyof typeof NETS_API_CODES;

/** The code's name, or undefined for one that is not in the table (the test environment's magic amounts give such). */
export function apiCodeName(code: string): string | undefined {
  return isNetsApiCode(code) ? NETS_API_CODES[code] : undefined;
}

/** Whether the code is in the table. */
export function isNetsApiCode(code: string): code is NetsApiCode {
  return Object.hasOwn(NETS_API_CODES, code);
}

/**
 * Codes that say no, yet do not say that nothing happened: `Unknown`, and a repeat with another amount,
 * where the first try under that key may well have gone through.
 */
export const UNCERTAIN_API_CODES: ReadonlySet<string> = new Set(['1000', '1026', '1027']);
