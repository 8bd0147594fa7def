import { type Dibs, record } from './dibs.ts';
import { takeFault } from './faults.ts';
import { macOf } from './mac.ts';
import { findMerchant } from './merchants.ts';
import { fieldOf, type PaymentRecord } from './model.ts';
import type { Entry } from './wire.ts';

/** Every name the window knows, lower case. Others are dropped and left out of the MAC, unless they begin with `s_`. */
const knownNames = new Set(
  [
    'merchant amount currency orderId acceptReturnUrl cancelReturnUrl callbackUrl language payType capturenow addFee',
    'account test createTicket yourRef distributionType oiTypes oiNames',
    ...['billing', 'shipping'].map((kind) =>
      ['FirstName', 'LastName', 'Address', 'PostalCode', 'PostalPlace', 'Email', 'Mobile']
        .map((part) => `${kind}${part}`)
        .join(' '),
    ),
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
);

/** The browser posts the merchant's form: a window of its own for each post. The problems are the window's own words. */
export function openWindow(dibs: Dibs, posted: readonly [string, string][]): Entry {
  const fields = posted.filter(([name]) => isKnown(name));
  const get = (name: string) => fieldOf({ fields }, name);
  const merchant = findMerchant(get('merchant'));
  if (!merchant) return { problems: ['merchant: unknown'] };
  const mac = posted.find(([name]) => name.toUpperCase() === 'MAC')?.[1] ?? '';
  if (mac.toLowerCase() !== macOf(fields, merchant.macKey)) return { problems: ['MAC: not valid'] };
  const problems = findProblems(get);
  if (problems.length === 0 && isUsedUp(dibs, merchant.id, get('orderId')))
    problems.push('orderId: already used');
  if (problems.length > 0) return { problems };
  return { payment: newWindow(dibs, merchant.id, fields) };
}

/** A window for a form that holds. */
export function newWindow(dibs: Dibs, merchantId: string, fields: [string, string][]): PaymentRecord {
  const get = (name: string) => fieldOf({ fields }, name);
  const payment: PaymentRecord = {
    id: dibs.context.randomHex(16),
    merchantId,
    createdAt: dibs.context.now().toISOString(),
    orderId: get('orderId'),
    amount: Number(get('amount')),
    currency: get('currency'),
    fields,
    captures: [],
    refunds: [],
    history: [],
  };
  return record(dibs, payment, {}, 'vindu åpnet');
}

export function isKnown(name: string): boolean {
  const plain = name.toLowerCase();
  return knownNames.has(plain) || /^oirow\d+$/.test(plain) || /^s_[A-Za-z0-9_]*$/i.test(name);
}

/** What both windows demand. */
export function orderChecks(get: (name: string) => string): [problem: string, holds: boolean][] {
  const amount = get('amount');
  return [
    [
      'amount: 1 to 1715000000',
      /^\d{1,10}$/.test(amount) && Number(amount) >= 1 && Number(amount) <= 1_715_000_000,
    ],
    ['currency: ISO 4217', /^(?:[A-Za-z]{3}|\d{3})$/.test(get('currency'))],
    ['orderId: 1 to 50 of A-Z a-z 0-9 . _ - |', /^[a-zA-Z0-9._\-|]{1,50}$/.test(get('orderId'))],
  ];
}

function findProblems(get: (name: string) => string): string[] {
  const checks: [string, boolean][] = [
    ...orderChecks(get),
    ['acceptReturnUrl: a URL with a host name, at most 1024', isReturnUrl(get('acceptReturnUrl'))],
    ['payType: at most 30', /^[A-Z0-9,-]{0,30}$/.test(get('payType'))],
  ];
  return checks.filter(([, holds]) => !holds).map(([problem]) => problem);
}

export function isReturnUrl(text: string): boolean {
  if (text.length > 1024 || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && !hostname.startsWith('[') && !/^[\d.]+$/.test(hostname);
}

/** Nothing is published against using an order id again, so only the fault forbids it. */
function isUsedUp(dibs: Dibs, merchantId: string, orderId: string): boolean {
  const used = dibs.payments
    .values()
    .some((other) => other.merchantId === merchantId && other.orderId === orderId && other.transaction);
  return used && takeFault(dibs, 'order-id', [orderId])?.kind === 'unique';
}
