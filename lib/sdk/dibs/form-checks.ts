import { DibsUsageError } from './errors.ts';
import type { PaymentWindowRequest } from './form-types.ts';
import { hiddenField } from './hidden-fields.ts';

const OPERATION = 'paymentWindow.createForm';

/** The provider's own limits, checked before anything is signed. Throws DibsUsageError. `allowHttp`: a sandbox. */
export function checkRequest(request: PaymentWindowRequest, allowHttp: boolean): void {
  must(isOrderId(request.orderId), 'orderId must be 1 to 50 of A-Z a-z 0-9 . _ - |');
  checkAmount(request.amount, OPERATION);
  must(
    /^(?:[A-Z]{3}|\d{3})$/.test(request.currency),
    'currency must be three capital letters or three digits',
  );
  checkUrl(request.acceptReturnUrl, 'acceptReturnUrl', allowHttp);
  must(!isIpAddress(request.acceptReturnUrl), 'acceptReturnUrl must name a host, not an IP address');
  if (request.cancelReturnUrl !== undefined) checkUrl(request.cancelReturnUrl, 'cancelReturnUrl', allowHttp);
  if (request.callbackUrl !== undefined) checkUrl(request.callbackUrl, 'callbackUrl', allowHttp);
  must(
    request.language === undefined || /^[a-z]{2}_[A-Z]{2}$/.test(request.language),
    'language must look like nb_NO',
  );
  if (request.payTypes !== undefined) checkPayTypes(request.payTypes);
  for (const name of Object.keys(request.custom ?? {})) {
    must(/^s_[A-Za-z0-9_]+$/.test(name), `custom: ${name} must be s_ and letters, digits or _`);
  }
  (request.rows ?? []).forEach((row, index) => {
    must(Number.isSafeInteger(row.amount), `rows[${index}].amount must be an integer of minor units`);
    must(Number.isSafeInteger(row.vatAmount), `rows[${index}].vatAmount must be an integer of minor units`);
  });
}

/** Both windows take the same. */
export function isOrderId(text: string): boolean {
  return /^[a-zA-Z0-9._\-|]{1,50}$/.test(text);
}

/** 1 to 1 715 000 000 minor units. */
export function checkAmount(amount: number, operation: string): void {
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > 1_715_000_000) {
    throw new DibsUsageError('amount must be an integer of minor units, 1 to 1715000000', operation);
  }
}

/**
 * What the browser would change on the way (line breaks become CRLF, broken surrogates U+FFFD) no longer has the MAC that
 * was made; what hides a field in a value would let a payer move it. Neither is signed.
 */
export function checkValue(name: string, value: string): void {
  must(!/[\p{Cc}\p{Cs}]/u.test(value), `${name} must not hold control characters or broken surrogates`);
  const hidden = hiddenField(name, value);
  must(hidden === undefined, `${name} must not hold «&${hidden}=»: it would read as a field of its own`);
}

function checkUrl(text: string, name: string, allowHttp: boolean): void {
  must(
    URL.canParse(text) && text.length <= 1024,
    `${name} must be an absolute URL of at most 1024 characters`,
  );
  must(isSecure(text, allowHttp), `${name} must be https`);
}

/** Whether an absolute URL is https, or http where that is allowed. */
export function isSecure(text: string, allowHttp: boolean): boolean {
  const { protocol } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && allowHttp);
}

function checkPayTypes(payTypes: readonly string[]): void {
  must(
    payTypes.length > 0 && payTypes.every((code) => /^[A-Z0-9-]+$/.test(code)),
    'payTypes must be codes of capital letters',
  );
  must(payTypes.join(',').length <= 30, 'payTypes are longer than 30 characters together: offer fewer');
}

/** The URL parser has already brought every way of writing an IPv4 address (`0x7f.1`) to four numbers. */
function isIpAddress(text: string): boolean {
  const { hostname } = new URL(text);
  return hostname.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(hostname);
}

function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new DibsUsageError(message, OPERATION);
}
