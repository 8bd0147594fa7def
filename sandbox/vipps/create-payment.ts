import type { Call } from './api-routes.ts';
import { watch } from './find-payment.ts';
import { openMinutes, type PaymentRecord } from './model.ts';
import { parseBody, problem, type Reply, type Title } from './replies.ts';
import { type CreatePaymentBody, createPaymentSchema } from './schemas.ts';
import { change, type Vipps } from './vipps.ts';

/** `POST /epayment/v1/payments`: 201 `{reference, redirectUrl?}`; 400 with a problem; 409 when the reference was used. */
export function createPayment(vipps: Vipps, { merchant, body, idempotencyKey }: Call): Reply {
  const { context } = vipps;
  const parsed = parseBody(context, createPaymentSchema, body, titleOf);
  if (!parsed.ok) return parsed.reply;
  const request = parsed.value;
  const wrong = findFault(request);
  if (wrong) return problem(context, wrong.title, wrong);
  const { reference, amount, userFlow } = request;
  const id = `${merchant.msn}.${reference}`;
  if (vipps.payments.get(id)) {
    return problem(context, 'idempotency', {
      status: 409,
      detail: `Reference \`${reference}\` already exists.`,
    });
  }
  const now = context.now();
  const payment: PaymentRecord = {
    id,
    msn: merchant.msn,
    reference,
    pspReference: context.randomHex(10),
    token: context.randomHex(24),
    createdAt: now.toISOString(),
    request,
    state: 'CREATED',
    authorized: 0,
    cancelled: 0,
    captured: 0,
    refunded: 0,
    expiresAt: new Date(now.getTime() + openMinutes * 60_000).toISOString(),
    payerAt: userFlow === 'PUSH_MESSAGE' ? 'app' : 'landing',
    events: [],
    history: [],
  };
  const created = { name: 'CREATED' as const, amount: amount.value, idempotencyKey };
  change(vipps, payment, {}, 'opprettet', [created]);
  watch(vipps, payment);
  const redirects = userFlow === 'WEB_REDIRECT';
  return { status: 201, body: { reference, ...(redirects && { redirectUrl: landingUrl(vipps, payment) }) } };
}

/** Where the payer is sent. */
export function landingUrl({ context }: Vipps, { token }: PaymentRecord): string {
  return context.url(`/landing?token=${token}`);
}

function findFault(request: CreatePaymentBody): { title: Title; detail: string } | undefined {
  const { amount, userFlow, paymentMethod } = request;
  if (amount.currency === 'NOK' && amount.value < 100) {
    return { title: 'amountTooSmall', detail: 'The amount must be at least 100 for NOK.' };
  }
  if (userFlow === 'WEB_REDIRECT' && request.returnUrl === undefined) {
    return { title: 'missingParameter', detail: 'returnUrl is required for WEB_REDIRECT.' };
  }
  if (userFlow === 'PUSH_MESSAGE' && request.customer === undefined) {
    return { title: 'missingParameter', detail: 'customer is required for PUSH_MESSAGE.' };
  }
  if (request.expiresAt && userFlow === 'WEB_REDIRECT') {
    return { title: 'expiresAtNotAllowed', detail: 'expiresAt needs PUSH_MESSAGE or QR.' };
  }
  if (paymentMethod.type === 'CARD') {
    return { title: 'operationNotSupported', detail: 'CARD is not available in the test environment.' };
  }
  if (userFlow !== 'WEB_REDIRECT' && userFlow !== 'PUSH_MESSAGE') {
    return { title: 'operationNotSupported', detail: `The sandbox does not play ${userFlow}.` };
  }
  return undefined;
}

function titleOf(path: string): Title | undefined {
  if (path.startsWith('amount')) return 'amountInvalid';
  if (path === 'returnUrl' || path === 'receiptUrl') return 'invalidUrl';
  if (path === 'customer.phoneNumber') return 'invalidPhoneNumber';
  return undefined;
}
