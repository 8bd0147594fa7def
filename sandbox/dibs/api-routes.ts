import express, { type Request, type Response, type Router } from 'express';
import {
  type Answer,
  authorizeCard,
  authorizeTicket,
  cancel,
  capture,
  declined,
  invalid,
  type Members,
  refund,
} from './api-operations.ts';
import type { Dibs } from './dibs.ts';
import { type Operation, referencesOf, takeAnswerFault } from './faults.ts';
import { macOf } from './mac.ts';
import { findMerchant, type Merchant } from './merchants.ts';
import type { PaymentRecord } from './model.ts';
import { withReplyFault } from './reply-faults.ts';

interface Call {
  merchant: Merchant;
  members: Members;
  /** Of the transaction that is meant; absent when there is none of this merchant. */
  payment?: PaymentRecord;
}

interface ApiFunction {
  operation: Operation;
  /** Members that must be there, in the order they are checked. */
  needs: readonly string[];
  run(dibs: Dibs, call: Call, pending: boolean): Answer;
}

const onPayment =
  (run: (dibs: Dibs, payment: PaymentRecord, amount: number, pending: boolean) => Answer) =>
  (dibs: Dibs, { payment, members }: Call, pending: boolean) =>
    payment ? run(dibs, payment, Number(members.amount), pending) : declined;

const ofCard = ['amount', 'currency', 'orderId', 'cardNumber', 'expMonth', 'expYear', 'cvc'];
const functions: Readonly<Record<string, ApiFunction>> = {
  CaptureTransaction: { operation: 'capture', needs: ['transactionId', 'amount'], run: onPayment(capture) },
  CancelTransaction: { operation: 'cancel', needs: ['transactionId'], run: onPayment(cancel) },
  RefundTransaction: { operation: 'refund', needs: ['transactionId', 'amount'], run: onPayment(refund) },
  AuthorizeCard: {
    operation: 'authorize',
    needs: ofCard,
    run: (dibs, { merchant, members }) => authorizeCard(dibs, merchant.id, members, false),
  },
  CreateTicket: {
    operation: 'authorize',
    needs: ofCard,
    run: (dibs, { merchant, members }) => authorizeCard(dibs, merchant.id, members, true),
  },
  AuthorizeTicket: {
    operation: 'authorize',
    needs: ['amount', 'currency', 'orderId', 'ticketId'],
    run: (dibs, { merchant, members }) => authorizeTicket(dibs, merchant.id, members),
  },
};

/** `POST /merchant/v1/JSON/Transaction/<Function>`: a form with one field of JSON; every answer has status 200. */
export function createApiRouter(dibs: Dibs): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false, limit: '100kb' }));
  router.post('/merchant/v1/JSON/Transaction/:name', async (request, response) => {
    const name = String(request.params.name);
    const wanted = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!wanted) return void response.status(404).end();
    await answer(dibs, wanted, request, response);
  });
  return router;
}

async function answer(dibs: Dibs, wanted: ApiFunction, request: Request, response: Response): Promise<void> {
  const { call, refusal } = readCall(dibs, request.body);
  const references = call ? referencesOfCall(call) : [];
  await withReplyFault(dibs, wanted.operation, references, request, response, () => {
    const reply = call ? run(dibs, wanted, call, references) : refusal;
    return () => void response.json(reply);
  });
}

function run(dibs: Dibs, wanted: ApiFunction, call: Call, references: string[]): Answer {
  const missing = wanted.needs.find((name) => !isFilled(name, call.members[name]));
  if (missing) return invalid(missing);
  switch (takeAnswerFault(dibs, wanted.operation, references)) {
    case 'declined':
      return declined;
    case 'error':
      return { status: 'ERROR', declineReason: 'Simulated error' };
    case 'pending':
      return wanted.run(dibs, call, true);
    default:
      return wanted.run(dibs, call, false);
  }
}

/** The field is `request`; one shop module posts `json`. Words for a wrong merchant or MAC are unverified. */
function readCall(dibs: Dibs, body: unknown): { call?: Call; refusal?: Answer } {
  const form = isObject(body) ? body : {};
  const members = parseMembers(form.request ?? form.json);
  if (!members) return { refusal: invalid('request') };
  const merchant = findMerchant(String(members.merchantId ?? ''));
  if (!merchant) return { refusal: { status: 'ERROR', declineReason: 'Unknown merchant' } };
  const fields = Object.entries(members).map(([name, value]): [string, string] => [name, String(value)]);
  if (String(members.MAC ?? '').toLowerCase() !== macOf(fields, merchant.macKey)) {
    return { refusal: { status: 'ERROR', declineReason: 'MAC is not valid' } };
  }
  const payment = dibs.payments
    .values()
    .find((one) => one.merchantId === merchant.id && one.transaction?.id === String(members.transactionId));
  return { call: { merchant, members, payment } };
}

function parseMembers(text: unknown): Members | undefined {
  try {
    const json: unknown = JSON.parse(String(text));
    const isPlain = isObject(json) && Object.values(json).every((value) => typeof value !== 'object');
    return isPlain ? (json as Members) : undefined;
  } catch {
    return undefined;
  }
}

function referencesOfCall({ payment, members }: Call): string[] {
  if (payment) return referencesOf(payment);
  return [members.orderId, members.transactionId].filter((name) => typeof name === 'string');
}

function isFilled(name: string, value: unknown): boolean {
  if (name === 'amount') return /^[1-9]\d{0,9}$/.test(String(value ?? ''));
  return value !== undefined && String(value) !== '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
