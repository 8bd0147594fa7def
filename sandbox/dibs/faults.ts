import { settlementFaults } from '../settlements/faults.ts';
import type { PaymentRecord } from './model.ts';
import type { FaultScope } from './wire.ts';

/** What each call can be told to do. */
export const replyFaults = {
  'lost-after-commit': 'utfører kallet, men svaret når aldri fram',
  'lost-before-commit': 'bryter forbindelsen før noe er utført',
  dead: 'bryter forbindelsen med en gang',
  '500': 'svarer 500',
  '429': 'svarer 429',
  slow: 'utfører kallet, svarer etter 5 sekunder',
  'slow:20': 'utfører kallet, svarer etter 20 millisekunder',
  'slow:500': 'utfører kallet, svarer etter et halvt sekund',
  'slow:30000': 'utfører kallet, svarer etter 30 sekunder',
  'slow-commit': 'utfører kallet først etter 5 sekunder',
};
export type ReplyFault =
  | 'lost-after-commit'
  | 'lost-before-commit'
  | 'dead'
  | '500'
  | '429'
  | 'slow'
  | 'slow-commit';

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
  { context: { faults }, wire: { partyId } }: FaultScope,
  name: string,
  references: string[],
  wanted: (kind: string) => boolean = () => true,
): { kind: string; ms?: number } | undefined {
  const named = faults
    .list()
    .filter((one) => one.party === partyId && one.name === name && wanted(splitFault(one.value).kind));
  const fault =
    named.find(({ reference }) => reference !== undefined && references.includes(reference)) ??
    named.find(({ reference }) => reference === undefined);
  return fault && splitFault(faults.take(partyId, name, fault.reference) ?? fault.value);
}

/** `late:3000` → `{ kind: 'late', ms: 3000 }`. */
export function splitFault(value: string): { kind: string; ms?: number } {
  const [kind = '', text] = value.split(':');
  const ms = Number(text);
  return text !== undefined && Number.isFinite(ms) && ms >= 0 ? { kind, ms } : { kind };
}

const replyKinds = new Set(Object.keys(replyFaults).map((value) => splitFault(value).kind));

/** What the reply of this call is to suffer, if anything: its own fault before that of `api`. */
export function takeReplyFault(
  scope: FaultScope,
  operation: Operation | undefined,
  references: string[],
): { kind: ReplyFault; ms: number } | undefined {
  const isReply = (kind: string) => replyKinds.has(kind);
  const fault =
    (operation && takeFault(scope, operation, references, isReply)) ??
    (operation === 'create' ? undefined : takeFault(scope, 'api', references, isReply));
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
