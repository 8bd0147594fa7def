import type { Fault, SandboxContext } from '../context.ts';
import type { OrderRecord } from './model.ts';

export const partyId = 'payex';

/** What each API call can be told to do. */
const replyFaults = {
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

/** API calls with a fault of their own, by the names that every provider here has; the rest are reached by `api`. */
export const operations = ['create', 'get', 'charge', 'cancel', 'refund', 'terminate'] as const;
export type Operation = (typeof operations)[number];

const refusals = {
  refused: 'svarer 403 og utfører ikke kallet (problemet står under postPurchaseFailedAttempts)',
};

/** Faults by name: value → explanation. `late`, `after-return` and `slow` take their own milliseconds: `late:3000`. */
export const payexFaults: Record<string, Record<string, string>> = {
  webhook: {
    never: 'kommer aldri',
    late: 'kommer etter 3 sekunder',
    'late:15000': 'kommer etter 15 sekunder',
    twice: 'kommer to ganger',
    'before-return': 'er kvittert før betaleren sendes tilbake',
    'after-return': 'kommer et halvt sekund etter at betaleren er sendt tilbake',
    'wrong-address': 'kommer til callbackUrl med feil hemmelighet (meldingene er ikke signert)',
    'wrong-order': 'nevner en betaling som ikke finnes',
    reordered: 'venter til den neste for samme betaling er levert (høyst 3 sekunder)',
  },
  return: {
    never: 'betaleren sendes ikke tilbake',
    'without-webhook': 'betaleren sendes tilbake, men ingen melding kommer',
  },
  amount: { wrong: 'GET viser andre beløp enn ordren (1 krone for lite)' },
  currency: { wrong: 'GET viser en annen valuta' },
  reference: { wrong: 'GET viser en annen orderReference' },
  status: { unknown: 'GET har en ukjent status og ingen operasjoner' },
  expand: { ignored: 'GET bryr seg ikke om $expand' },
  outcome: {
    'paid-after-failed': 'betalingen sies å ha feilet, og blir betalt etter 3 sekunder',
    'paid-after-failed:15000': 'betalingen sies å ha feilet, og blir betalt etter 15 sekunder',
    'paid-after-failed:manual': 'betalingen sies å ha feilet, og blir betalt når bøkene bes om det',
    'paid-after-aborted': 'betaleren avbryter, og betalingen blir likevel betalt etter 3 sekunder',
  },
  retry: { fast: 'meldinger prøves på nytt hvert 50. millisekund' },
  magic: { off: 'magiske beløp og beskrivelser gjør ingenting' },
  api: replyFaults,
  create: replyFaults,
  get: replyFaults,
  charge: { ...replyFaults, ...refusals },
  cancel: { ...replyFaults, ...refusals },
  refund: { ...replyFaults, ...refusals },
  terminate: replyFaults,
};

/** The names under which a fault can be meant for one payment order. */
export function referencesOf(order: Pick<OrderRecord, 'request'> & { id?: string }): string[] {
  const { payeeReference, orderReference } = order.request.payeeInfo;
  return [order.id, order.id && `/psp/paymentorders/${order.id}`, payeeReference, orderReference].filter(
    (name) => name !== undefined,
  );
}

/** Takes the most specific fault: one for any of the references goes before one for all. */
export function takeFault(
  { faults }: SandboxContext,
  name: string,
  references: string[],
  wanted: (value: string) => boolean = () => true,
): string | undefined {
  const fault = findFault(faults.list(), name, references, wanted);
  return fault && faults.take(partyId, name, fault.reference);
}

/** As `takeFault`, without consuming a counted fault. */
export function peekFault(
  { faults }: SandboxContext,
  name: string,
  references: string[],
): string | undefined {
  return findFault(faults.list(), name, references, () => true)?.value;
}

function findFault(faults: Fault[], name: string, references: string[], wanted: (value: string) => boolean) {
  const named = faults.filter(
    (fault) => fault.party === partyId && fault.name === name && wanted(fault.value),
  );
  return (
    named.find(({ reference }) => reference !== undefined && references.includes(reference)) ??
    named.find(({ reference }) => reference === undefined)
  );
}

/** `late:3000` → `{ kind: 'late', ms: 3000 }`; without a number the given default. */
export function splitFault(value: string, defaultMs: number): { kind: string; ms: number } {
  const [kind = '', ms] = value.split(':');
  const parsed = Number(ms);
  return { kind, ms: ms !== undefined && Number.isFinite(parsed) && parsed >= 0 ? parsed : defaultMs };
}

const replyKinds = new Set<string>(Object.keys(replyFaults).map((value) => value.split(':')[0] ?? ''));

/** What the reply of this call is to suffer, if anything: its own fault before that of `api`. */
export function takeReplyFault(
  context: SandboxContext,
  operation: Operation | undefined,
  references: string[],
): { kind: ReplyFault; ms: number } | undefined {
  const isReply = (value: string) => replyKinds.has(splitFault(value, 0).kind);
  const value =
    (operation && takeFault(context, operation, references, isReply)) ??
    takeFault(context, 'api', references, isReply);
  return value === undefined ? undefined : (splitFault(value, 5_000) as { kind: ReplyFault; ms: number });
}
