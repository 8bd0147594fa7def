import { checkRequest, checkValue } from './form-checks.ts';
import type { PayerAddress, PaymentForm, PaymentWindowRequest } from './form-types.ts';
import { createMac } from './mac.ts';
import { rowFields } from './order-rows.ts';

export interface FormConfig {
  merchantId: string;
  /** The first one signs. */
  macKeys: readonly [string, ...string[]];
  test: boolean;
  windowUrl: string;
  /** The window itself is reached over plain http (a sandbox), so the return addresses may be too. */
  insecure: boolean;
}

/**
 * The signed form for one payment. Nothing is sent: the payer's browser does that, so a form that was shown may be posted
 * never, once or twice, and no reply says which. Use a new `orderId` for each attempt. Throws DibsUsageError.
 */
export function createForm(config: FormConfig, request: PaymentWindowRequest): PaymentForm {
  checkRequest(request, config.insecure);
  // Empty values are left out of the form and of the MAC alike.
  const fields = fieldsOf(config, request).filter(([, value]) => value !== '');
  for (const [name, value] of fields) checkValue(name, value);
  const mac = createMac(fields, config.macKeys[0]);
  return {
    action: config.windowUrl,
    method: 'POST',
    acceptCharset: 'UTF-8',
    fields: [...fields, ['MAC', mac] as const].map(([name, value]) => ({ name, value })),
  };
}

function fieldsOf(config: FormConfig, request: PaymentWindowRequest): [string, string][] {
  return [
    ['merchant', config.merchantId],
    ['orderId', request.orderId],
    ['amount', String(request.amount)],
    ['currency', request.currency],
    ['acceptReturnUrl', request.acceptReturnUrl],
    ['cancelReturnUrl', request.cancelReturnUrl ?? ''],
    ['callbackUrl', request.callbackUrl ?? ''],
    ['language', request.language ?? ''],
    ['payType', request.payTypes?.join(',') ?? ''],
    ['capturenow', flag(request.captureNow)],
    ['addFee', flag(request.addFee)],
    ['account', request.account ?? ''],
    ['createTicket', flag(request.createTicket)],
    ['yourRef', request.yourRef ?? ''],
    ['distributionType', request.distributionType ?? ''],
    ['test', flag(config.test)],
    ...addressFields('billing', request.billing ?? {}),
    ...addressFields('shipping', request.shipping ?? {}),
    ...rowFields(request.rows ?? []),
    ...Object.entries(request.custom ?? {}),
  ];
}

const ADDRESS_PARTS = [
  'FirstName',
  'LastName',
  'Address',
  'PostalCode',
  'PostalPlace',
  'Email',
  'Mobile',
] as const satisfies readonly (keyof PayerAddress)[];

function flag(value: boolean | undefined): string {
  return value ? '1' : '';
}

function addressFields(kind: 'billing' | 'shipping', address: PayerAddress): [string, string][] {
  return ADDRESS_PARTS.map((part) => [`${kind}${part}`, address[part] ?? '']);
}
