import { needAmount, needArray, needId, needRecord, needText, ReplyShapeError } from './json-shape.ts';
import type {
  CreatedCharge,
  CreatedHostedPayment,
  CreatedPayment,
  CreatedRefund,
  Payment,
  PaymentMethod,
} from './reply-types.ts';

/**
 * Readers of replies. They check what money or the next call depends on (ids, amounts, currency, the hosted URL)
 * and pass everything else through as it came. Each throws ReplyShapeError.
 */
export function readCreatedPayment(json: unknown): CreatedPayment {
  const reply = needRecord(json, 'reply');
  return { ...reply, paymentId: needId(reply.paymentId, 'paymentId') };
}

/** `insecure`: the API itself is reached over http (a sandbox), so the page may be too. */
export function readCreatedHostedPayment(json: unknown, insecure: boolean): CreatedHostedPayment {
  const reply = needRecord(json, 'reply');
  const hostedPaymentPageUrl = needText(reply.hostedPaymentPageUrl, 'hostedPaymentPageUrl');
  const protocol = URL.canParse(hostedPaymentPageUrl) ? new URL(hostedPaymentPageUrl).protocol : '';
  if (protocol !== 'https:' && !(insecure && protocol === 'http:')) {
    throw new ReplyShapeError('hostedPaymentPageUrl is not an https URL');
  }
  return { ...readCreatedPayment(json), hostedPaymentPageUrl };
}

/** The payment, which must be the one asked for: evidence about another payment is no evidence. */
export function readPayment(json: unknown, askedFor: string): Payment {
  const payment = needRecord(needRecord(json, 'reply').payment, 'payment');
  const paymentId = needId(payment.paymentId, 'payment.paymentId');
  if (plainId(paymentId) !== plainId(askedFor)) {
    throw new ReplyShapeError('payment.paymentId is another payment than the one asked for');
  }
  const orderDetails = needRecord(payment.orderDetails, 'payment.orderDetails');
  needAmount(orderDetails.amount, 'payment.orderDetails.amount');
  needText(orderDetails.currency, 'payment.orderDetails.currency');
  const summary = needRecord(payment.summary ?? {}, 'payment.summary');
  checkSummary(summary);
  checkParts(payment.charges, 'payment.charges', 'chargeId');
  checkParts(payment.refunds, 'payment.refunds', 'refundId');
  // Checked above where it matters; the rest is optional in the type.
  return {
    ...payment,
    paymentId,
    summary,
    charges: payment.charges ?? [],
    refunds: payment.refunds ?? [],
  } as unknown as Payment;
}

export function readCreatedCharge(json: unknown): CreatedCharge {
  const reply = needRecord(json, 'reply');
  return { ...reply, chargeId: needId(reply.chargeId, 'chargeId') };
}

export function readCreatedRefund(json: unknown): CreatedRefund {
  const reply = needRecord(json, 'reply');
  return { ...reply, refundId: needId(reply.refundId, 'refundId') };
}

export function readPaymentMethods(json: unknown): PaymentMethod[] {
  return needArray(json, 'reply').map((entry, index) => {
    const method = needRecord(entry, `[${index}]`);
    return { ...method, name: needText(method.name, `[${index}].name`) };
  });
}

/** For calls whose reply says nothing (200 or 204). */
export function readNothing(): void {}

function checkSummary(summary: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(summary)) {
    if (!name.endsWith('Amount') || value === null) continue;
    if (needAmount(value, `payment.summary.${name}`) < 0) {
      throw new ReplyShapeError(`payment.summary.${name} is negative`);
    }
  }
}

function checkParts(parts: unknown, path: string, idName: string): void {
  needArray(parts ?? [], path).forEach((entry, index) => {
    const part = needRecord(entry, `${path}[${index}]`);
    needId(part[idName], `${path}[${index}].${idName}`);
    needAmount(part.amount, `${path}[${index}].amount`);
  });
}

function plainId(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}
