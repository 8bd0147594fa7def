import { settlementFaults } from '../settlements/faults.ts';
import { faultTaker, type ReplyFault, replyFaults } from '../take-fault.ts';
import type { PaymentRecord } from './model.ts';
import type { FaultScope } from './wire.ts';

/** What the merchant can be answered instead; the call then does nothing, or not yet. */
const answerFaults = { declined: 'svarer DECLINE', error: 'svarer ERROR uten å si hvorfor' };
const pendingFault = { pending: 'svarer PENDING; /books/…/settle gjør det ferdig' };

export type Operation = 'create' | 'capture' | 'cancel' | 'refund' | 'authorize' | 'get';

/** Faults by name: value → explanation. `late`, `after-return`, `slow` and the like take milliseconds: `late:3000`. */
export const dibsFaults: Record<string, Record<string, string>> = {
  webhook: {
    never: 'tilbakekallet (callback) kommer aldri',
    late: 'kommer etter 3 sekunder',
    'late:15000': 'kommer etter 15 sekunder',
    twice: 'kommer to ganger',
    'before-return': 'er kvittert før betaleren sendes tilbake',
    'after-return': 'kommer et halvt sekund etter at betaleren er sendt tilbake',
    'wrong-signature': 'har feil MAC',
    reordered: 'kommer først etter det neste, eller etter 3 sekunder',
  },
  return: {
    never: 'betaleren sendes ikke tilbake',
    'without-webhook': 'betaleren sendes tilbake, men tilbakekallet kommer aldri',
    'wrong-signature': 'betaleren sendes tilbake med feil MAC',
  },
  outcome: {
    pending: 'meldes som PENDING, og som ACCEPTED etter 3 sekunder',
    'pending:15000': 'meldes som PENDING, og som ACCEPTED etter 15 sekunder',
    'pending-declined': 'meldes som PENDING, og som DECLINED etter 3 sekunder',
    'pending-forever': 'meldes som PENDING, og så aldri mer',
  },
  'after-failed': {
    captured: 'det som er meldt avslått eller avbrutt, meldes som ACCEPTED etter 3 sekunder',
    'captured:15000': 'det samme etter 15 sekunder',
  },
  decline: { told: 'hvert avslag meldes straks, og betaleren kan prøve igjen' },
  'three-d-secure': {
    challenge: 'banken spør om alle kort',
    unavailable: 'banken kan ikke svare, og kortet avslås',
  },
  amount: {
    wrong: 'meldingene har et annet beløp (1 krone for lite)',
    fee: 'meldingene har 10 kroner i gebyr lagt til beløpet',
    'fee-original': 'det samme, med amountOriginal',
  },
  currency: { wrong: 'meldingene har en annen valuta' },
  method: { unlisted: 'meldingene har en betalingsmåte som ingen har skrevet om' },
  status: { unknown: 'meldingene har en status som ingen kjenner' },
  'order-id': { unique: 'en orderId som er betalt, kan ikke brukes på nytt' },
  settlement: settlementFaults,
  retry: { fast: 'tilbakekall prøves på nytt hvert 50. millisekund' },
  api: replyFaults,
  create: replyFaults,
  capture: { ...replyFaults, ...answerFaults, ...pendingFault },
  cancel: { ...replyFaults, ...answerFaults },
  refund: { ...replyFaults, ...answerFaults, ...pendingFault },
  authorize: { ...replyFaults, ...answerFaults },
};

/** The names under which a fault can be meant for one payment. */
export function referencesOf(payment: Pick<PaymentRecord, 'id' | 'orderId' | 'transaction'>): string[] {
  return [payment.id, payment.orderId, payment.transaction?.id].filter((name) => name !== undefined);
}

/** Takes the most specific fault: one for any of the references goes before one for all. */
export function takeFault(
  { context, wire }: FaultScope,
  name: string,
  references: string[],
  wanted: (kind: string) => boolean = () => true,
): { kind: string; ms?: number } | undefined {
  const { takeFault: take } = faultTaker(wire.partyId);
  const value = take(context, name, references, (one) => wanted(splitFault(one).kind));
  return value === undefined ? undefined : splitFault(value);
}

/** `late:3000` → `{ kind: 'late', ms: 3000 }`. */
export function splitFault(value: string): { kind: string; ms?: number } {
  const [kind = '', text] = value.split(':');
  const ms = Number(text);
  return text !== undefined && Number.isFinite(ms) && ms >= 0 ? { kind, ms } : { kind };
}

const isReply = (kind: string) => Object.keys(replyFaults).some((value) => splitFault(value).kind === kind);

/** What the reply of this call is to suffer, if anything: its own fault before that of `api`. */
export function takeReplyFault(
  scope: FaultScope,
  operation: Operation,
  references: string[],
): { kind: ReplyFault; ms: number } | undefined {
  const own = takeFault(scope, operation, references, isReply);
  // The window is a page, and what ails the API does not ail it.
  const fault = own ?? (operation === 'create' ? undefined : takeFault(scope, 'api', references, isReply));
  return fault && { kind: fault.kind as ReplyFault, ms: fault.ms ?? 5_000 };
}

/** What the API is to answer instead of doing what it was asked. */
export function takeAnswerFault(
  scope: FaultScope,
  operation: Operation,
  references: string[],
): string | undefined {
  return takeFault(scope, operation, references, (kind) => ['declined', 'error', 'pending'].includes(kind))
    ?.kind;
}
