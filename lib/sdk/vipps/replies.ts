import { isRecord, needAmount, needArray, needRecord, needText, ReplyShapeError } from './json-shape.ts';
import type {
  Aggregate,
  CreatedPayment,
  Modification,
  Payment,
  PaymentEvent,
  RedirectPayment,
  RegisteredWebhook,
  RepliedAmount,
  Webhook,
} from './reply-types.ts';

/**
 * Readers of replies. They check what money or the next call depends on (reference, amounts, currency, the redirect)
 * and pass everything else through as it came. Each throws ReplyShapeError.
 */
export function readCreatedPayment(json: unknown, reference: string): CreatedPayment {
  const reply = needRecord(json, 'reply');
  needReference(reply, reference);
  if (reply.redirectUrl !== undefined) needText(reply.redirectUrl, 'redirectUrl');
  return { ...reply, reference };
}

/** `insecure`: the API itself is reached over http (a sandbox), so the page may be too. */
export function readRedirectPayment(json: unknown, reference: string, insecure: boolean): RedirectPayment {
  const created = readCreatedPayment(json, reference);
  const redirectUrl = needText(created.redirectUrl, 'redirectUrl');
  const protocol = URL.canParse(redirectUrl) ? new URL(redirectUrl).protocol : '';
  if (protocol !== 'https:' && !(insecure && protocol === 'http:')) {
    throw new ReplyShapeError('redirectUrl is not an https URL');
  }
  return { ...created, redirectUrl };
}

/** The payment, which must be the one asked for: evidence about another payment is no evidence. */
export function readPayment(json: unknown, reference: string): Payment {
  const reply = needRecord(json, 'reply');
  // Checked where it matters; the rest is optional in the type.
  return { ...reply, ...readState(reply, reference) } as Payment;
}

export function readModification(json: unknown, reference: string): Modification {
  const reply = needRecord(json, 'reply');
  return { ...reply, ...readState(reply, reference) };
}

export function readEvents(json: unknown, reference: string): PaymentEvent[] {
  return needArray(json, 'reply').map((entry, index) => {
    const at = `[${index}]`;
    const event = needRecord(entry, at);
    needReference(event, reference, `${at}.`);
    if (typeof event.success !== 'boolean') throw new ReplyShapeError(`${at}.success is not true or false`);
    return {
      ...event,
      reference,
      pspReference: needText(event.pspReference, `${at}.pspReference`),
      name: needText(event.name, `${at}.name`),
      amount: needAmount(event.amount, `${at}.amount`),
      timestamp: needText(event.timestamp, `${at}.timestamp`),
      success: event.success,
    };
  });
}

export function readRegisteredWebhook(json: unknown): RegisteredWebhook {
  const reply = needRecord(json, 'reply');
  return { ...reply, id: needText(reply.id, 'id'), secret: needText(reply.secret, 'secret') };
}

export function readWebhooks(json: unknown): Webhook[] {
  return needArray(needRecord(json, 'reply').webhooks, 'webhooks').map((entry, index) => {
    const at = `webhooks[${index}]`;
    const webhook = needRecord(entry, at);
    const events = needArray(webhook.events, `${at}.events`).map((event) => needText(event, `${at}.events`));
    return {
      ...webhook,
      id: needText(webhook.id, `${at}.id`),
      url: needText(webhook.url, `${at}.url`),
      events,
    };
  });
}

/** For calls whose reply says nothing (200 or 204). */
export function readNothing(): void {}

function readState(reply: Record<string, unknown>, reference: string) {
  needReference(reply, reference);
  const amount = needAmount(reply.amount, 'amount');
  return {
    reference,
    pspReference: needText(reply.pspReference, 'pspReference'),
    amount,
    state: needText(reply.state, 'state'),
    aggregate: readAggregate(reply.aggregate, amount.currency),
  };
}

function readAggregate(value: unknown, currency: string): Aggregate {
  if (!isRecord(value)) throw new ReplyShapeError('aggregate is not an object');
  const sum = (name: keyof Aggregate): RepliedAmount => {
    const amount = needAmount(value[name], `aggregate.${name}`);
    // Sums of another currency than the payment's cannot be compared with it.
    if (amount.currency !== currency) throw new ReplyShapeError(`aggregate.${name} has another currency`);
    return amount;
  };
  return {
    authorizedAmount: sum('authorizedAmount'),
    cancelledAmount: sum('cancelledAmount'),
    capturedAmount: sum('capturedAmount'),
    refundedAmount: sum('refundedAmount'),
  };
}

function needReference(reply: Record<string, unknown>, reference: string, at = ''): void {
  if (reply.reference !== reference) {
    throw new ReplyShapeError(`${at}reference is not the one of the call`);
  }
}
