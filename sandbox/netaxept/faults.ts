import type { Fault, SandboxContext } from '../context.ts';
import { settlementFaults } from '../settlements/faults.ts';
import type { Transaction } from './model.ts';

export const partyId = 'netaxept';

/** What each API call can be told to do. */
const replyFaults = {
  'lost-after-commit': 'utfører kallet, men svaret når aldri fram',
  'lost-before-commit': 'bryter forbindelsen før noe er utført',
  dead: 'bryter forbindelsen med en gang',
  '500': 'svarer 500',
  '429': 'svarer 429',
  exception: 'svarer med et unntak som ikke er kjent, uten å utføre noe',
  'exception-after-commit': 'utfører kallet, men svarer med et unntak som ikke er kjent',
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
  | 'exception'
  | 'exception-after-commit'
  | 'slow'
  | 'slow-commit';

/** API calls with a fault of their own; all of them are reached by `api`. */
export const operations = ['register', 'query', 'auth', 'sale', 'capture', 'credit', 'annul'] as const;
export type Operation = (typeof operations)[number];

const refusable = { refused: 'sier nei, uten å utføre noe' };

/** Faults by name: value → explanation. `slow` takes its own milliseconds: `slow:3000`. */
export const netaxeptFaults: Record<string, Record<string, string>> = {
  // Asked for by whoever wants all providers to be quiet.
  webhook: { never: 'gjør ingen forskjell: Netaxept sender aldri noen' },
  return: { never: 'betaleren sendes ikke tilbake' },
  amount: { wrong: 'Query viser et annet beløp enn ordren (1 krone for lite)' },
  currency: { wrong: 'Query viser en annen valuta' },
  reference: { wrong: 'Query viser et annet ordrenummer' },
  status: { unknown: 'Query har ingen Summary, og ukjente elementer' },
  left: { error: 'Query viser en feil etter at betaleren har avbrutt' },
  settlement: settlementFaults,
  magic: { off: 'magiske beløp gjør ingenting' },
  api: replyFaults,
  ...Object.fromEntries(
    operations.map((name) => [
      name,
      ['capture', 'credit', 'annul'].includes(name) ? { ...replyFaults, ...refusable } : replyFaults,
    ]),
  ),
};

type Named = Pick<Transaction, 'id' | 'orderNumber'>;

/** The names under which a fault can be meant for one transaction. */
export function referencesOf({ id, orderNumber }: Named): string[] {
  return [id, orderNumber];
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
export function peekFault({ faults }: SandboxContext, name: string, transaction: Named): string | undefined {
  return findFault(faults.list(), name, referencesOf(transaction), () => true)?.value;
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

/** `slow:3000` → `{ kind: 'slow', ms: 3000 }`; without a number five seconds. */
function splitFault(value: string): { kind: string; ms: number } {
  const [kind = '', ms] = value.split(':');
  const parsed = Number(ms);
  return { kind, ms: ms !== undefined && Number.isFinite(parsed) && parsed >= 0 ? parsed : 5_000 };
}

/** What the reply of this call is to suffer, if anything: its own fault before that of `api`. */
export function takeReplyFault(
  context: SandboxContext,
  operation: Operation,
  references: string[],
): { kind: ReplyFault; ms: number } | undefined {
  const isReply = (value: string) => Object.hasOwn(replyFaults, splitFault(value).kind);
  const value =
    takeFault(context, operation, references, isReply) ?? takeFault(context, 'api', references, isReply);
  return value === undefined ? undefined : (splitFault(value) as { kind: ReplyFault; ms: number });
}
