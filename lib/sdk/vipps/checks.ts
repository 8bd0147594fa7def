import { VippsUsageError } from './errors.ts';
import type { Amount, CreatePaymentRequest, Customer, RegisterWebhookRequest } from './request-types.ts';

/** What a client may be told about the checks; see VippsClientOptions. */
export interface CheckRules {
  /** The API is reached over http (a sandbox), so return URLs and webhooks may be too. */
  allowHttp: boolean;
  referenceMaxLength: number;
}

const CURRENCIES: ReadonlySet<string> = new Set<Amount['currency']>(['NOK', 'DKK', 'EUR']);
/** OpenAPI `Amount.maximum`. */
const MAX_AMOUNT = 65_000_000;
/** Stated for NOK; the other currencies are left to the provider. */
const MIN_NOK_AMOUNT = 100;

/**
 * Checks before anything is sent; each throws VippsUsageError (`outcome: 'not_sent'`).
 * Only rules that the provider is known to have; everything else is left to its own validation.
 */
export function checkCreatePayment(
  request: CreatePaymentRequest,
  rules: CheckRules,
  operation: string,
): void {
  const { amount, userFlow, returnUrl, customer, metadata, paymentDescription } = request;
  checkAmount(amount, 'amount', operation, amount.currency === 'NOK' ? MIN_NOK_AMOUNT : 1);
  checkReference(request.reference, rules, operation);
  if (userFlow === 'WEB_REDIRECT' && returnUrl === undefined) {
    throw new VippsUsageError('returnUrl is required for WEB_REDIRECT', operation);
  }
  if (returnUrl !== undefined) checkReturnUrl(returnUrl, rules, operation);
  if (userFlow === 'PUSH_MESSAGE' && customer === undefined) {
    throw new VippsUsageError('customer is required for PUSH_MESSAGE', operation);
  }
  if (request.paymentMethod.type === 'CARD' && userFlow !== 'WEB_REDIRECT') {
    throw new VippsUsageError('CARD needs the userFlow WEB_REDIRECT', operation);
  }
  if (customer !== undefined) checkCustomer(customer, operation);
  if (paymentDescription !== undefined && !isBetween(paymentDescription.length, 3, 100)) {
    throw new VippsUsageError('paymentDescription must be 3 to 100 characters', operation);
  }
  if (request.expiresAt !== undefined && (userFlow === 'WEB_REDIRECT' || userFlow === 'NATIVE_REDIRECT')) {
    throw new VippsUsageError('expiresAt needs the userFlow PUSH_MESSAGE or QR', operation);
  }
  if (metadata !== undefined) checkMetadata(metadata, operation);
}

/** A whole number of minor units within the provider's limits, in a currency it takes. */
export function checkAmount(amount: Amount, path: string, operation: string, min = 1): void {
  if (!Number.isSafeInteger(amount.value) || !isBetween(amount.value, min, MAX_AMOUNT)) {
    throw new VippsUsageError(
      `${path}.value must be a whole number of minor units from ${min} to ${MAX_AMOUNT}`,
      operation,
    );
  }
  if (!CURRENCIES.has(amount.currency)) {
    throw new VippsUsageError(`${path}.currency must be NOK, DKK or EUR`, operation);
  }
}

/** Letters, digits and dashes only, so that a reference can never change the path. */
export function checkReference(reference: string, rules: CheckRules, operation: string): string {
  if (!/^[a-zA-Z0-9-]+$/.test(reference) || !isBetween(reference.length, 8, rules.referenceMaxLength)) {
    throw new VippsUsageError(
      `reference must be 8 to ${rules.referenceMaxLength} letters, digits and dashes`,
      operation,
    );
  }
  return reference;
}

/** OpenAPI: `format: uuid`. */
export function checkWebhookId(id: string, operation: string): string {
  if (!/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/.test(id)) {
    throw new VippsUsageError('the webhook id must be a UUID', operation);
  }
  return id;
}

export function checkWebhook(request: RegisterWebhookRequest, rules: CheckRules, operation: string): void {
  const protocol = protocolOf(request.url);
  if (protocol !== 'https:' && !(rules.allowHttp && protocol === 'http:')) {
    throw new VippsUsageError('url must be https', operation);
  }
  if (request.events.length === 0) throw new VippsUsageError('events must not be empty', operation);
}

export function checkCustomer(customer: Customer, operation: string): void {
  if (Object.values(customer).filter((value) => value !== undefined).length !== 1) {
    throw new VippsUsageError('customer must be one of phoneNumber, personalQr and customerToken', operation);
  }
  if ('phoneNumber' in customer && !/^\d{10,15}$/.test(customer.phoneNumber)) {
    throw new VippsUsageError('customer.phoneNumber must be 10 to 15 digits, country code first', operation);
  }
}

/** 1 to 50 printable ASCII characters. */
export function checkIdempotencyKey(key: string, operation: string): string {
  if (!/^[\x21-\x7e]{1,50}$/.test(key)) {
    throw new VippsUsageError('idempotencyKey must be 1 to 50 printable ASCII characters', operation);
  }
  return key;
}

function checkReturnUrl(returnUrl: string, rules: CheckRules, operation: string): void {
  const protocol = protocolOf(returnUrl);
  // A scheme of one's own (an app) is allowed; a browser's own script and data schemes are nobody's app.
  const dangerous = ['javascript:', 'data:', 'vbscript:', 'file:', 'blob:'].includes(protocol);
  if (protocol === '' || dangerous || (protocol === 'http:' && !rules.allowHttp)) {
    throw new VippsUsageError('returnUrl must be https or a scheme of an app', operation);
  }
}

function checkMetadata(metadata: Readonly<Record<string, string>>, operation: string): void {
  const entries = Object.entries(metadata);
  if (entries.length > 5) throw new VippsUsageError('metadata: at most 5 entries', operation);
  if (entries.some(([key, value]) => key.length > 100 || value.length > 500)) {
    throw new VippsUsageError('metadata: keys up to 100, values up to 500 characters', operation);
  }
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}

function isBetween(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}
