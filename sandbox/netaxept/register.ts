import type { Merchant } from './merchants.ts';
import type { Transaction } from './model.ts';
import { type Netaxept, record } from './netaxept.ts';
import { exception, type Reply, registerResponse } from './replies.ts';

/** A parameter by name, in any case; empty when it is absent. */
export type Parameters = (name: string) => string;

const currencies = ['NOK', 'SEK', 'DKK', 'EUR'];

/** `Register.aspx`: a new transaction, which nothing is held or taken for. */
export function register(netaxept: Netaxept, { id: merchantId }: Merchant, get: Parameters): Reply {
  for (const [parameter, words] of required)
    if (!get(parameter)) return exception('ValidationException', `Missing parameter: '${words}'`);
  const amount = Number(get('amount'));
  if (!/^\d{1,10}$/.test(get('amount')) || amount <= 0)
    return exception('ValidationException', 'Transaction amount must be greater than zero.');
  if (!currencies.includes(get('currencyCode')))
    return exception(
      'GenericError',
      'Unable to translate supermerchant to submerchant, please check currency code and merchant ID',
    );
  // The words of these two are the sandbox's own.
  if (!URL.canParse(get('redirectUrl'))) return exception('ValidationException', 'Invalid redirect URL');
  if (!['', 'B'].includes(get('serviceType')))
    return exception('ValidationException', 'The sandbox has the hosted service type only');
  const transaction = registered(netaxept, merchantId, amount, get);
  record(netaxept, transaction, {}, `registrert ${amount} ${transaction.currency}`, {
    operation: 'Register',
    description: '',
  });
  return registerResponse(transaction.id);
}

const required: [parameter: string, words: string][] = [
  ['orderNumber', 'Order Number'],
  ['currencyCode', 'Currency Code'],
  ['redirectUrl', 'Redirect Url'],
];

function registered({ context }: Netaxept, merchantId: string, amount: number, get: Parameters): Transaction {
  const description = get('orderDescription');
  return {
    id: context.randomHex(16),
    merchantId,
    createdAt: context.now().toISOString(),
    orderNumber: get('orderNumber'),
    amount,
    currency: get('currencyCode'),
    redirectUrl: get('redirectUrl'),
    language: get('language') || 'no_NO',
    methods: get('paymentMethodList')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    autoAuth: get('autoAuth').toLowerCase() === 'true',
    ...(description && { description }),
    terminal: 'open',
    captures: [],
    credits: [],
    errors: [],
    log: [],
    history: [],
  };
}
