import type { Fault, SandboxContext } from '../context.ts';
import { settlementFaults } from '../settlements/faults.ts';
import type { PaymentRecord } from './model.ts';

export const partyId = 'nets';

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

/** API calls with a fault of their own; the rest are reached by `api`, which means every call. */
export const operations = ['create', 'get', 'charge', 'cancel', 'refund', 'terminate'] as const;
export type Operation = (typeof operations)[number];

/** Faults by name: value → explanation. `late`, `after-return` and `slow` take their own milliseconds: `late:3000`. */
export const netsFaults: Record<string, Record<string, string>> = {
  webhook: {
    never: 'kommer aldri',
    late: 'kommer etter 3 sekunder',
    'late:15000': 'kommer etter 15 sekunder',
    twice: 'kommer to ganger',
    'before-return': 'er kvittert før betaleren sendes tilbake',
    'after-return': 'kommer et halvt sekund etter at betaleren er sendt tilbake',
    'wrong-authorization': 'har feil Authorization',
    reordered: 'kommer i motsatt rekkefølge',
  },
  return: {
    never: 'betaleren sendes ikke tilbake',
    'without-webhook': 'betaleren sendes tilbake, men ingen webhook kommer',
  },
  amount: { wrong: 'GET viser andre beløp enn ordren (1 krone for lite)' },
  currency: { wrong: 'GET viser en annen valuta' },
  status: { unknown: 'GET har tom summary og ukjente felt' },
  refund: {
    ...replyFaults,
    pending: 'refusjonen blir stående som Pending',
    late: 'refusjonen fullføres etter 3 sekunder',
    failed: 'refusjonen mislykkes',
  },
  'captured-after-failed': {
    captured: 'avsluttet betaling blir likevel betalt etter 3 sekunder',
    'captured:0': 'avsluttet betaling blir likevel betalt med en gang',
  },
  settlement: settlementFaults,
  retry: { fast: 'webhooker prøves på nytt hvert 50. millisekund' },
  magic: {
    reservation: 'magiske beløp feiler ved reservasjon i stedet for ved opprettelse',
    off: 'magiske beløp gjør ingenting',
  },
  api: replyFaults,
  ...Object.fromEntries(operations.filter((name) => name !== 'refund').map((name) => [name, replyFaults])),
};

/** The names under which a fault can be meant for one payment. */
export function referencesOf(
  payment: Pick<PaymentRecord, 'order' | 'myReference'> & { paymentId?: string },
): string[] {
  return [payment.paymentId, payment.order.reference, payment.myReference].filter(
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
