import { NetsUsageError } from './errors.ts';
import type { CreatePaymentRequest, OrderItem, WebhookRegistration } from './request-types.ts';

/**
 * Checks before anything is sent; each throws NetsUsageError (`outcome: 'not_sent'`).
 * Only rules that the provider is known to have; everything else is left to its own validation.
 */
export function checkCreatePayment(
  request: CreatePaymentRequest,
  operation: string,
  allowHttpWebhooks: boolean,
): void {
  const { order } = request;
  checkAmount(order.amount, 'order.amount', operation, 0);
  if (!/^[A-Z]{3}$/.test(order.currency)) {
    throw new NetsUsageError('order.currency must be three capital letters (ISO 4217)', operation);
  }
  checkLength(order.reference, 128, 'order.reference', operation);
  checkItems(order.items, order.amount, 'order.items', operation);
  checkLength(request.myReference, 36, 'myReference', operation);
  checkWebhooks(request.notifications?.webHooks ?? [], operation, allowHttpWebhooks);
}

/** Items must be well formed and their gross amounts must sum to `amount` (else the provider's 1005). */
export function checkItems(
  items: readonly OrderItem[],
  amount: number,
  path: string,
  operation: string,
): void {
  let sum = 0;
  items.forEach((item, index) => {
    const at = `${path}[${index}]`;
    checkItem(item, at, operation);
    sum += item.grossTotalAmount;
  });
  if (!Number.isSafeInteger(sum) || sum !== amount) {
    throw new NetsUsageError(`${path}: the gross amounts sum to ${sum}, the amount is ${amount}`, operation);
  }
}

/** A safe integer of minor units, at least `min`. */
export function checkAmount(
  value: number,
  path: string,
  operation: string,
  min = Number.MIN_SAFE_INTEGER,
): void {
  if (!Number.isSafeInteger(value) || value < min) {
    throw new NetsUsageError(`${path} must be a safe integer of minor units, at least ${min}`, operation);
  }
}

/** An absent text passes. Length in UTF-16 units. */
export function checkLength(value: string | undefined, max: number, path: string, operation: string): void {
  if (value !== undefined && value.length > max) {
    throw new NetsUsageError(`${path} is longer than ${max} characters`, operation);
  }
}

/** An id that goes into a path: letters, digits and dashes only, so that it can never change the path. */
export function checkId(value: string, name: string, operation: string): string {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(value)) {
    throw new NetsUsageError(`${name} is not an id`, operation);
  }
  return value;
}

/** 1 to 64 printable ASCII characters; absent passes. */
export function checkIdempotencyKey(key: string | undefined, operation: string): void {
  if (key !== undefined && !/^[\x21-\x7e]{1,64}$/.test(key)) {
    throw new NetsUsageError('idempotencyKey must be 1 to 64 printable ASCII characters', operation);
  }
}

/** An option that counts something: an integer, at least `min`. */
export function checkCount(value: number, name: string, min: number): number {
  if (!Number.isSafeInteger(value) || value < min || value > 2_147_483_647) {
    throw new NetsUsageError(`${name} must be an integer, at least ${min}`, 'client');
  }
  return value;
}

function checkItem(item: OrderItem, at: string, operation: string): void {
  checkLength(item.reference, 128, `${at}.reference`, operation);
  checkLength(item.name, 128, `${at}.name`, operation);
  checkLength(item.unit, 128, `${at}.unit`, operation);
  if (!Number.isFinite(item.quantity) || item.quantity < 0) {
    throw new NetsUsageError(`${at}.quantity must be a number, at least 0`, operation);
  }
  checkAmount(item.unitPrice, `${at}.unitPrice`, operation);
  checkAmount(item.taxRate ?? 0, `${at}.taxRate`, operation, 0);
  checkAmount(item.taxAmount ?? 0, `${at}.taxAmount`, operation);
  checkAmount(item.netTotalAmount, `${at}.netTotalAmount`, operation);
  checkAmount(item.grossTotalAmount, `${at}.grossTotalAmount`, operation);
  if (item.netTotalAmount + (item.taxAmount ?? 0) !== item.grossTotalAmount) {
    throw new NetsUsageError(`${at}: netTotalAmount + taxAmount is not grossTotalAmount`, operation);
  }
}

function checkWebhooks(hooks: readonly WebhookRegistration[], operation: string, allowHttp: boolean): void {
  if (hooks.length > 32) {
    throw new NetsUsageError('notifications.webHooks: at most 32', operation);
  }
  hooks.forEach((hook, index) => {
    const at = `notifications.webHooks[${index}]`;
    checkLength(hook.url, 256, `${at}.url`, operation);
    if (!/^https:\/\//.test(hook.url) && !(allowHttp && /^http:\/\//.test(hook.url))) {
      throw new NetsUsageError(`${at}.url must be https`, operation);
    }
    // 32 is the safe upper bound; some of the provider's texts say 64, so that is where we stop.
    if (!/^[A-Za-z0-9]{8,64}$/.test(hook.authorization)) {
      throw new NetsUsageError(`${at}.authorization must be 8 to 32 letters and digits`, operation);
    }
  });
}
