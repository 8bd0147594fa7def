import { currencyNumber } from '../currency.ts';
import { DibsUsageError } from '../errors.ts';
import { checkAmount, isOrderId, isSecure } from '../form-checks.ts';
import type { PaymentForm } from '../form-types.ts';
import type { FlexWinRequest } from './form-types.ts';
import { createMd5, formMessage, type Md5Keys } from './md5.ts';

export interface FlexWinFormConfig {
  merchantId: string;
  /** The first pair signs. */
  keys: readonly [Md5Keys, ...Md5Keys[]];
  test: boolean;
  windowUrl: string;
  /** The window itself is reached over plain http (a sandbox), so the return addresses may be too. */
  insecure: boolean;
}

const OPERATION = 'flexWin.createForm';

/**
 * The form for one payment. Nothing is sent: the payer's browser does that. The key covers merchant, order, currency and
 * amount only; a payer can change every other field, the addresses too. Throws DibsUsageError.
 */
export function createFlexWinForm(config: FlexWinFormConfig, request: FlexWinRequest): PaymentForm {
  const currency = checkRequest(request, config.insecure);
  const { orderId, amount } = request;
  const signed = formMessage({ merchant: config.merchantId, orderId, currency, amount });
  const fields = fieldsOf(config, request, currency).filter(([, value]) => value !== '');
  return {
    action: config.windowUrl,
    method: 'POST',
    acceptCharset: 'UTF-8',
    fields: [...fields, ['md5key', createMd5(signed, config.keys[0])] as const].map(([name, value]) => ({
      name,
      value,
    })),
  };
}

/** Names are lower case, and their case counts here. */
function fieldsOf(
  config: FlexWinFormConfig,
  request: FlexWinRequest,
  currency: string,
): (readonly [string, string])[] {
  return [
    ['merchant', config.merchantId],
    ['orderid', request.orderId],
    ['amount', String(request.amount)],
    ['currency', currency],
    ['accepturl', request.acceptUrl],
    ['cancelurl', request.cancelUrl ?? ''],
    ['callbackurl', request.callbackUrl ?? ''],
    ['lang', request.language ?? ''],
    ['paytype', request.payType ?? ''],
    // Whatever its value, the field's presence is what counts.
    ['uniqueoid', (request.uniqueOrderId ?? true) ? 'yes' : ''],
    ['capturenow', request.captureNow ? 'yes' : ''],
    ['calcfee', request.calculateFee ? 'yes' : ''],
    ['account', request.account ?? ''],
    ['skiplastpage', request.skipLastPage ? 'yes' : ''],
    ['test', config.test ? 'yes' : ''],
  ];
}

/** The provider's own limits, and what would let one signed value be read as two. Gives the currency's number. */
function checkRequest(request: FlexWinRequest, allowHttp: boolean): string {
  must(isOrderId(request.orderId), 'orderId must be 1 to 50 of A-Z a-z 0-9 . _ - |');
  checkAmount(request.amount, OPERATION);
  const currency = currencyNumber(request.currency);
  if (currency === undefined) throw new DibsUsageError('currency must be three digits, or known', OPERATION);
  for (const name of ['acceptUrl', 'cancelUrl', 'callbackUrl'] as const) {
    const url = request[name];
    if (url === undefined) continue;
    must(URL.canParse(url), `${name} must be an absolute URL`);
    must(isSecure(url, allowHttp), `${name} must be https`);
  }
  must(/^[a-z]{2}$/.test(request.language ?? 'no'), 'language must be two letters');
  must(/^[A-Z0-9-]{1,30}$/.test(request.payType ?? 'VISA'), 'payType must be one code of capital letters');
  must(/^[A-Za-z0-9._-]{0,50}$/.test(request.account ?? ''), 'account must be letters and digits');
  return currency;
}

function must(holds: boolean, message: string): void {
  if (!holds) throw new DibsUsageError(message, OPERATION);
}
