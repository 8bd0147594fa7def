import { checkAmount } from '../checks.ts';
import { NetsUsageError } from '../errors.ts';
import type { RegisterRequest } from './request-types.ts';
import { isTransactionId } from './xml-shape.ts';

const ownParameters = new Set(
  [
    ...['merchantId', 'token', 'transactionId', 'serviceType', 'orderNumber', 'amount', 'currencyCode'],
    ...['redirectUrl', 'language', 'paymentMethodList', 'autoAuth'],
  ].map((name) => name.toLowerCase()),
);

/** Only rules that the provider is known to have; the rest is left to its own validation. @throws NetsUsageError */
export function checkRegister(request: RegisterRequest, insecure: boolean): void {
  const operation = 'transactions.register';
  const wrong = (message: string) => new NetsUsageError(message, operation);
  checkAmount(request.amount, 'amount', operation, 1);
  if (!/^[A-Z]{3}$/.test(request.currencyCode)) throw wrong('currencyCode must be three capital letters');
  if (request.orderNumber.trim() === '') throw wrong('orderNumber must not be empty');
  if (!URL.canParse(request.redirectUrl)) throw wrong('redirectUrl is not an absolute URL');
  const { protocol, hash } = new URL(request.redirectUrl);
  if (protocol !== 'https:' && !(insecure && protocol === 'http:')) throw wrong('redirectUrl must be https');
  if (hash !== '') throw wrong('redirectUrl must not have a fragment');
  if (request.language !== undefined && !/^[a-z]{2}_[A-Z]{2}$/.test(request.language))
    throw wrong('language must look like no_NO');
  for (const name of Object.keys(request.extra ?? {}))
    if (ownParameters.has(name.toLowerCase())) throw wrong(`extra: ${name} has a member of its own`);
}

/** @throws NetsUsageError */
export function checkTransactionId(id: string, operation: string): string {
  if (!isTransactionId(id)) throw new NetsUsageError('transactionId must be 32 hex digits', operation);
  return id;
}
