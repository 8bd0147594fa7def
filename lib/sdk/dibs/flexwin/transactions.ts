import { currencyNumber } from '../currency.ts';
import { DibsUsageError } from '../errors.ts';
import { checkAmount, isOrderId } from '../form-checks.ts';
import type { CallOptions, RepeatableCallOptions } from '../transactions.ts';
import { callFunction, checkTransact, type FlexWinConfig } from './call.ts';
import { callMessage, createMd5, type Md5Keys } from './md5.ts';
import { readAnswer } from './reply.ts';

/** The provider said yes. */
export interface FlexWinReply {
  raw: Readonly<Record<string, string | undefined>>;
}

interface Target {
  transact: string;
  /** The one that the payment was made under: another is refused (reason 9). */
  orderId: string;
}

export interface FlexWinTransactions {
  /**
   * Takes reserved money, once. `force`: a reservation that is older than seven days is asked for anew first.
   * Rejects with a DibsError; look at its `outcome`.
   */
  capture(
    input: Target & { amount: number; force?: boolean },
    options?: RepeatableCallOptions,
  ): Promise<FlexWinReply>;
  /** Releases the whole reservation. Needs the API user. */
  cancel(input: Target, options?: RepeatableCallOptions): Promise<FlexWinReply>;
  /** Gives captured money back, all or a part. Needs the API user. Never repeated when it may have been carried out. */
  refund(input: Target & { amount: number; currency: string }, options?: CallOptions): Promise<FlexWinReply>;
}

/** Calls that move money; each is a form under an MD5 key of its own. */
export function flexWinTransactions(
  config: FlexWinConfig,
  keys: readonly [Md5Keys, ...Md5Keys[]],
): FlexWinTransactions {
  const signed = ({ transact, orderId }: Target, operation: string, amount?: number) => {
    checkTransact(transact, operation);
    if (!isOrderId(orderId)) throw new DibsUsageError('not an order number', operation);
    if (amount !== undefined) checkAmount(amount, operation);
    const merchant = config.merchantId;
    return {
      merchant,
      orderid: orderId,
      transact,
      ...(amount !== undefined && { amount: String(amount) }),
      ...(config.account !== undefined && { account: config.account }),
      md5key: createMd5(callMessage({ merchant, orderId, transact, amount }), keys[0]),
      textreply: 'yes',
    };
  };
  const call = async (
    operation: string,
    path: string,
    fields: Record<string, string>,
    options: RepeatableCallOptions,
  ) => ({
    raw: await callFunction(config, { operation, path, fields, ...options, parse: readAnswer }),
  });
  return {
    async capture({ amount, force, ...target }, options = {}) {
      const operation = 'flexWin.capture';
      const fields = signed(target, operation, amount);
      return call(operation, '/cgi-bin/capture.cgi', { ...fields, ...(force && { force: 'yes' }) }, options);
    },
    async cancel(target, options = {}) {
      const operation = 'flexWin.cancel';
      return call(operation, '/cgi-adm/cancel.cgi', signed(target, operation), options);
    },
    async refund({ amount, currency, ...target }, { signal, timeoutMs } = {}) {
      const operation = 'flexWin.refund';
      const number = currencyNumber(currency);
      if (number === undefined)
        throw new DibsUsageError('currency must be three digits, or known', operation);
      const fields = { ...signed(target, operation, amount), currency: number };
      return call(operation, '/cgi-adm/refund.cgi', fields, { signal, timeoutMs });
    },
  };
}
