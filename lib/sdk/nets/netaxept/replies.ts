import { ReplyShapeError } from '../json-shape.ts';
import { hideDigits } from './hide-digits.ts';
import type { XmlElement } from './read-xml.ts';
import type {
  HistoryLine,
  PaymentInfo,
  ProcessOperation,
  ProcessReply,
  TransactionError,
} from './reply-types.ts';
import {
  amountOf,
  child,
  childrenOf,
  flagOf,
  needAmount,
  needText,
  needTransactionId,
  textOf,
} from './xml-shape.ts';

/** @throws ReplyShapeError */
export function readRegistered(root: XmlElement): { transactionId: string } {
  needRoot(root, 'RegisterResponse');
  return { transactionId: needTransactionId(root) };
}

/**
 * The provider's yes; its no is an Exception.
 * @throws ReplyShapeError also when it answers another operation or transaction, or with another code than `OK`.
 */
export function readProcessed(
  root: XmlElement,
  asked: { operation: ProcessOperation; transactionId: string },
): ProcessReply {
  needRoot(root, 'ProcessResponse');
  if (needText(root, 'Operation').toUpperCase() !== asked.operation)
    throw new ReplyShapeError('Operation is another one');
  if (needText(root, 'ResponseCode').toUpperCase() !== 'OK')
    throw new ReplyShapeError('ResponseCode is not OK');
  return {
    operation: asked.operation,
    transactionId: sameId(root, asked.transactionId),
    merchantId: needText(root, 'MerchantId'),
    executionTime: textOf(root, 'ExecutionTime'),
    authorizationId: textOf(root, 'AuthorizationId'),
    batchNumber: textOf(root, 'BatchNumber'),
  };
}

/** @throws ReplyShapeError also when it is about another transaction. */
export function readPaymentInfo(root: XmlElement, transactionId: string): PaymentInfo {
  needRoot(root, 'PaymentInfo');
  const order = child(root, 'OrderInformation');
  const summary = child(root, 'Summary');
  const card = child(root, 'CardInformation');
  if (!order) throw new ReplyShapeError('OrderInformation is missing');
  if (!summary) throw new ReplyShapeError('Summary is missing');
  const error = child(root, 'Error');
  const amount = needAmount(order, 'Amount');
  return {
    transactionId: sameId(root, transactionId),
    merchantId: needText(root, 'MerchantId'),
    queryFinished: textOf(root, 'QueryFinished'),
    order: {
      amount,
      currency: needText(order, 'Currency'),
      orderNumber: needText(order, 'OrderNumber'),
      description: textOf(order, 'OrderDescription'),
      fee: amountOf(order, 'Fee'),
      total: textOf(order, 'Total') === undefined ? amount : amountOf(order, 'Total'),
      timestamp: textOf(order, 'Timestamp'),
    },
    summary: {
      amountCaptured: needAmount(summary, 'AmountCaptured'),
      amountCredited: needAmount(summary, 'AmountCredited'),
      // Both spellings come, and each alone would do.
      annulled: flagOf(summary, 'Annulled') || flagOf(summary, 'Annuled'),
      authorized: flagOf(summary, 'Authorized'),
      authorizationId: textOf(summary, 'AuthorizationId'),
    },
    customerEntered: textOf(child(root, 'TerminalInformation'), 'CustomerEntered'),
    card: {
      paymentMethod: textOf(card, 'PaymentMethod'),
      issuer: textOf(card, 'Issuer'),
      issuerCountry: textOf(card, 'IssuerCountry'),
      maskedPan: textOf(card, 'MaskedPAN'),
      expiryDate: textOf(card, 'ExpiryDate'),
    },
    history: childrenOf(child(root, 'History'), 'TransactionLogLine').map(readLine),
    ...(error && { error: readError(error) }),
    errorLog: childrenOf(child(root, 'ErrorLog'), 'PaymentError').map(readError),
  };
}

function readLine(line: XmlElement): HistoryLine {
  return {
    dateTime: textOf(line, 'DateTime'),
    operation: textOf(line, 'Operation') ?? '',
    description: textOf(line, 'Description'),
    batchNumber: textOf(line, 'BatchNumber'),
    transactionReconRef: textOf(line, 'TransactionReconRef'),
  };
}

function readError(error: XmlElement): TransactionError {
  const text = textOf(error, 'ResponseText');
  return {
    dateTime: textOf(error, 'DateTime'),
    operation: textOf(error, 'Operation'),
    responseCode: textOf(error, 'ResponseCode'),
    responseSource: textOf(error, 'ResponseSource'),
    ...(text !== undefined && { responseText: hideDigits(text) }),
  };
}

function needRoot({ name }: XmlElement, expected: string): void {
  if (name !== expected) throw new ReplyShapeError(`the document is not a ${expected}`);
}

function sameId(root: XmlElement, expected: string): string {
  const id = needTransactionId(root);
  if (id.toLowerCase() !== expected.toLowerCase()) throw new ReplyShapeError('TransactionId is another one');
  return expected;
}
