import { type Ended, failTry, payLateByCard, startTry, succeed, type Try } from './attempts.ts';
import { type CardForm, type CardFormErrors, parseCardForm } from './cards.ts';
import { abort } from './change-order.ts';
import { availableInstruments } from './create-order.ts';
import { peekFault, referencesOf, takeFault } from './faults.ts';
import type { InstrumentName } from './instruments.ts';
import { cardProblem, magicCardProblem, magicSwishProblem, swishProblems, vippsProblem } from './magic.ts';
import { findMerchantById } from './merchants.ts';
import type { Attempt, OrderRecord, OrderStatus, UsedCard } from './model.ts';
import { type Payex, record } from './payex.ts';
import { newProblem, type Problem } from './replies.ts';

export type FormErrors = CardFormErrors & { msisdn?: 'required' | 'invalid' };

/** What the payer's browser is to be shown, or where it is to go. */
export type PayOutcome =
  | { kind: 'closed'; status: OrderStatus }
  /** The instrument is not offered for this payment order. */
  | { kind: 'unavailable' }
  | { kind: 'form-errors'; errors: FormErrors }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'waiting'; stage: Attempt['stage']; attemptId: string }
  | ({ kind: 'ended' } & Ended);

export const challengeDecisions = ['approve', 'cancel', 'refuse', 'unavailable'] as const;
export type ChallengeDecision = (typeof challengeDecisions)[number];
export const appDecisions = ['approve', 'reject', 'expire', 'bankid'] as const;
export type AppDecision = (typeof appDecisions)[number];

/** The word if it is one of them; undefined otherwise. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((one) => one === value);
}

/** The payer sends the card form. */
export async function payByCard(payex: Payex, order: OrderRecord, form: CardForm): Promise<PayOutcome> {
  const closed = closedOutcome(order, 'CreditCard');
  if (closed) return closed;
  const parsed = parseCardForm(form, payex.context.now());
  if (!parsed.ok) return { kind: 'form-errors', errors: parsed.errors };
  const started = startTry(payex, order, 'CreditCard');
  const now: Try = { instrument: 'CreditCard', number: started.number, card: parsed.card };
  const problem =
    rejection(order, parsed.card) ??
    (parsed.outcome === 'unknown' ? cardProblem('carddeclined', 403) : undefined) ??
    (parsed.outcome === 'rejected' ? cardProblem('paymenttokenerror', 403) : undefined);
  if (problem) return fail(payex, started.order, now, problem);
  if (parsed.outcome === 'challenge') return wait(payex, started.order, now, 'challenge');
  return authorizeCard(payex, started.order, now);
}

/** The payer decides at the issuer's page; only the newest try counts, and only once. */
export async function answerChallenge(
  payex: Payex,
  order: OrderRecord,
  attemptId: string,
  decision: ChallengeDecision,
): Promise<PayOutcome> {
  const closed = closedOutcome(order, 'CreditCard');
  if (closed) return closed;
  const { attempt } = order;
  if (attempt?.id !== attemptId || attempt.stage !== 'challenge') return stale;
  switch (decision) {
    case 'approve':
      return authorizeCard(payex, order, attempt);
    case 'cancel':
      return fail(payex, order, attempt, challengeProblems.cancel, 'Aborted');
    case 'refuse':
      return fail(payex, order, attempt, challengeProblems.refuse);
    case 'unavailable':
      return fail(payex, order, attempt, challengeProblems.unavailable);
  }
}

/** The payer gives a telephone number to Vipps or Swish, and goes to the app. */
export async function payByApp(
  payex: Payex,
  order: OrderRecord,
  instrument: 'Vipps' | 'Swish',
  msisdnText: string,
): Promise<PayOutcome> {
  const closed = closedOutcome(order, instrument);
  if (closed) return closed;
  const msisdn = readMsisdn(msisdnText, instrument);
  if (msisdn === undefined) {
    return { kind: 'form-errors', errors: { msisdn: msisdnText.trim() ? 'invalid' : 'required' } };
  }
  const started = startTry(payex, order, instrument);
  const now: Try = { instrument, number: started.number, msisdn };
  const problem =
    instrument === 'Swish' && !magicIsOff(payex, order)
      ? magicSwishProblem(order.request.description)
      : undefined;
  return problem ? fail(payex, started.order, now, problem) : wait(payex, started.order, now, 'app');
}

/** The payer decides in the app. */
export async function answerApp(
  payex: Payex,
  order: OrderRecord,
  attemptId: string,
  decision: AppDecision,
): Promise<PayOutcome> {
  const { attempt } = order;
  const closed = closedOutcome(order, attempt?.instrument);
  if (closed) return closed;
  if (attempt?.id !== attemptId || attempt.stage !== 'app') return stale;
  if (decision === 'approve') return { kind: 'ended', ...(await succeed(payex, order, attempt)) };
  return fail(payex, order, attempt, appProblem(attempt.instrument, decision));
}

/** The payer asks for an invoice; the provider's credit check says yes or no at once. */
export async function payByInvoice(
  payex: Payex,
  order: OrderRecord,
  instrument: InstrumentName,
  approved: boolean,
): Promise<PayOutcome> {
  const closed = closedOutcome(order, instrument);
  if (closed) return closed;
  const started = startTry(payex, order, instrument);
  const now: Try = { instrument, number: started.number };
  if (approved) return { kind: 'ended', ...(await succeed(payex, started.order, now)) };
  const problem = newProblem(
    'invoice/creditnotapproved',
    403,
    'Credit not approved',
    'The credit check failed.',
  );
  return fail(payex, started.order, now, problem);
}

/** The payer presses cancel on the page: aborted, and back to cancelUrl. Undefined when there is nothing to cancel. */
export function cancelByPayer(payex: Payex, order: OrderRecord): string | undefined {
  if (order.status !== 'Initialized' || order.attempt?.stage === 'app') return undefined;
  const next = abort(payex, order, 'Payment aborted by payer');
  const isLate = (value: string) => value === 'paid-after-aborted';
  if (takeFault(payex.context, 'outcome', referencesOf(order), isLate)) payLateByCard(payex, next);
  return order.request.urls.cancelUrl;
}

const stale: PayOutcome = { kind: 'failed', problem: cardProblem('badrequest', 400) };

const challengeProblems = {
  cancel: verifyProblem('3dsecureusercanceled', 403, 'UserCancelled-CANCELED'),
  refuse: verifyProblem('3dsecuredeclined', 403, 'Declined-DECLINED'),
  unavailable: verifyProblem(
    '3dsecureacquirergatewayerror',
    502,
    'ARCOT_MERCHANT_PLUGIN_ERROR-merchant plugin error [98]: This is a triggered error message.',
  ),
};

function verifyProblem(id: string, status: number, description: string): Problem {
  return newProblem(
    `creditcard/${id}`,
    status,
    'Operation failed',
    'Unable to complete VerifyAuthentication transaction, look at problem node!',
    [{ name: 'ExternalResponse', description }],
  );
}

function appProblem(instrument: InstrumentName, decision: Exclude<AppDecision, 'approve'>): Problem {
  if (instrument === 'Vipps') {
    const expired = 'failedReason: VippsPaymentTimeout';
    const cancelled =
      'failedReason: VippsPaymentCancel,ErrorDescription: Received status USER_CANCEL from Vipps';
    return vippsProblem(decision === 'expire' ? expired : cancelled);
  }
  switch (decision) {
    case 'reject':
      return swishProblems.declined;
    case 'expire':
      return swishProblems.timeout;
    case 'bankid':
      return swishProblems.bankIdCancelled;
  }
}

function closedOutcome(order: OrderRecord, instrument: InstrumentName | undefined): PayOutcome | undefined {
  if (order.status !== 'Initialized') return { kind: 'closed', status: order.status };
  if (instrument === undefined) return undefined;
  const offered = availableInstruments(findMerchantById(order.payeeId), order);
  return offered.some(({ name }) => name === instrument) ? undefined : { kind: 'unavailable' };
}

async function authorizeCard(payex: Payex, order: OrderRecord, now: Try): Promise<PayOutcome> {
  const problem = magicIsOff(payex, order) ? undefined : magicCardProblem(order.request.amount);
  if (problem) return fail(payex, order, now, problem);
  return { kind: 'ended', ...(await succeed(payex, order, now)) };
}

/** Kinds of cards that the create body turns down, and brands that the contract does not have. */
function rejection({ request, payeeId }: OrderRecord, card: UsedCard): Problem | undefined {
  const { rejectCreditCards, rejectDebitCards, rejectConsumerCards } = request.creditCard ?? {};
  if (!findMerchantById(payeeId).cardBrands.includes(card.brand))
    return cardProblem('cardbranddisabled', 403);
  const kindRejected = card.cardType === 'Debit' ? rejectDebitCards : rejectCreditCards;
  if (kindRejected) return cardProblem('cardtyperejected', 403);
  // Every test card is a consumer's.
  return rejectConsumerCards ? cardProblem('accountholdertyperejected', 403) : undefined;
}

function fail(
  payex: Payex,
  order: OrderRecord,
  now: Try,
  problem: Problem,
  status?: 'Failed' | 'Aborted',
): PayOutcome {
  failTry(payex, order, now, problem, status);
  return { kind: 'failed', problem };
}

function wait(payex: Payex, order: OrderRecord, now: Try, stage: Attempt['stage']): PayOutcome {
  const attempt: Attempt = { id: payex.context.randomHex(16), stage, ...now };
  record(payex, order, { attempt }, stage === 'app' ? `i appen til ${now.instrument}` : '3-D Secure');
  return { kind: 'waiting', stage, attemptId: attempt.id };
}

function magicIsOff(payex: Payex, order: OrderRecord): boolean {
  return peekFault(payex.context, 'magic', referencesOf(order)) === 'off';
}

/** Vipps: any Norwegian number. Swish: any Swedish mobile number, e.g. +46739000001. */
function readMsisdn(text: string, instrument: 'Vipps' | 'Swish'): string | undefined {
  const digits = text.replace(/[\s()-]/g, '');
  const [country, national] = instrument === 'Vipps' ? ['47', /^[49]\d{7}$/] : ['46', /^7\d{8}$/];
  const rest = digits.replace(new RegExp(`^(\\+|00)${country}`), '').replace(/^0/, '');
  return national.test(rest) ? `+${country}${rest}` : undefined;
}
