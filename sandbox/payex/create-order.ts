import { findInstrument, type Instrument, type InstrumentName, instruments } from './instruments.ts';
import type { Merchant } from './merchants.ts';
import type { OrderRecord } from './model.ts';
import { newUuid, type Payex, record, takeReference } from './payex.ts';
import { presentOrder } from './present-order.ts';
import { configurationError, forbidden, inputError, type Reply } from './replies.ts';
import { checkSums, createSchema, parseBody } from './schemas.ts';

/** `POST /psp/paymentorders`. 200 or 201 is not documented for sure; the examples show 200, so it is 201 here: take both. */
export const createdStatus = 201;

export function createOrder(payex: Payex, merchant: Merchant, body: unknown, userAgent: string): Reply {
  const parsed = parseBody(createSchema, body);
  if (!parsed.ok) return parsed.reply;
  const request = parsed.value.paymentorder;
  const { payeeId, payeeReference } = request.payeeInfo;
  if (payeeId !== merchant.payeeId) return forbidden('The payeeId is not that of the access token.');
  const wrong = checkSums(request) ?? checkInstrument(merchant, request.instrument, request.currency);
  if (wrong) return wrong;
  const id = newUuid(payex);
  if (!takeReference(payex, payeeId, payeeReference, `create ${id}`)) {
    return reusedReference('PaymentOrder.PayeeInfo.PayeeReference');
  }
  const createdAt = payex.context.now().toISOString();
  const instrument = request.instrument === undefined ? undefined : findInstrument(request.instrument)?.name;
  const order = record(
    payex,
    {
      id,
      payeeId,
      createdAt,
      updatedAt: createdAt,
      request,
      initiatingSystemUserAgent: userAgent,
      token: payex.context.randomHex(32),
      instrument,
      integration: '',
      status: 'Initialized',
      transactions: [],
      failedAttempts: [],
      failedPostPurchase: [],
      events: [],
      history: [],
    },
    {},
    'opprettet',
    { name: 'PaymentCreated', initiatedBy: 'Payee' },
    ...(instrument ? [{ name: 'PaymentInstrumentSet', instrument, initiatedBy: 'Payee' as const }] : []),
  );
  return { status: createdStatus, body: presentOrder(payex, order) };
}

/** That a payee reference is good for one operation is documented; the problem of a second is not, so this is ours. */
export function reusedReference(name: string): Reply {
  return inputError([{ name, description: 'has been used before (the wording is the sandbox’s)' }]);
}

/** What the payer can choose among: by contract, currency and instrument mode. */
export function availableInstruments(
  merchant: Merchant,
  { request, instrument }: Pick<OrderRecord, 'request' | 'instrument'>,
): Instrument[] {
  return instruments.filter(
    ({ name, currency }) =>
      merchant.instruments.includes(name) &&
      (currency === undefined || currency === request.currency) &&
      (instrument === undefined || instrument === name),
  );
}

/** The problem with an instrument of instrument mode; undefined when it may be used. */
export function checkInstrument(
  merchant: Merchant,
  name: string | undefined,
  currency: string,
): Reply | undefined {
  if (name === undefined) return undefined;
  if (!merchant.instrumentMode) return configurationError('The contract does not have instrument mode.');
  const instrument = findInstrument(name);
  const contracted = instrument && merchant.instruments.includes(instrument.name as InstrumentName);
  if (!contracted) return configurationError(`The contract does not have ${name}.`);
  if (instrument.currency === undefined || instrument.currency === currency) return undefined;
  return inputError([
    { name: 'PaymentOrder.Currency', description: `${name} takes ${instrument.currency} only` },
  ]);
}
