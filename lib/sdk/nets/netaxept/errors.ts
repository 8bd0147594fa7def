import { NetsError, type NetsErrorDetails } from '../errors.ts';

/** The acquirer's part of an error, where the provider tells it. */
export interface BankResult {
  /** E.g. `99`. What most codes mean is not published. */
  responseCode: string;
  /** E.g. `Netaxept`. */
  responseSource?: string;
  /** Long runs of digits are left out: the provider quotes card numbers here. */
  responseText?: string;
}

/** An `<Exception>` document, which comes with status 200. `outcome` tells whether it is certainly a no. */
export class NetaxeptExceptionError extends NetsError {
  static override readonly code: string = 'NETAXEPT_EXCEPTION';
  override name = 'NetaxeptExceptionError';
  /** The provider's name of it, e.g. `ValidationException`; not all of them are published. */
  readonly type: string;
  readonly result: BankResult | undefined;

  constructor(
    message: string,
    exception: { type: string; result: BankResult | undefined },
    details: NetsErrorDetails,
  ) {
    super(message, details);
    this.type = exception.type;
    this.result = exception.result;
  }
}

/** No transaction of this merchant has that id. */
export class NetaxeptNotFoundError extends NetaxeptExceptionError {
  static override readonly code = 'NETAXEPT_NOT_FOUND';
  override name = 'NetaxeptNotFoundError';
}
