import { type DeclineReason, magicOutcome, testPin } from './amounts.ts';
import type { SendOptions, SentBatch } from './courier.ts';
import { peekFault, referencesOf, takeFault } from './faults.ts';
import { answerMinutes, isClosed, type PaymentRecord } from './model.ts';
import { abort, authorize, expire } from './settle.ts';
import { change, type Vipps } from './vipps.ts';

/** What the payer's browser is to be shown, or where it is to go. */
export type PayOutcome =
  | { kind: 'closed' }
  | { kind: 'wrong-pin' }
  | { kind: 'declined'; reason: DeclineReason }
  /** Strong customer authentication is asked for. */
  | { kind: 'sca' }
  | Returning<'paid'>
  | Returning<'aborted'>
  | Returning<'expired'>
  /** Approved, and the outcome is not known for an hour. */
  | Returning<'unknown'>;

/** `location` absent: the fault `return=never`. Call `returned` when the browser has its answer. */
interface Returning<K extends string> {
  kind: K;
  location?: string;
  returned: () => void;
}

/** The payer gives a phone number, or is on the phone already: 5 more minutes to answer, and the merchant cannot cancel. */
export function openApp(vipps: Vipps, payment: PaymentRecord): PaymentRecord {
  if (isClosed(payment) || payment.payerAt !== 'landing') return payment;
  const expiresAt = new Date(vipps.context.now().getTime() + answerMinutes * 60_000).toISOString();
  return change(vipps, payment, { payerAt: 'app', expiresAt }, 'åpnet i appen').payment;
}

/** Back to the landing page, unanswered. */
export function closeApp(vipps: Vipps, payment: PaymentRecord): PaymentRecord {
  if (isClosed(payment) || payment.payerAt === 'landing') return payment;
  return change(vipps, payment, { payerAt: 'landing' }, 'appen lukket uten svar').payment;
}

export async function approve(vipps: Vipps, payment: PaymentRecord, pin: string): Promise<PayOutcome> {
  if (isUnanswerable(payment)) return { kind: 'closed' };
  if (pin !== testPin) return { kind: 'wrong-pin' };
  const magic = magicOf(vipps, payment);
  if (magic === 'sca') {
    change(vipps, payment, { payerAt: 'sca' }, 'sterk kundeautentisering');
    return { kind: 'sca' };
  }
  if (magic === 'unknown') return leaveUnknown(vipps, payment);
  if (magic) return decline(vipps, payment, magic);
  return comeBack(vipps, payment, 'paid', (options) => authorize(vipps, payment, options));
}

/** The payer's answer to the strong customer authentication. */
export async function answerSca(
  vipps: Vipps,
  payment: PaymentRecord,
  approved: boolean,
): Promise<PayOutcome> {
  if (isUnanswerable(payment) || payment.payerAt !== 'sca') return { kind: 'closed' };
  if (!approved) {
    const back = change(vipps, payment, { payerAt: 'app' }, 'sterk kundeautentisering avvist').payment;
    return decline(vipps, back, 'three-d-secure-denied');
  }
  return comeBack(vipps, payment, 'paid', (options) => authorize(vipps, payment, options));
}

/** «Nei» in the app, or «Avbryt» on the landing page. */
export async function reject(vipps: Vipps, payment: PaymentRecord): Promise<PayOutcome> {
  if (isUnanswerable(payment)) return { kind: 'closed' };
  return comeBack(vipps, payment, 'aborted', (options) => abort(vipps, payment, options));
}

export async function letExpire(vipps: Vipps, payment: PaymentRecord): Promise<PayOutcome> {
  if (isUnanswerable(payment)) return { kind: 'closed' };
  return comeBack(vipps, payment, 'expired', (options) => expire(vipps, payment, options));
}

/** Force approve: no app, no PIN, no strong authentication, no browser to send back. */
export function approveWithoutApp(vipps: Vipps, payment: PaymentRecord): PayOutcome {
  if (isUnanswerable(payment)) return { kind: 'closed' };
  const magic = magicOf(vipps, payment);
  if (magic === 'unknown') return leaveUnknown(vipps, payment);
  if (magic && magic !== 'sca') return decline(vipps, payment, magic);
  authorize(vipps, payment, {});
  return { kind: 'paid', returned: () => {} };
}

function isUnanswerable(payment: PaymentRecord): boolean {
  return isClosed(payment) || payment.unknownUntil !== undefined;
}

function magicOf(vipps: Vipps, payment: PaymentRecord) {
  const off = peekFault(vipps.context, 'magic', referencesOf(payment)) === 'off';
  return off ? undefined : magicOutcome(payment.request.amount.value);
}

/** The payer may try again, with another card, while there is time. No event of it is documented. */
function decline(vipps: Vipps, payment: PaymentRecord, reason: DeclineReason): PayOutcome {
  change(vipps, payment, {}, `avslått: ${reason}`);
  return { kind: 'declined', reason };
}

function leaveUnknown(vipps: Vipps, payment: PaymentRecord): PayOutcome {
  const unknownUntil = new Date(vipps.context.now().getTime() + 3_600_000).toISOString();
  change(vipps, payment, { unknownUntil }, 'godkjent, utfallet er ukjent i en time');
  return { kind: 'unknown', location: payment.request.returnUrl, returned: () => {} };
}

/** The browser goes to the same address whatever happened, as the faults `return` and `webhook` want it. */
async function comeBack<K extends 'paid' | 'aborted' | 'expired'>(
  vipps: Vipps,
  payment: PaymentRecord,
  kind: K,
  settle: (options: SendOptions) => { batch: SentBatch },
): Promise<Returning<K>> {
  const fault = takeFault(vipps.context, 'return', referencesOf(payment));
  const gate = newGate();
  const { batch } = settle({ suppressed: fault === 'without-webhook', returned: gate.opened });
  if (batch.holdsReturn) await batch.firstAttempts;
  const location = fault === 'never' ? undefined : payment.request.returnUrl;
  return { kind, location, returned: gate.open };
}

function newGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
