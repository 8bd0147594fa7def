import { PayexUsageError } from './errors.ts';
import type { CreatePaymentOrderRequest, OrderItem } from './request-types.ts';

/**
 * Checks before anything is sent; each throws PayexUsageError (`outcome: 'not_sent'`).
 * Only rules that the provider is known to have; everything else is left to its own validation.
 */
export function checkCreate(request: CreatePaymentOrderRequest, operation: string, insecure: boolean): void {
  const verify = request.operation === 'Verify';
  checkAmounts(request, operation, verify ? 0 : 1);
  if (verify && request.amount !== 0) throw new PayexUsageError('amount must be 0 for a Verify', operation);
  if (!/^[A-Z]{3}$/.test(request.currency)) {
    throw new PayexUsageError('currency must be three capital letters (ISO 4217)', operation);
  }
  if (request.instrument?.toLowerCase() === 'swish' && request.currency !== 'SEK') {
    throw new PayexUsageError('Swish takes SEK only', operation);
  }
  checkDescription(request.description, operation);
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(request.language)) {
    throw new PayexUsageError('language must look like nb-NO', operation);
  }
  checkLength(request.userAgent, 1, 1000, 'userAgent', operation);
  checkPayeeReference(request.payeeInfo.payeeReference, operation);
  if (request.payeeInfo.orderReference !== undefined) {
    checkLength(request.payeeInfo.orderReference, 1, 50, 'payeeInfo.orderReference', operation);
  }
  checkUrls(request.urls, operation, insecure);
  checkItems(request.orderItems, request.amount, request.vatAmount, operation);
}

/** Amount and VAT of a payment order, a capture or a reversal. */
export function checkAmounts(body: { amount: number; vatAmount: number }, operation: string, min = 1): void {
  checkAmount(body.amount, 'amount', operation, min);
  checkAmount(body.vatAmount, 'vatAmount', operation, 0);
  if (body.vatAmount > body.amount) {
    throw new PayexUsageError('vatAmount is part of amount and cannot exceed it', operation);
  }
}

/** Lines must sum to the amount and its VAT. */
export function checkItems(
  items: readonly OrderItem[] | undefined,
  amount: number,
  vatAmount: number,
  operation: string,
): void {
  if (items === undefined) return;
  let sum = 0;
  let vat = 0;
  items.forEach((item, index) => {
    const at = `orderItems[${index}]`;
    checkAmount(item.amount, `${at}.amount`, operation);
    checkAmount(item.vatAmount, `${at}.vatAmount`, operation);
    checkAmount(item.unitPrice, `${at}.unitPrice`, operation);
    checkAmount(item.vatPercent, `${at}.vatPercent`, operation, 0);
    if (!Number.isFinite(item.quantity)) {
      throw new PayexUsageError(`${at}.quantity must be a number`, operation);
    }
    sum += item.amount;
    vat += item.vatAmount;
  });
  if (sum !== amount || vat !== vatAmount) {
    throw new PayexUsageError(
      `orderItems sum to ${sum} with ${vat} VAT, the amount is ${amount} with ${vatAmount}`,
      operation,
    );
  }
}

/** `description`: 1 to 40 characters. */
export function checkDescription(description: string, operation: string): void {
  checkLength(description, 1, 40, 'description', operation);
}

/** Letters and digits, at most 30: what every instrument and settlement option A take. */
export function checkPayeeReference(value: string, operation: string): void {
  if (!/^[A-Za-z0-9]{1,30}$/.test(value)) {
    throw new PayexUsageError('payeeReference must be 1 to 30 letters and digits', operation);
  }
}

/** Length in UTF-16 units. */
export function checkLength(value: string, min: number, max: number, path: string, operation: string): void {
  if (value.length < min || value.length > max) {
    throw new PayexUsageError(`${path} must have ${min} to ${max} characters`, operation);
  }
}

function checkAmount(value: number, path: string, operation: string, min = Number.MIN_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value) || value < min) {
    throw new PayexUsageError(`${path} must be a safe integer of minor units, at least ${min}`, operation);
  }
}

function checkUrls(urls: CreatePaymentOrderRequest['urls'], operation: string, insecure: boolean): void {
  if (urls.hostUrls.length === 0) throw new PayexUsageError('urls.hostUrls must name a site', operation);
  const { completeUrl, cancelUrl, callbackUrl, termsOfServiceUrl, logoUrl, paymentUrl } = urls;
  const named = { completeUrl, cancelUrl, callbackUrl, termsOfServiceUrl, logoUrl, paymentUrl };
  const all = [...urls.hostUrls.map((url) => ['hostUrls', url] as const), ...Object.entries(named)];
  for (const [name, url] of all) {
    if (url === undefined) continue;
    const protocol = URL.canParse(url) ? new URL(url).protocol : '';
    if (protocol !== 'https:' && !(insecure && protocol === 'http:')) {
      throw new PayexUsageError(`urls.${name} must be https`, operation);
    }
  }
}
