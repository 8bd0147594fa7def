import { newProblem, type Problem } from './replies.ts';

/** Amounts that make every card attempt fail, in minor units: published by the provider. */
const amounts: Readonly<Record<number, [id: string, description: string, status?: number]>> = {
  900313: ['acquirerinvalidamount', 'REJECTED_BY_ACQUIRER_INVALID_AMOUNT-invalid amount, response-code: 13'],
  900330: ['acquirererror', 'REJECTED_BY_ACQUIRER_FORMAT_ERROR-format error, response-code: 30'],
  900334: ['acquirerpossiblefraud', 'REJECTED_BY_ACQUIRER_POSSIBLE_FRAUD-possible fraud, response-code: 34'],
  900343: ['acquirercardstolen', 'REJECTED_BY_ACQUIRER_CARD_STOLEN-card stolen, response-code: 43'],
  900351: ['acquirererror', 'REJECTED_BY_ACQUIRER-unknown error, response-code: 51'],
  900354: ['acquirercardexpired', 'REJECTED_BY_ACQUIRER_CARD_EXPIRED-card expired, response-code: 54'],
  900359: ['acquirerpossiblefraud', 'REJECTED_BY_ACQUIRER_POSSIBLE_FRAUD-possible fraud, response-code: 59'],
  900361: [
    'acquirerinsufficientfunds',
    'REJECTED_BY_ACQUIRER_INSUFFICIENT_FUNDS-insufficient funds, response-code: 61',
  ],
  900362: ['acquirererror', 'REJECTED_BY_ACQUIRER-unknown error, response-code: 62'],
  900391: ['acquirergatewayerror', 'ACQUIRER_HOST_OFFLINE-acquirer host offline, response-code: 91', 502],
  952400: ['acquirererror', 'DONOTRETRY-transaction declined, do not retry'],
  952507: ['acquirererror', 'MODIFICATIONSREQUIRED-transaction is declined and needs modifications'],
  // For real only after ten tries.
  952100: ['dailylimitexceeded', 'REJECTED_BY_POSPAY_DAILY_LIMIT'],
};

/** The problem of a card attempt with a magic amount; undefined for ordinary amounts. */
export function magicCardProblem(amountMinor: number): Problem | undefined {
  const magic = amounts[amountMinor];
  if (!magic) return undefined;
  const [id, description, status = 403] = magic;
  return cardProblem(id, status, [{ name: 'ExternalResponse', description }]);
}

/** Descriptions that make a Swish attempt fail: published by the provider. */
export function magicSwishProblem(description: string): Problem | undefined {
  switch (description) {
    case 'RF07':
      return swishProblems.declined;
    case 'TM01':
      return swishProblems.timeout;
    case 'BANKIDCL':
      return swishProblems.bankIdCancelled;
    default:
      return undefined;
  }
}

export const swishProblems = {
  declined: newProblem('swishdeclined', 403, 'Error in Swish', 'The payment was declined by Swish.'),
  timeout: newProblem(
    'swishtimeout',
    403,
    'Swish Timed Out',
    'Swish timed out before the payment was started.',
  ),
  bankIdCancelled: newProblem(
    'bankidcancelled',
    409,
    'BankID Authorization cancelled',
    'The payer cancelled BankID authorization.',
  ),
};

/** A card attempt that fails: `creditcard/<id>`. */
export function cardProblem(id: string, status: number, problems: Problem['problems'] = []): Problem {
  return newProblem(
    `creditcard/${id}`,
    status,
    'Operation failed',
    'Unable to complete Authorization transaction, look at problem node!',
    problems,
  );
}

/** Any end in the app but approval. */
export function vippsProblem(reason: string): Problem {
  return newProblem(
    'vipps/vippsdeclined',
    403,
    'Operation failed',
    `Unable to complete Vipps transaction. ${reason}`,
  );
}
