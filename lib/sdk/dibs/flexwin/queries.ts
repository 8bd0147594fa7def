import { currencyLetters, currencyNumber } from '../currency.ts';
import { DibsUsageError } from '../errors.ts';
import { checkAmount, isOrderId } from '../form-checks.ts';
import type { ReplyContext } from '../http.ts';
import { ReplyShapeError } from '../reply-shape.ts';
import type { CallOptions } from '../transactions.ts';
import { callFunction, checkTransact, type FlexWinConfig } from './call.ts';
import { numberOf, readFields } from './reply.ts';
import { type FlexWinStatus, type FoundStatus, flexWinStatus, foundStatus } from './status.ts';

/** What `find` gives: the transaction of an order number. */
export interface FoundTransaction {
  transact: string;
  status: FoundStatus;
}

/** A transaction as the provider has it; what is optional there may be left out. No sum of what was given back is told. */
export interface TransactionInfo {
  transact: string;
  status: FlexWinStatus;
  statusCode: number;
  orderId?: string;
  /** Minor units; whether a fee is in it is not published. */
  amountMinor?: number;
  feeMinor?: number;
  /** Letters where they are known (`NOK`), else as it came. */
  currency?: string;
  approvalCode?: string;
  /** The acquirer's code for a decline. */
  actionCode?: string;
}

export interface FlexWinQueries {
  /**
   * Looks a payment up by the order number, amount and currency it was to be made with (transinfo.cgi); undefined when there is
   * none. Which one it tells of when there were several tries is not published: what a message names goes before it.
   */
  find(
    order: { orderId: string; amount: number; currency: string },
    options?: CallOptions,
  ): Promise<FoundTransaction | undefined>;
  /** Everything there is to know of one transaction (payinfo.cgi). Needs the API user. */
  info(transact: string, options?: CallOptions): Promise<TransactionInfo>;
  /** The status alone, without an API user (transstatus.pml). */
  status(transact: string, options?: CallOptions): Promise<FlexWinStatus>;
  /** The method's code, e.g. `VISA` (cardtype.pml); undefined when the transaction is unknown. */
  cardType(transact: string, options?: CallOptions): Promise<string | undefined>;
}

/** Questions: they change nothing, so they are asked again after any failure that may pass. */
export function flexWinQueries(config: FlexWinConfig): FlexWinQueries {
  const merchant = config.merchantId;
  const account: Record<string, string> = config.account === undefined ? {} : { account: config.account };
  const ask = <T>(
    operation: string,
    path: string,
    fields: Record<string, string>,
    parse: (text: string, context: ReplyContext) => T,
    { signal, timeoutMs }: CallOptions = {},
  ) => callFunction(config, { operation, path, fields, parse, signal, timeoutMs, isRead: true });
  const ofTransaction = (name: string, transact: string) => {
    checkTransact(transact, `flexWin.${name}`);
    return { merchant, transact, ...account };
  };
  return {
    async find({ orderId, amount, currency }, options) {
      const operation = 'flexWin.find';
      const number = currencyNumber(currency);
      if (!isOrderId(orderId)) throw new DibsUsageError('not an order number', operation);
      if (number === undefined)
        throw new DibsUsageError('currency must be three digits, or known', operation);
      checkAmount(amount, operation);
      const fields = { merchant, orderid: orderId, amount: String(amount), currency: number, ...account };
      return ask(operation, '/cgi-bin/transinfo.cgi', fields, readFound, options);
    },
    async info(transact, options) {
      checkTransact(transact, 'flexWin.info');
      const read = (text: string, context: ReplyContext) => readInfo(text, context, transact);
      return ask('flexWin.info', '/cgi-adm/payinfo.cgi', { transact }, read, options);
    },
    async status(transact, options) {
      const read = (text: string) => flexWinStatus(numberOf(text, 'the status'));
      const fields = ofTransaction('status', transact);
      return ask('flexWin.status', '/transstatus.pml', fields, read, options);
    },
    async cardType(transact, options) {
      const fields = ofTransaction('cardType', transact);
      return ask('flexWin.cardType', '/cardtype.pml', fields, readCardType, options);
    },
  };
}

/** What is answered when there is none is not published: any answer without a transaction counts as that. */
function readFound(text: string, context: ReplyContext): FoundTransaction | undefined {
  const { transact, status } = readFields(text, context);
  if (!transact || transact === '0') return undefined;
  return {
    transact: transactOf(transact),
    status: foundStatus(numberOf(status, 'status')),
  };
}

function readInfo(text: string, context: ReplyContext, asked: string): TransactionInfo {
  const fields = readFields(text, context);
  const statusCode = numberOf(fields.status, 'status');
  // Another transaction's answer says nothing of this one.
  if (transactOf(fields.transact ?? '') !== asked) throw new ReplyShapeError('transact is another one');
  const { orderid, amount, fee, currency, approvalcode, actioncode } = fields;
  return {
    transact: asked,
    status: flexWinStatus(statusCode),
    statusCode,
    ...(orderid && { orderId: orderid }),
    ...(amount && { amountMinor: numberOf(amount, 'amount') }),
    ...(fee && { feeMinor: numberOf(fee, 'fee') }),
    ...(currency && { currency: currencyLetters(currency) }),
    ...(approvalcode && { approvalCode: approvalcode }),
    ...(actioncode && { actionCode: actioncode }),
  };
}

function readCardType(text: string): string | undefined {
  const code = text.trim();
  if (code === '0') return undefined;
  if (!/^[A-Za-z0-9_-]{1,30}$/.test(code)) throw new ReplyShapeError('not a card type');
  return code;
}

function transactOf(text: string): string {
  if (!/^\d{1,20}$/.test(text)) throw new ReplyShapeError('transact is not a number');
  return text;
}
