import type { Fault, SandboxContext } from './context.ts';

/** What each call of an API can be told to do: value → explanation. */
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

/** How a party takes the faults that were asked for; a payment has several names under which one can be meant for it. */
export interface FaultTaker<Operation extends string, Kind extends string> {
  /** Takes the most specific fault: one for any of the references goes before one for all. */
  takeFault(
    context: SandboxContext,
    name: string,
    references: string[],
    wanted?: (value: string) => boolean,
  ): string | undefined;
  /** As `takeFault`, without consuming a counted fault. */
  peekFault(context: SandboxContext, name: string, references: string[]): string | undefined;
  /** What the reply of this call is to suffer, if anything: its own fault before that of `api`. */
  takeReplyFault(
    context: SandboxContext,
    operation: Operation | undefined,
    references: string[],
  ): { kind: Kind; ms: number } | undefined;
}

/** @param replies what the reply of a call can suffer, by value. */
export function faultTaker<Operation extends string, Kind extends string = ReplyFault>(
  party: string,
  replies: Readonly<Record<string, string>> = replyFaults,
): FaultTaker<Operation, Kind> {
  const kinds = new Set(Object.keys(replies).map((value) => splitFault(value, 0).kind));
  const isReply = (value: string) => kinds.has(splitFault(value, 0).kind);
  const takeFault: FaultTaker<Operation, Kind>['takeFault'] = (
    { faults },
    name,
    references,
    wanted = () => true,
  ) => {
    const fault = findFault(faults.list(), party, name, references, wanted);
    return fault && faults.take(party, name, fault.reference);
  };
  return {
    takeFault,
    peekFault: ({ faults }, name, references) =>
      findFault(faults.list(), party, name, references, () => true)?.value,
    takeReplyFault(context, operation, references) {
      const value =
        (operation && takeFault(context, operation, references, isReply)) ??
        takeFault(context, 'api', references, isReply);
      return value === undefined ? undefined : (splitFault(value, 5_000) as { kind: Kind; ms: number });
    },
  };
}

/** `late:3000` → `{ kind: 'late', ms: 3000 }`; without a number the given default. */
export function splitFault(value: string, defaultMs: number): { kind: string; ms: number } {
  const [kind = '', ms] = value.split(':');
  const parsed = Number(ms);
  return { kind, ms: ms !== undefined && Number.isFinite(parsed) && parsed >= 0 ? parsed : defaultMs };
}

function findFault(
  faults: Fault[],
  party: string,
  name: string,
  references: string[],
  wanted: (value: string) => boolean,
): Fault | undefined {
  const named = faults.filter((fault) => fault.party === party && fault.name === name && wanted(fault.value));
  return (
    named.find(({ reference }) => reference !== undefined && references.includes(reference)) ??
    named.find(({ reference }) => reference === undefined)
  );
}
